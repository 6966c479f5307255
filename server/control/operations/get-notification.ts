import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { getDelivery } from '../find-deliveries.js'

export const getNotification: Operation<'getNotification', 'deliveries'> = async ({ request }, { deliveries }) => ({
  status: 200,
  body: describeDelivery(await getDelivery(request.path.deliveryId, deliveries)),
})
