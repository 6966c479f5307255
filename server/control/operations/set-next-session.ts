import { getScenario } from '../../engine/scenarios/scenario-by-id.js'
import type { Operation } from '../control-operation.js'

export const setNextSession: Operation<'setNextSession', 'nextSessions' | 'catalogue'> = async (
  { request },
  { nextSessions, catalogue },
) => {
  const { scenario, sdkId, times = 1 } = request.body
  const next = {
    scenario: getScenario(scenario, 'scenario', catalogue).id,
    times,
    ...(sdkId !== undefined && { sdkId }),
  }
  await nextSessions.add(next)
  return { status: 200, body: next }
}
