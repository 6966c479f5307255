import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

export const listNotifications: Operation<'listNotifications', 'outbox'> = ({ request }, { outbox }) => {
  const filter = request.query ?? {}
  return { status: 200, body: { notifications: findDeliveries(filter, outbox).map(describeDelivery) } }
}
