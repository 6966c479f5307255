import { summarise } from '../../engine/results/summarise.js'
import type { Operation } from '../control-operation.js'

export const listScenarios: Operation<'listScenarios', 'catalogue' | 'clocks'> = (_input, { catalogue, clocks }) => {
  const now = clocks.unmoved.now()
  return { status: 200, body: { scenarios: catalogue.list().map((scenario) => summarise(scenario, now).summary) } }
}
