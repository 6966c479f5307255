import { YotiError } from '../errors.js'
import { deliveriesOf } from './describe-delivery.js'
import { describeSession } from './describe-session.js'
import type { Operation } from './operation.js'

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
