import { YotiError } from '../../base/errors.js'
import { summarise } from '../../engine/results/summarise.js'
import type { Operation } from '../control-operation.js'

export const getScenario: Operation<'getScenario', 'catalogue' | 'clocks'> = async (
  { request },
  { catalogue, clocks },
) => {
  const { scenarioId } = request.path
  const scenario = catalogue.find(scenarioId)
  if (scenario === undefined)
    throw new YotiError('SCENARIO_NOT_FOUND', { message: catalogue.describeUnknown(scenarioId) })
  const { summary, status, answer } = summarise(scenario, (await clocks.read()).unmoved)
  const documents = catalogue.documentsOf(scenario)
  return { status: 200, body: { ...summary, documents, status, answer } }
}
