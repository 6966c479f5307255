import { changeScenario } from '../sessions/transitions.js'
import { changeSession } from './change-session.js'
import { findScenario } from './find-scenario.js'
import type { Operation } from './operation.js'

export const changeSessionScenario: Operation<
  'changeSessionScenario',
  'sessions' | 'catalogue' | 'visitPolicy'
> = async ({ request }, deps) => {
  const scenario = findScenario(request.body.scenario, deps)
  const body = await changeSession(request.path.sessionId, deps, (session, _former, now) =>
    changeScenario(session, scenario, now, deps.visitPolicy),
  )
  return { status: 200, body }
}
