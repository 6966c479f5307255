import type { Operation } from '../control-operation.js'
import { getFaultRule } from '../fault-by-id.js'

export const removeFault: Operation<'removeFault', 'faults'> = ({ request }, { faults }) => {
  faults.remove(getFaultRule(request.path.faultId, faults).id)
  return { status: 204 }
}
