import { sdkIdOf } from '../journal/describe-request.js'
import type { Operation } from './operation.js'

export const reset: Operation<'reset', 'sessions' | 'nextSessions' | 'applications' | 'journal' | 'clocks'> = (
  { request },
  { sessions, nextSessions, applications, journal, clocks },
) => {
  const { sdkId } = request.body ?? {}
  sessions.clear(sdkId)
  nextSessions.clear(sdkId)
  applications.forgetScenarios(sdkId)
  journal.clear((entry) => sdkId === undefined || sdkIdOf(entry) === sdkId)
  clocks.reset(sdkId)
  return { status: 204 }
}
