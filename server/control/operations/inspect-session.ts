import { describeSession } from '../../engine/results/describe-session.js'
import { getSession } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { describeDeliveries } from '../describe-delivery.js'

export const inspectSession: Operation<'inspectSession', FindsSessions | 'deliveries'> = async (
  { request },
  { deliveries, ...deps },
) => {
  const { session, now } = await getSession(request.path.sessionId, deps)
  return {
    status: 200,
    body: {
      ...describeSession(session, now),
      deliveries: await describeDeliveries(deliveries, { sessionId: session.id }),
    },
  }
}
