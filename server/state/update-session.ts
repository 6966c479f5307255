import { YotiError } from '../base/errors.js'
import type { ControlDeps } from '../control/control-operation.js'
import type { Session } from '../engine/model/session.js'
import { describeSession } from '../engine/results/describe-session.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { ControlSchema } from '../openapi/schema.js'

type Needs = Pick<ControlDeps, 'sessions' | 'catalogue'>

/** Loads a session, changes it and keeps it, again when somebody else was faster. */
export const changeSession = async (
  sessionId: string,
  { sessions, catalogue }: Needs,
  change: (session: Session, scenario: Scenario, now: number) => Session,
): Promise<ControlSchema<'SessionView'>> => {
  for (;;) {
    const loaded = await sessions.load({ sessionId })
    const scenario = loaded && catalogue.find(loaded.session.scenarioId)
    if (loaded === undefined || scenario === undefined) throw new YotiError('SESSION_NOT_FOUND')
    const { now } = loaded
    const session = change(loaded.session, scenario, now)
    if (await sessions.commit(session, loaded.version)) return describeSession(session, now)
  }
}
