import { parseDuration, toInstant } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'

type Check = Schema<'Check'>
type Checked = Extract<SessionEvent, { type: 'checked' }>

/** How long a scenario has a check take, in milliseconds. */
export const delayIn =
  ({ timeline }: Scenario) =>
  ({ type, state }: Check): number => {
    const delay = state === 'DONE' ? timeline.checks?.[type] : undefined
    // The schema of scenarios lets only durations through that can be read.
    return delay === undefined ? 0 : (parseDuration(delay) ?? 0)
  }

const waiting = ({ report: _none, generated_profile: _later, ...check }: Check): Check => ({
  ...check,
  state: 'PENDING',
  generated_media: [],
})

/**
 * Tells when checks are done: all at once, or some later while they are pending.
 * @param checks as they are in the end
 * @param delayOf milliseconds that a check takes longer
 * @param at when the first of them are there
 */
export const planChecks = (checks: readonly Check[], delayOf: (check: Check) => number, at: number): Checked[] => {
  const delays = [...new Set([0, ...checks.map(delayOf)])].sort((one, other) => one - other)
  const standAfter = (passed: number) => (check: Check) => {
    const delay = delayOf(check)
    if (delay === 0) return check
    return delay > passed ? waiting(check) : { ...check, last_updated: toInstant(at + delay) }
  }
  return delays.map((passed) => ({ at: at + passed, type: 'checked', checks: checks.map(standAfter(passed)) }))
}
