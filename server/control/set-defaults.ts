import { findScenario } from './find-scenario.js'
import type { Operation } from './operation.js'

export const setDefaults: Operation<'setDefaults', 'applications' | 'catalogue'> = ({ request }, deps) => {
  const { id } = findScenario(request.body.scenario, deps)
  deps.applications.defaultScenario = id
  return { status: 200, body: { scenario: id } }
}
