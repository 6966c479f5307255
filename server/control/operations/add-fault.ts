import { YotiError } from '../../base/errors.js'
import { judgeFault } from '../../faults/judge-fault.js'
import { mostFaults } from '../../state/memory/faults.js'
import type { Operation } from '../control-operation.js'
import { mustBeRight } from '../known-names.js'

export const addFault: Operation<'addFault', 'faults'> = ({ request }, { faults }) => {
  mustBeRight(judgeFault(request.body))
  const counted = faults.add(request.body)
  if (counted === undefined)
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [
        { property: 'faults', message: `has ${mostFaults} rules already; remove some with DELETE /__mock/faults` },
      ],
    })
  return { status: 201, body: { ...counted } }
}
