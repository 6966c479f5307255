import { isDeepStrictEqual } from 'node:util'
import { judgeState, statesOf } from './judge-state.js'
import { describeNearest, nothingCompared, parseJson, variantIndex } from './nearest-item.js'
import type { Interaction, Pact, Rules } from './pact.js'
import type { Failure, Mismatch, Report } from './report.js'

/** What a message of the verifier, in the failure with this heading, is to be replaced with. */
export type Explanation = { readonly heading: string; readonly message: string; readonly clearer: string }

/** Every interaction that a heading may be about: a broker has several versions of one consumer's pact. */
const findInteractions = (heading: string, pacts: readonly Pact[]): Interaction[] =>
  pacts
    .filter(({ consumer }) => heading.includes(`between ${consumer.name} `))
    .flatMap(({ interactions }) => interactions)
    .filter(({ description }) => heading.endsWith(` - ${description}`))

/** The rules for one variant of the list at a path; none when the pact cannot be found: then everything is exact. */
const rulesFor = (interaction: Interaction | undefined, { path = '$' }: Mismatch, variant: number): Rules => {
  const matchers = interaction?.response?.matchingRules?.body?.[path]?.matchers ?? []
  return matchers.flatMap(({ variants = [] }) => variants).find(({ index }) => index === variant)?.rules ?? {}
}

/** Since version 4 of the specification a body says what it is. */
const contentOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'contentType' in body && 'content' in body ? body.content : body

const valueAt = (body: unknown, path: string): unknown =>
  path
    .replace(/^\$\.?/, '')
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce((value: unknown, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], body)

/** Whether the item that was not found is the one that stands in this interaction: another version may expect another. */
const expects = ({ response }: Interaction, { path = '$', expected }: Mismatch, variant: number) => {
  const list = valueAt(contentOf(response?.body), path)
  return Array.isArray(list) && isDeepStrictEqual(list[variant], parseJson(expected))
}

const explainList = (interactions: readonly Interaction[], mismatch: Mismatch): string | undefined => {
  const variant = variantIndex(mismatch)
  if (variant === undefined) return undefined
  const meant = interactions.filter((interaction) => expects(interaction, mismatch, variant))
  const texts = [meant[0] ?? interactions[0], ...meant].map((interaction) =>
    describeNearest(mismatch, rulesFor(interaction, mismatch, variant)),
  )
  // Versions that expect the same by other matchers: the one that was not kept has a difference.
  return texts.find((text) => !text.includes(nothingCompared)) ?? texts[0]
}

const explainSignature = ({ type, actual, mismatch }: Mismatch): string | undefined =>
  type === 'StatusMismatch' && actual === 401
    ? `${mismatch}. A verifier replays the signatures in the pact: start the mock-yoti with --signatures off`
    : undefined

const explainState = async (interactions: readonly Interaction[], stateUrl: string) => {
  const judged = interactions.flatMap(statesOf).map((state) => judgeState(stateUrl, state))
  const refusals = (await Promise.all(judged)).filter((refusal) => refusal !== undefined)
  return refusals.length === 0 ? undefined : [...new Set(refusals)].join('\n')
}

const explainOne = async (failure: Failure, pacts: readonly Pact[], stateUrl: string): Promise<Explanation[]> => {
  const { interaction: heading, mismatch } = failure
  const interactions = findInteractions(heading, pacts)
  if (mismatch.type === 'mismatches')
    return mismatch.mismatches.flatMap((one) => {
      const clearer = explainList(interactions, one) ?? explainSignature(one)
      return clearer === undefined ? [] : [{ heading, message: one.mismatch, clearer }]
    })
  const { message } = mismatch
  if (!message.includes('state change')) return []
  const refusal = await explainState(interactions, stateUrl)
  return refusal === undefined ? [] : [{ heading, message, clearer: `${message}: ${refusal}` }]
}

/** Clearer words for the messages of a report that say too little. */
export const explain = async (report: Report, pacts: readonly Pact[], stateUrl: string): Promise<Explanation[]> => {
  const failures = [...report.errors, ...report.pendingErrors]
  return (await Promise.all(failures.map((failure) => explainOne(failure, pacts, stateUrl)))).flat()
}

const headingsOf = ({ errors, pendingErrors }: Report) =>
  // The longest first: one may be the beginning of another.
  [...errors, ...pendingErrors].map(({ interaction }) => interaction).sort((a, b) => b.length - a.length)

const asAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;')

const replaceIn = (line: string, { message, clearer }: Explanation) => {
  if (line.includes(`message="${message}"`)) return line.replace(message, () => asAttribute(clearer))
  const margin = ' '.repeat(line.length - line.trimStart().length)
  return line.replace(message, () => clearer.replaceAll('\n', `\n${margin}`))
}

/** A printed report with the clearer words. */
export const rewriteText = (text: string, explanations: readonly Explanation[], report: Report): string => {
  const waiting = [...explanations]
  const headings = headingsOf(report)
  let heading = ''
  const rewrite = (line: string) => {
    heading = headings.find((one) => line.includes(one)) ?? heading
    const at = waiting.findIndex((one) => one.heading === heading && line.includes(one.message))
    const [found] = at === -1 ? [] : waiting.splice(at, 1)
    return found === undefined ? line : replaceIn(line, found)
  }
  return text.split('\n').map(rewrite).join('\n')
}

/** A JUnit report with the clearer words. It says everything twice: by test case, and as it was printed. */
export const rewriteJunit = (xml: string, explanations: readonly Explanation[], report: Report): string =>
  xml
    .split(/(?=<system-out>)/)
    .map((part) => rewriteText(part.replaceAll('<testcase ', '\n<testcase '), explanations, report))
    .join('')

/** A JSON report with the clearer words in place of the messages. */
export const rewriteReport = (report: Report, explanations: readonly Explanation[]): Report => {
  const clearerFor = (heading: string, message: string) =>
    explanations.find((one) => one.heading === heading && one.message === message)?.clearer ?? message
  const rewrite = ({ interaction, mismatch, ...rest }: Failure): Failure => ({
    ...rest,
    interaction,
    mismatch:
      mismatch.type === 'error'
        ? { ...mismatch, message: clearerFor(interaction, mismatch.message) }
        : {
            ...mismatch,
            mismatches: mismatch.mismatches.map((one) => ({ ...one, mismatch: clearerFor(interaction, one.mismatch) })),
          },
  })
  return { ...report, errors: report.errors.map(rewrite), pendingErrors: report.pendingErrors.map(rewrite) }
}
