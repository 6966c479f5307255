import { getScenario } from '../../engine/scenarios/scenario-by-id.js'
import { changeScenario } from '../../engine/sessions/transitions.js'
import { updateSession } from '../../state/update-session.js'
import type { ChangesSessions, Operation } from '../control-operation.js'
import { showSession } from '../show-session.js'

export const changeSessionScenario: Operation<
  'changeSessionScenario',
  ChangesSessions | 'catalogue' | 'visitPolicy'
> = async ({ request, address }, deps) => {
  const scenario = getScenario(request.body.scenario, 'scenario', deps.catalogue)
  const { session: changed, now: at } = await updateSession(request.path.sessionId, deps, (session, _former, now) =>
    changeScenario(session, scenario, now, deps.visitPolicy),
  )
  return { status: 200, body: showSession(changed, at, address) }
}
