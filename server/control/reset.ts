import { sdkIdOf } from '../journal/describe-request.js'
import type { Operation } from './operation.js'

export const reset: Operation<'reset', 'sessions' | 'nextSessions' | 'journal' | 'faults' | 'clocks'> = (
  { request },
  { sessions, nextSessions, journal, faults, clocks },
) => {
  const { sdkId } = request.body ?? {}
  sessions.clear(sdkId)
  nextSessions.clear(sdkId)
  faults.clear(sdkId)
  journal.clear((entry) => sdkId === undefined || sdkIdOf(entry) === sdkId)
  clocks.reset(sdkId)
  return { status: 204 }
}
