import { getSession } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { describeDeliveries } from '../describe-delivery.js'
import { showSession } from '../show-session.js'

export const inspectSession: Operation<'inspectSession', FindsSessions | 'deliveries'> = async (
  { request, address },
  { deliveries, ...deps },
) => {
  const { session, now } = await getSession(request.path.sessionId, deps)
  return {
    status: 200,
    body: {
      ...showSession(session, now, address),
      deliveries: await describeDeliveries(deliveries, { sessionId: session.id }),
    },
  }
}
