import type { Operation } from '../control-operation.js'
import { getFaultRule } from '../fault-by-id.js'

export const removeFault: Operation<'removeFault', 'faults'> = async ({ request }, { faults }) => {
  const { id } = await getFaultRule(request.path.faultId, faults)
  await faults.remove(id)
  return { status: 204 }
}
