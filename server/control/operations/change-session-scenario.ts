import { changeScenario } from '../../engine/sessions/transitions.js'
import { changeSession } from '../../state/update-session.js'
import type { Operation } from '../control-operation.js'
import { findScenario } from '../scenario-by-id.js'

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
