import { sdkIdOf } from '../journal/describe-request.js'
import type { Operation } from './operation.js'

export const reset: Operation<'reset', 'sessions' | 'nextSessions' | 'journal' | 'faults' | 'clock'> = (
  { request },
  { sessions, nextSessions, journal, faults, clock },
) => {
  const { sdkId } = request.body ?? {}
  sessions.clear(sdkId)
  nextSessions.clear(sdkId)
  faults.clear(sdkId)
  journal.clear((entry) => sdkId === undefined || sdkIdOf(entry) === sdkId)
  if (sdkId === undefined) clock.reset()
  return { status: 204 }
}
