import { YotiError } from '../../base/errors.js'
import { describeSession } from '../../engine/results/describe-session.js'
import type { Operation } from '../control-operation.js'
import { deliveriesOf } from '../describe-delivery.js'

export const inspectSession: Operation<'inspectSession', 'sessions' | 'outbox'> = async (
  { request },
  { sessions, outbox },
) => {
  const loaded = await sessions.load(request.path)
  if (loaded === undefined) throw new YotiError('SESSION_NOT_FOUND')
  return {
    status: 200,
    body: {
      ...describeSession(loaded.session, loaded.now),
      deliveries: deliveriesOf(outbox, { sessionId: loaded.session.id }),
    },
  }
}
