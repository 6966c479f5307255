import type { Operation } from '../control-operation.js'
import { getFaultRule } from '../fault-by-id.js'

export const getFault: Operation<'getFault', 'faults'> = async ({ request }, { faults }) => ({
  status: 200,
  body: { ...(await getFaultRule(request.path.faultId, faults)) },
})
