import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

export const retryNotifications: Operation<'retryNotifications', 'deliveries'> = async (
  { request },
  { deliveries },
) => {
  const waiting = await findDeliveries({ ...request.body, status: 'waiting' }, deliveries)
  await deliveries.retry([...new Set(waiting.map(({ sessionId }) => sessionId))])
  return { status: 200, body: { notifications: waiting.map(describeDelivery) } }
}
