import type { Operation } from '../control-operation.js'
import { findScenario } from '../scenario-by-id.js'

export const setNextSession: Operation<'setNextSession', 'nextSessions' | 'catalogue'> = ({ request }, deps) => {
  const { scenario, sdkId, times = 1 } = request.body
  const next = { scenario: findScenario(scenario, deps).id, times, ...(sdkId !== undefined && { sdkId }) }
  deps.nextSessions.add(next)
  return { status: 200, body: next }
}
