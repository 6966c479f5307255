import { toInstant } from '../../clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent } from '../session.js'

type Check = Schema<'Check'>

/** A check as it stands so many seconds after the person has finished, when its report takes `delay`. */
const standing = (check: Check, delay: number, seconds: number, start: number): Check => {
  if (delay === 0) return check
  const { report, ...waiting } = check
  if (seconds < delay) return { ...waiting, state: 'PENDING' }
  return { ...waiting, ...(report && { report }), last_updated: toInstant(start + delay * 1000) }
}

/**
 * Has reports arrive when their delays are over; the session is completed with the last.
 * @param delayOf seconds
 */
export const delayChecks = (events: SessionEvent[], delayOf: (check: Check) => number): SessionEvent[] => {
  const last = events.findLastIndex(({ type }) => type === 'checked')
  const event = events[last]
  if (event?.type !== 'checked') return events
  const { at: start, checks } = event
  const times = [...new Set([0, ...checks.map(delayOf)])].sort((one, other) => one - other)
  const longest = times.at(-1) ?? 0
  if (longest === 0) return events
  const stages = times.map((seconds) => ({
    ...event,
    at: start + seconds * 1000,
    checks: checks.map((check) => standing(check, delayOf(check), seconds, start)),
  }))
  const rest = events.slice(last + 1).map((later) => ({ ...later, at: later.at + longest * 1000 }))
  return [...events.slice(0, last), ...stages, ...rest]
}
