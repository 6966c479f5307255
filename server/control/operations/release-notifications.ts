import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

export const releaseNotifications: Operation<'releaseNotifications', 'outbox'> = ({ request }, { outbox }) => {
  const whose = request.body ?? {}
  const held = findDeliveries({ ...whose, status: 'held' }, outbox)
  outbox.release(whose)
  return { status: 200, body: { notifications: held.map(describeDelivery) } }
}
