import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { getDelivery } from '../find-deliveries.js'

export const sendNotification: Operation<'sendNotification', 'outbox'> = async ({ request }, { outbox }) => ({
  status: 200,
  body: describeDelivery(await outbox.send(getDelivery(request.path.deliveryId, outbox))),
})
