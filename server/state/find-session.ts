import { YotiError } from '../base/errors.js'
import type { NamedSessions } from '../engine/sessions/named-sessions.js'
import type { State, StoredSession } from './state.js'

/** What sessions are found with. */
export type SessionDeps = Pick<State, 'sessions' | 'clocks'> & { readonly namedSessions: NamedSessions }

/** The created session with this id, else the named one, whose version is 0. */
export const findSession = async (
  sessionId: string,
  { sessions, clocks, namedSessions }: SessionDeps,
): Promise<StoredSession | undefined> => {
  const stored = await sessions.find(sessionId)
  if (stored !== undefined) return stored
  const { unmoved } = await clocks.read()
  const session = namedSessions.find(sessionId, unmoved)
  return session && { session, version: 0, now: unmoved }
}

/** @throws YotiError SESSION_NOT_FOUND */
export const getSession = async (sessionId: string, deps: SessionDeps): Promise<StoredSession> => {
  const found = await findSession(sessionId, deps)
  if (found === undefined) throw new YotiError('SESSION_NOT_FOUND')
  return found
}
