import type { Operation } from '../control-operation.js'

export const listFaults: Operation<'listFaults', 'faults'> = ({ request }, { faults }) => {
  const sdkId = request.query?.sdkId
  const ofScenarios = [...faults.listOfScenarios(sdkId)]
  return { status: 200, body: { faults: faults.list(sdkId).map((counted) => ({ ...counted })), ofScenarios } }
}
