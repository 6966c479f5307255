import { mustKnowNames } from './must-know.js'
import type { Operation } from './operation.js'

export const clearFaults: Operation<'clearFaults', 'faults'> = ({ request }, { faults }) => {
  mustKnowNames('query', request.query, ['sdkId'])
  faults.clear(request.query?.sdkId)
  return { status: 204 }
}
