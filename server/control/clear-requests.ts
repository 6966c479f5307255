import { sdkIdOf } from '../journal/describe-request.js'
import type { Operation } from './operation.js'

export const clearRequests: Operation<'clearRequests', 'journal'> = ({ request }, { journal }) => {
  const { sdkId } = request.query ?? {}
  if (sdkId === undefined) journal.clear()
  else journal.clear((entry) => sdkIdOf(entry) === sdkId)
  return { status: 204 }
}
