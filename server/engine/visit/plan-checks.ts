import { parseDuration, toInstant } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'

type Check = Schema<'Check'>
type Checked = Extract<SessionEvent, { type: 'checked' }>

/** The delay of a check in a scenario's timeline, in milliseconds. */
export const delayIn =
  ({ timeline }: Scenario) =>
  ({ type, state }: Check): number => {
    const delay = state === 'DONE' ? timeline.checks?.[type] : undefined
    // The scenario schema accepts only durations that can be parsed.
    return delay === undefined ? 0 : (parseDuration(delay) ?? 0)
  }

const pending = ({ report: _none, generated_profile: _later, ...check }: Check): Check => ({
  ...check,
  state: 'PENDING',
  generated_media: [],
})

/**
 * Plans when checks are done. Checks without a delay are done at once; the others are pending until their delay is over.
 * @param checks in their final state
 * @param delayOf the delay of a check in milliseconds
 * @param at when the checks without a delay are done
 */
export const planChecks = (checks: readonly Check[], delayOf: (check: Check) => number, at: number): Checked[] => {
  const delays = [...new Set([0, ...checks.map(delayOf)])].sort((one, other) => one - other)
  const stateAfter = (passed: number) => (check: Check) => {
    const delay = delayOf(check)
    if (delay === 0) return check
    return delay > passed ? pending(check) : { ...check, last_updated: toInstant(at + delay) }
  }
  return delays.map((passed) => ({ at: at + passed, type: 'checked', checks: checks.map(stateAfter(passed)) }))
}
