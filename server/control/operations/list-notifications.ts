import { mapInTurns } from '../../base/in-turns.js'
import type { Operation } from '../control-operation.js'
import { describeDelivery, summariseDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'
import { pageOf } from '../page.js'

export const listNotifications: Operation<'listNotifications', 'deliveries'> = async ({ request }, { deliveries }) => {
  const { after, before, limit, view, ...filter } = request.query ?? {}
  const found = await findDeliveries(filter, deliveries)
  const page = pageOf(found, { after, before, limit })
  const total = found.length
  return view === 'summary'
    ? { status: 200, body: { notifications: await mapInTurns(page, summariseDelivery), total } }
    : { status: 200, body: { notifications: await mapInTurns(page, describeDelivery), total } }
}
