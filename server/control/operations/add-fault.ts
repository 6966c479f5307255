import { YotiError } from '../../base/errors.js'
import { judgeFault } from '../../faults/judge-fault.js'
import { mostFaults } from '../../state/limits.js'
import type { Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'

export const addFault: Operation<'addFault', 'faults'> = async ({ request }, { faults }) => {
  throwIfInvalid(judgeFault(request.body))
  const counted = await faults.add(request.body)
  if (counted === undefined)
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [
        { property: 'faults', message: `has ${mostFaults} rules already; remove some with DELETE /__mock/faults` },
      ],
    })
  return { status: 201, body: { ...counted } }
}
