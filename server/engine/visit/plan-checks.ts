import { parseDuration, toInstant } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'

import { usualDuration } from './usual-times.js'

type Check = Schema<'Check'>
type Checked = Extract<SessionEvent, { type: 'checked' }>

/** When a check is done: its delay in milliseconds, and whether it is not listed before. */
export type CheckTime = { readonly delay: number; readonly isLate?: boolean }

/**
 * When a check is done by a scenario's timeline.
 * @param takesTime whether the other checks take as long as at Yoti
 */
export const timeIn =
  ({ timeline }: Scenario, takesTime: boolean) =>
  (check: Check): CheckTime => {
    const { type, state } = check
    const isLate = timeline.late?.some((late) => late === type) === true
    const delay = state === 'DONE' ? timeline.checks?.[type] : undefined
    // The scenario schema accepts only durations that can be parsed.
    if (delay !== undefined) return { delay: parseDuration(delay) ?? 0, isLate }
    // A liveness check is done before the others begin.
    return { delay: takesTime && state === 'DONE' && type !== 'LIVENESS' ? usualDuration(check) : 0, isLate }
  }

const pending = ({ report: _none, generated_profile: _later, ...check }: Check): Check => ({
  ...check,
  state: 'PENDING',
  generated_media: [],
})

/**
 * Plans when checks are done. Checks without a delay are done at once; the others are pending until their delay is over, or
 * are not listed until then if they are late.
 * @param checks in their final state
 * @param timeOf when a check is done
 * @param at when the checks without a delay are done
 */
export const planChecks = (checks: readonly Check[], timeOf: (check: Check) => CheckTime, at: number): Checked[] => {
  const delays = [...new Set([0, ...checks.map((check) => timeOf(check).delay)])].sort((one, other) => one - other)
  const stateAfter =
    (passed: number) =>
    (check: Check): Check[] => {
      const { delay, isLate } = timeOf(check)
      if (delay === 0) return [check]
      if (delay > passed) return isLate ? [] : [pending(check)]
      const done = toInstant(at + delay)
      return [{ ...check, ...(isLate && { created: done }), last_updated: done }]
    }
  return delays.map((passed) => ({ at: at + passed, type: 'checked', checks: checks.flatMap(stateAfter(passed)) }))
}
