import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

export const releaseNotifications: Operation<'releaseNotifications', 'deliveries'> = async (
  { request },
  { deliveries },
) => {
  const whose = request.body ?? {}
  const held = await findDeliveries({ ...whose, status: 'held' }, deliveries)
  await deliveries.release(whose)
  return { status: 200, body: { notifications: held.map(describeDelivery) } }
}
