import type { Operation } from '../control-operation.js'

export const clearFaults: Operation<'clearFaults', 'faults'> = async ({ request }, { faults }) => {
  await faults.clear(request.query?.sdkId)
  return { status: 204 }
}
