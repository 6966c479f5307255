import { withFaceSearch } from '../engine/faces/search.js'
import type { Session } from '../engine/model/session.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { assertNotNamed } from '../engine/sessions/transitions.js'
import { getSession, type SessionDeps } from './find-session.js'
import type { State } from './state.js'
import { tryUntilDone } from './tries.js'

/** What sessions are changed with. */
export type UpdateDeps = SessionDeps & Pick<State, 'commit' | 'faceRegisters'>

/** A search for a familiar face looks in the pool as it is now. */
const searchedAgain = async (session: Session, { faceRegisters }: UpdateDeps): Promise<Session> => {
  if (session.faceSearch === undefined || session.frozenAt !== undefined) return session
  const { register } = await faceRegisters.find(session.sdkId, [session.faceSearch.poolId])
  return withFaceSearch(session, register)
}

/** Loads a session, changes it and keeps it, again when somebody else was faster. @throws YotiError also for a named session, which is read-only, and TEMPORARILY_UNAVAILABLE when others are always faster */
export const updateSession = async (
  sessionId: string,
  deps: UpdateDeps,
  change: (session: Session, scenario: Scenario, now: number) => Session,
): Promise<{ readonly session: Session; readonly now: number }> =>
  tryUntilDone(async () => {
    const stored = await getSession(sessionId, deps)
    const { now } = stored
    const session = change(await searchedAgain(stored.session, deps), stored.session.scenario, now)
    assertNotNamed(session)
    return (await deps.commit({ stored }, { session: { put: session } })) && { session, now }
  })
