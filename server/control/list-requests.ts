import { describeRequest } from '../journal/describe-request.js'
import { differencesFrom } from '../journal/expectation.js'
import { judgeOperation } from '../openapi/judge-operation.js'
import { mustBeRight, mustKnowNames } from './must-know.js'
import type { Operation } from './operation.js'

const filters = ['sessionId', 'sdkId', 'operation', 'status', 'matched', 'scenario', 'method', 'path']

export const listRequests: Operation<'listRequests', 'journal'> = ({ request }, { journal }) => {
  const { matched, ...asked } = request.query ?? {}
  mustKnowNames('query', request.query, filters)
  mustBeRight(judgeOperation(asked.operation))
  const expected = { ...asked, ...(matched !== undefined && { matched: matched === 'true' }) }
  const found = journal.list().filter((entry) => differencesFrom(expected, entry).length === 0)
  return { status: 200, body: { requests: found.map(describeRequest) } }
}
