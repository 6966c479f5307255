import { describeRequest } from '../../journal/describe-request.js'
import { differencesFrom } from '../../journal/expectation.js'
import { judgeOperation } from '../../openapi/judge-operation.js'
import type { Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'

export const listRequests: Operation<'listRequests', 'journal'> = async ({ request }, { journal }) => {
  const { matched, ...asked } = request.query ?? {}
  throwIfInvalid(judgeOperation(asked.operation))
  const expected = { ...asked, ...(matched !== undefined && { matched: matched === 'true' }) }
  const found = (await journal.list()).filter((entry) => differencesFrom(expected, entry).length === 0)
  return { status: 200, body: { requests: found.map(describeRequest) } }
}
