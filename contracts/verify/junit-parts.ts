import { escapeXml } from './escape-xml.js'
import { type Tomorrow, unsaid } from './future.js'
import { hasMessages, type Pact } from './pact.js'
import { countsOf, type Rest } from './rests-on.js'

const property = (name: string, value: number) => `<property name="mock-yoti.${name}" value="${value}"/>`

/** The verifier's JUnit report with what its kept interactions rest on, as properties of the suite. */
export const withEvidence = (xml: string, rests: readonly Rest[]): string => {
  if (rests.length === 0) return xml
  const { kept, ...counts } = countsOf(rests)
  const properties = [
    property('interactions-kept', kept),
    ...Object.entries(counts).map(([grade, count]) => property(`rest-on-${grade}`, count)),
  ]
  const end = xml.indexOf('>', xml.indexOf('<testsuite '))
  if (end === -1 || xml[end - 1] === '/') return xml
  return `${xml.slice(0, end + 1)}<properties>${properties.join('')}</properties>${xml.slice(end + 1)}`
}

const testCase = (consumer: string, title: string, inside: string) =>
  `<testcase classname="mock-yoti.future.${escapeXml(consumer)}" name="${escapeXml(title)}">${inside}</testcase>`

/** A test case for each change of tomorrow and each consumer. */
const suiteOf = ({ breaks, changes }: Tomorrow, pacts: readonly Pact[]): string => {
  const consumers = [...new Set(pacts.map(({ consumer }) => consumer.name))].sort()
  const found = consumers.flatMap((consumer) =>
    changes.map((title) => {
      const own = breaks.filter((one) => one.consumer === consumer && one.title === title)
      const text = own.flatMap(({ interaction, details }) => [interaction, ...details.map((line) => `  ${line}`)])
      const failure = `<failure message="would break">${escapeXml(text.join('\n'))}</failure>`
      return { isBroken: own.length > 0, xml: testCase(consumer, title, own.length > 0 ? failure : '') }
    }),
  )
  const skipped = pacts
    .filter(hasMessages)
    .map(({ consumer }) => testCase(consumer.name, unsaid.title, `<skipped message="${escapeXml(unsaid.why)}"/>`))
  const failures = found.filter(({ isBroken }) => isBroken).length
  const cases = [...found.map(({ xml }) => xml), ...new Set(skipped)]
  return `<testsuite name="Tomorrow's Yoti" tests="${cases.length}" failures="${failures}">${cases.join('\n')}</testsuite>`
}

/** The same with a suite of what consumers would not bear tomorrow. */
export const withTomorrow = (xml: string, tomorrow: Tomorrow, pacts: readonly Pact[]): string => {
  const suite = suiteOf(tomorrow, pacts)
  const end = xml.lastIndexOf('</testsuites>')
  return end === -1 ? xml : `${xml.slice(0, end)}${suite}\n${xml.slice(end)}`
}
