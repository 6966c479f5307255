import { YotiError } from '../errors.js'
import { verify } from '../journal/verify.js'
import { judgeOperation } from '../openapi/judge-operation.js'
import { mustBeRight } from './must-know.js'
import type { Operation } from './operation.js'

export const verifyRequests: Operation<'verifyRequests', 'journal'> = ({ request }, { journal }) => {
  const { exactly, atLeast, atMost, ...expected } = request.body
  mustBeRight(judgeOperation(expected.operation))
  const wanted = {
    ...(exactly !== undefined && { exactly }),
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
  }
  const { count, message, nearest } = verify(journal.list(), expected, wanted)
  if (message !== undefined) throw new YotiError('VERIFICATION_FAILED', { message, errors: nearest })
  return { status: 200, body: { count } }
}
