import { type PropertyError, YotiError } from '../../base/errors.js'
import { type Count, countedSince, verify } from '../../journal/verify.js'
import { judgeOperation } from '../../openapi/judge-operation.js'
import type { Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'

/** Numbers that no traffic could satisfy. */
const contradictions = ({ exactly, atLeast, atMost }: Count): PropertyError[] => {
  if (exactly !== undefined && (atLeast ?? atMost) !== undefined)
    return [{ property: 'exactly', message: 'stands alone: leave out atLeast and atMost' }]
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
    return [{ property: 'atLeast', message: `is ${atLeast}, more than atMost ${atMost}` }]
  return []
}

export const verifyRequests: Operation<'verifyRequests', 'journal'> = async ({ request }, { journal }) => {
  const { exactly, atLeast, atMost, ...expected } = request.body
  throwIfInvalid([...judgeOperation(expected.operation), ...contradictions(request.body)])
  const wanted = {
    ...(exactly !== undefined && { exactly }),
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
  }
  const entries = await journal.list()
  const isSure = !(await journal.hasForgotten(countedSince(entries, expected)))
  const { count, message, nearest } = await verify(entries, expected, { wanted, isSure })
  if (message !== undefined) throw new YotiError('VERIFICATION_FAILED', { message, errors: nearest })
  return { status: 200, body: { count } }
}
