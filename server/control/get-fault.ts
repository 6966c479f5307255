import { getFaultRule } from './find-fault.js'
import type { Operation } from './operation.js'

export const getFault: Operation<'getFault', 'faults'> = ({ request }, { faults }) => ({
  status: 200,
  body: { ...getFaultRule(request.path.faultId, faults) },
})
