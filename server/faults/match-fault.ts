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

/** Whether a rule spoils the answer to the latest of the requests that it was about. */
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

/** Counts a request for every rule that is about it; the first that is due is applied. */
export const decideFault = (rules: readonly CountedFault[], call: Call): AppliedFault | undefined => {
  let found: CountedFault | undefined
  for (const counted of rules) {
    if (!isAbout(counted.rule, call)) continue
    counted.matched += 1
    if (found === undefined && isDue(counted)) found = counted
  }
  if (found === undefined) return undefined
  found.applied += 1
  return { id: found.id, rule: found.rule, delay: delayOf(found) }
}
