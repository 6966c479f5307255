import { getScenario } from '../../engine/scenarios/scenario-by-id.js'
import type { Operation } from '../control-operation.js'

export const setDefaults: Operation<'setDefaults', 'applications' | 'catalogue'> = async (
  { request },
  { applications, catalogue },
) => {
  const { id } = getScenario(request.body.scenario, 'scenario', catalogue)
  await applications.setDefaultScenario(id)
  return { status: 200, body: { scenario: id } }
}
