import { isDeepStrictEqual } from 'node:util'
import { judgeState, statesOf } from './judge-state.js'
import { describeNearest, nothingCompared, parseJson, variantIndex } from './nearest-item.js'
import { type Interaction, interactionsIn, type Pact, type Rules } from './pact.js'
import type { Failure, Mismatch, Report } from './report.js'

/** What a message of the verifier means, for the failure with this heading. The message itself stays as it is. */
export type Explanation = { readonly interaction: string; readonly message: string; readonly explanation: string }

/** Every interaction that a heading may be about: a broker has several versions of one consumer's pact. */
export const findInteractions = (heading: string, pacts: readonly Pact[]): Interaction[] =>
  pacts
    .filter(({ consumer }) => heading.includes(`between ${consumer.name} `))
    .flatMap(interactionsIn)
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

const explainSignature = ({ type, actual }: Mismatch): string | undefined =>
  type === 'StatusMismatch' && actual === 401
    ? `A verifier replays the signatures in the pact: start the mock-yoti with --signatures off`
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
      const explanation = explainList(interactions, one) ?? explainSignature(one)
      return explanation === undefined ? [] : [{ interaction: heading, message: one.mismatch, explanation }]
    })
  const { message } = mismatch
  if (!message.includes('state change')) return []
  const refusal = await explainState(interactions, stateUrl)
  return refusal === undefined ? [] : [{ interaction: heading, message, explanation: refusal }]
}

/** Explanations for the messages of a report that say too little. */
export const explain = async (report: Report, pacts: readonly Pact[], stateUrl: string): Promise<Explanation[]> => {
  const failures = [...report.errors, ...report.pendingErrors]
  return (await Promise.all(failures.map((failure) => explainOne(failure, pacts, stateUrl)))).flat()
}
