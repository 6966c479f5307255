import { getFaultRule } from './find-fault.js'
import type { Operation } from './operation.js'

export const removeFault: Operation<'removeFault', 'faults'> = ({ request }, { faults }) => {
  faults.remove(getFaultRule(request.path.faultId, faults).id)
  return { status: 204 }
}
