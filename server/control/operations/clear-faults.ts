import type { Operation } from '../control-operation.js'

export const clearFaults: Operation<'clearFaults', 'faults'> = ({ request }, { faults }) => {
  faults.clear(request.query?.sdkId)
  return { status: 204 }
}
