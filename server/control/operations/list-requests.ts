import { describeRequest } from '../../journal/describe-request.js'
import { differencesFrom } from '../../journal/expectation.js'
import { judgeOperation } from '../../openapi/judge-operation.js'
import type { Operation } from '../control-operation.js'
import { mustBeRight } from '../known-names.js'

export const listRequests: Operation<'listRequests', 'journal'> = ({ request }, { journal }) => {
  const { matched, ...asked } = request.query ?? {}
  mustBeRight(judgeOperation(asked.operation))
  const expected = { ...asked, ...(matched !== undefined && { matched: matched === 'true' }) }
  const found = journal.list().filter((entry) => differencesFrom(expected, entry).length === 0)
  return { status: 200, body: { requests: found.map(describeRequest) } }
}
