import { YotiError } from '../errors.js'
import { mostFaults } from '../faults/faults.js'
import { judgeFault } from '../faults/judge-fault.js'
import { mustBeRight } from './must-know.js'
import type { Operation } from './operation.js'

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
