import { summarise } from '../../engine/results/summarise.js'
import type { Operation } from '../control-operation.js'

export const listScenarios: Operation<'listScenarios', 'catalogue' | 'clocks'> = async (
  _input,
  { catalogue, clocks },
) => {
  const { unmoved: now } = await clocks.read()
  return { status: 200, body: { scenarios: catalogue.list().map((scenario) => summarise(scenario, now).summary) } }
}
