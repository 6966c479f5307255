import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent } from '../model/session.js'
import { planChecks } from '../visit/plan-checks.js'

/**
 * Delays the reports of checks. The session is completed with the last report.
 * @param delayOf seconds
 */
export const delayChecks = (events: SessionEvent[], delayOf: (check: Schema<'Check'>) => number): SessionEvent[] => {
  const last = events.findLastIndex(({ type }) => type === 'checked')
  const event = events[last]
  if (event?.type !== 'checked') return events
  const stages = planChecks(event.checks, (check) => ({ delay: delayOf(check) * 1000 }), event.at)
  const longest = (stages.at(-1)?.at ?? event.at) - event.at
  const rest = events.slice(last + 1).map((later) => ({ ...later, at: later.at + longest }))
  return [...events.slice(0, last), ...stages, ...rest]
}
