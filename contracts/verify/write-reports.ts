import { readFile, writeFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import type { Explanation } from './explain.js'
import type { Tomorrow } from './future.js'
import { withoutLogin } from './hide-login.js'
import { withEvidence, withTomorrow } from './junit-parts.js'
import type { Pact } from './pact.js'
import type { Report } from './report.js'
import type { Rest } from './rests-on.js'
import type { Settings } from './settings.js'

/** Files are read by programs: no colours, no passwords. */
const plain = (text: string) => withoutLogin(stripVTControlCharacters(text))

const plainValue = (value: unknown) => (typeof value === 'string' ? plain(value) : value)

const describe = ({ interaction, explanation }: Explanation) => `${interaction}\n${explanation}\n`

/** The text of a CDATA section ends at the first ']]>'. */
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** The verifier's JUnit report, with explanations beside its own output. */
const withExplanations = (xml: string, explanations: readonly Explanation[]) =>
  explanations.length === 0
    ? xml
    : xml.replace(
        '</testsuite>',
        () => `<system-err>${cdata(explanations.map(describe).join('\n'))}</system-err></testsuite>`,
      )

type More = {
  readonly evidence: readonly Rest[]
  readonly future?: Tomorrow
  readonly pacts: readonly Pact[]
}

/** Writes the reports that were asked for: the verifier's own, and what it means beside it. */
export const writeReports = async (
  { json, junit }: Settings,
  report: Report,
  explanations: readonly Explanation[],
  { pacts, ...more }: More,
): Promise<void> => {
  if (json !== undefined)
    await writeFile(
      json,
      `${JSON.stringify({ ...report, explanations, ...more }, (_key, value) => plainValue(value), 2)}\n`,
    )
  const xml = junit === undefined ? undefined : await readFile(junit, 'utf8').catch(() => undefined)
  if (junit !== undefined && xml !== undefined) {
    const { evidence, future } = more
    const explained = withEvidence(withExplanations(xml, explanations), evidence)
    await writeFile(junit, plain(future === undefined ? explained : withTomorrow(explained, future, pacts)))
  }
}
