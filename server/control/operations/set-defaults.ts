import type { Operation } from '../control-operation.js'
import { findScenario } from '../scenario-by-id.js'

export const setDefaults: Operation<'setDefaults', 'applications' | 'catalogue'> = ({ request }, deps) => {
  const { id } = findScenario(request.body.scenario, deps)
  deps.applications.defaultScenario = id
  return { status: 200, body: { scenario: id } }
}
