import type { Operation } from '../control-operation.js'

export const clearRequests: Operation<'clearRequests', 'journal'> = ({ request }, { journal }) => {
  journal.clear(request.query?.sdkId)
  return { status: 204 }
}
