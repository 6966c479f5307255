import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'

export const releaseNotifications: Operation<'releaseNotifications', 'deliveries'> = async (
  { request },
  { deliveries },
) => {
  const released = await deliveries.release(request.body ?? {})
  return { status: 200, body: { notifications: released.map(describeDelivery) } }
}
