import { createHash } from 'node:crypto'
import type { AppliedFault, Call, CountedFault, FaultRule } from './fault.js'
import { readSpan } from './span.js'

/** A number from 0 to 1 that looks random and belongs to a seed and a count: the same in every run. */
const chance = (seed: string, count: number): number =>
  createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE() / 2 ** 32

const isAbout = ({ operation, sdkId, sessionId }: FaultRule, call: Call): boolean =>
  (operation === undefined || operation === call.operation) &&
  (sdkId === undefined || sdkId === call.sdkId) &&
  (sessionId === undefined || sessionId === call.sessionId)

/** Whether a rule is applied to the latest of the requests that it was about. */
const isDue = ({ id, rule, matched, applied }: CountedFault): boolean => {
  const { after = 0, every = 1, times, probability, seed = id } = rule
  const count = matched - after
  return (
    count > 0 &&
    count % every === 0 &&
    (times === undefined || applied < times) &&
    (probability === undefined || chance(seed, matched) < probability)
  )
}

const delayOf = ({ id, rule, matched }: CountedFault): number => {
  const { delay = 0, seed = id } = rule
  if (typeof delay !== 'object') return readSpan(delay) ?? 0
  const from = readSpan(delay.from) ?? 0
  const to = readSpan(delay.to) ?? from
  return Math.round(from + (to - from) * chance(`${seed}/delay`, matched))
}

/** The rule that is applied to a call, and the new counts of the rules that were about it. */
export type FaultMatch = { readonly fault: AppliedFault | undefined; readonly counted: readonly CountedFault[] }

const noMatch: FaultMatch = { fault: undefined, counted: [] }

/** Counts a call for every rule that is about it; the first that is due is applied. */
export const matchFaults = (rules: readonly CountedFault[], call: Call): FaultMatch => {
  if (rules.length === 0) return noMatch
  let fault: AppliedFault | undefined
  const counted: CountedFault[] = []
  for (const known of rules) {
    if (!isAbout(known.rule, call)) continue
    const matched = { ...known, matched: known.matched + 1 }
    const isApplied = fault === undefined && isDue(matched)
    if (isApplied) fault = { id: matched.id, rule: matched.rule, delay: delayOf(matched) }
    counted.push(isApplied ? { ...matched, applied: matched.applied + 1 } : matched)
  }
  return { fault, counted }
}
