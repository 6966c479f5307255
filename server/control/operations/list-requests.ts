import { mapInTurns } from '../../base/in-turns.js'
import { describeRequest } from '../../journal/describe-request.js'
import { summariseRequest } from '../../journal/summarise-request.js'
import type { Operation } from '../control-operation.js'
import { filterRequests } from '../filter-requests.js'

export const listRequests: Operation<'listRequests', 'journal'> = async ({ request }, { journal }) => {
  const { view, ...asked } = request.query ?? {}
  const kept = await journal.list()
  const { found, page } = await filterRequests(kept, asked)
  const [oldest] = kept
  const forgotten = oldest !== undefined && (await journal.hasForgotten({})) ? { forgotten: oldest.id - 1 } : {}
  const counted = { total: found.length, ...forgotten }
  return view === 'summary'
    ? { status: 200, body: { requests: await mapInTurns(page, summariseRequest), ...counted } }
    : { status: 200, body: { requests: await mapInTurns(page, describeRequest), ...counted } }
}
