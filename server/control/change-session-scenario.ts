import { changeScenario } from '../sessions/transitions.js'
import { changeSession } from './change-session.js'
import { findScenario } from './find-scenario.js'
import type { Operation } from './operation.js'

export const changeSessionScenario: Operation<
  'changeSessionScenario',
  'sessions' | 'catalogue' | 'visitPolicy'
> = async ({ request, now }, deps) => {
  const scenario = findScenario(request.body.scenario, deps)
  const change = (session: Parameters<typeof changeScenario>[0]) =>
    changeScenario(session, scenario, now, deps.visitPolicy)
  return { status: 200, body: await changeSession(request.path.sessionId, now, deps, change) }
}
