import type { Session } from '../engine/model/session.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { assertNotNamed } from '../engine/sessions/transitions.js'
import { getSession, type SessionDeps } from './find-session.js'
import type { State } from './state.js'

/** What sessions are changed with. */
export type UpdateDeps = SessionDeps & Pick<State, 'commit'>

/** Loads a session, changes it and keeps it, again when somebody else was faster. @throws YotiError also for a named session, which is read-only */
export const updateSession = async (
  sessionId: string,
  deps: UpdateDeps,
  change: (session: Session, scenario: Scenario, now: number) => Session,
): Promise<{ readonly session: Session; readonly now: number }> => {
  for (;;) {
    const stored = await getSession(sessionId, deps)
    const { now } = stored
    const session = change(stored.session, stored.session.scenario, now)
    assertNotNamed(session)
    if (await deps.commit({ stored }, { session: { put: session } })) return { session, now }
  }
}
