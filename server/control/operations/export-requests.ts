import { writeHar } from '../../journal/har.js'
import type { Operation } from '../control-operation.js'
import { filterRequests } from '../filter-requests.js'

export const exportRequests: Operation<'exportRequests', 'journal' | 'version'> = async (
  { request, address },
  { journal, version },
) => {
  const { secrets, ...asked } = request.query ?? {}
  const { page } = await filterRequests(await journal.list(), asked)
  return { status: 200, body: { log: writeHar(page, { address, version, keepsSecrets: secrets === 'true' }) } }
}
