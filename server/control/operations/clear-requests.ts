import type { Operation } from '../control-operation.js'

export const clearRequests: Operation<'clearRequests', 'journal'> = async ({ request }, { journal }) => {
  await journal.clear(request.query?.sdkId)
  return { status: 204 }
}
