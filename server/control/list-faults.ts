import { mustKnowNames } from './must-know.js'
import type { Operation } from './operation.js'

export const listFaults: Operation<'listFaults', 'faults'> = ({ request }, { faults }) => {
  mustKnowNames('query', request.query, ['sdkId'])
  return { status: 200, body: { faults: faults.list(request.query?.sdkId).map((counted) => ({ ...counted })) } }
}
