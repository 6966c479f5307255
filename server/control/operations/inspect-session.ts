import { describeSession } from '../../engine/results/describe-session.js'
import { getSession } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { deliveriesOf } from '../describe-delivery.js'

export const inspectSession: Operation<'inspectSession', FindsSessions | 'outbox'> = async (
  { request },
  { outbox, ...deps },
) => {
  const { session, now } = await getSession(request.path.sessionId, deps)
  return {
    status: 200,
    body: {
      ...describeSession(session, now),
      deliveries: deliveriesOf(outbox, { sessionId: session.id }),
    },
  }
}
