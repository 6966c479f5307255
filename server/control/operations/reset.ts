import type { Operation } from '../control-operation.js'

/** Everything that remembers something. */
type Memories =
  | 'sessions'
  | 'stateSessions'
  | 'nextSessions'
  | 'applicationResponses'
  | 'applications'
  | 'faults'
  | 'journal'
  | 'outbox'
  | 'clocks'

export const reset: Operation<'reset', Memories> = ({ request }, deps) => {
  const { sdkId } = request.body ?? {}
  deps.sessions.clear(sdkId)
  if (sdkId === undefined) deps.stateSessions.clear()
  deps.nextSessions.clear(sdkId)
  deps.applicationResponses.clear(sdkId)
  deps.applications.forgetScenarios(sdkId)
  deps.faults.clear(sdkId)
  deps.journal.clear(sdkId)
  deps.outbox.clear(request.body ?? {})
  deps.clocks.reset(sdkId)
  return { status: 204 }
}
