import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { getDelivery } from '../find-deliveries.js'

export const sendNotification: Operation<'sendNotification', 'deliveries' | 'dispatcher'> = async (
  { request },
  { deliveries, dispatcher },
) => {
  const delivery = await getDelivery(request.path.deliveryId, deliveries)
  return { status: 200, body: describeDelivery(await dispatcher.send(delivery)) }
}
