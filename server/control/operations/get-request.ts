import { YotiError } from '../../base/errors.js'
import { describeRequest } from '../../journal/describe-request.js'
import type { Operation } from '../control-operation.js'

export const getRequest: Operation<'getRequest', 'journal'> = async ({ request }, { journal }) => {
  const { requestId } = request.path
  const entry = (await journal.list()).find(({ id }) => String(id) === requestId)
  if (entry === undefined)
    throw new YotiError('REQUEST_NOT_FOUND', {
      message: `No request that is kept has the id ${requestId}; GET /__mock/requests lists them, --journal-size keeps more`,
    })
  return { status: 200, body: describeRequest(entry) }
}
