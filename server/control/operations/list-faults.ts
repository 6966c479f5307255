import type { Operation } from '../control-operation.js'

export const listFaults: Operation<'listFaults', 'faults'> = async ({ request }, { faults }) => {
  const sdkId = request.query?.sdkId
  const ofScenarios = [...(await faults.listOfScenarios(sdkId))]
  return { status: 200, body: { faults: [...(await faults.list(sdkId))], ofScenarios } }
}
