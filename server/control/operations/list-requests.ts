import { mapInTurns } from '../../base/in-turns.js'
import { describeRequest } from '../../journal/describe-request.js'
import { differencesFrom } from '../../journal/expectation.js'
import { summariseRequest } from '../../journal/summarise-request.js'
import { judgeOperation } from '../../openapi/judge-operation.js'
import type { Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'
import { pageOf } from '../page.js'

export const listRequests: Operation<'listRequests', 'journal'> = async ({ request }, { journal }) => {
  const { matched, after, before, limit, view, ...asked } = request.query ?? {}
  throwIfInvalid(judgeOperation(asked.operation))
  const expected = { ...asked, ...(matched !== undefined && { matched: matched === 'true' }) }
  const kept = await journal.list()
  const judged = await mapInTurns(kept, (entry) => (differencesFrom(expected, entry).length === 0 ? [entry] : []))
  const found = judged.flat()
  const page = pageOf(found, { after, before, limit })
  const [oldest] = kept
  const forgotten = oldest !== undefined && (await journal.hasForgotten({})) ? { forgotten: oldest.id - 1 } : {}
  const counted = { total: found.length, ...forgotten }
  return view === 'summary'
    ? { status: 200, body: { requests: await mapInTurns(page, summariseRequest), ...counted } }
    : { status: 200, body: { requests: await mapInTurns(page, describeRequest), ...counted } }
}
