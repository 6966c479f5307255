import { mapInTurns } from '../../base/in-turns.js'
import { summarise } from '../../engine/results/summarise.js'
import type { Operation } from '../control-operation.js'

export const listScenarios: Operation<'listScenarios', 'catalogue' | 'clocks'> = async (
  { request },
  { catalogue, clocks },
) => {
  const { unmoved: now } = await clocks.read()
  const listed = request.query.documents === 'true' ? catalogue.listWithDocuments() : catalogue.list()
  // A result is made for every scenario.
  const scenarios = await mapInTurns(listed, (scenario) => summarise(scenario, now).summary)
  return { status: 200, body: { scenarios } }
}
