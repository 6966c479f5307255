import type { Operation } from './operation.js'

export const reset: Operation<'reset', 'sessions' | 'nextSessions' | 'clock'> = (
  _input,
  { sessions, nextSessions, clock },
) => {
  sessions.clear()
  nextSessions.clear()
  clock.reset()
  return { status: 204 }
}
