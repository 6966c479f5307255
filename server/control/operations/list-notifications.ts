import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

export const listNotifications: Operation<'listNotifications', 'deliveries'> = async ({ request }, { deliveries }) => {
  const filter = request.query ?? {}
  return { status: 200, body: { notifications: (await findDeliveries(filter, deliveries)).map(describeDelivery) } }
}
