import { deliveriesOf } from './describe-delivery.js'
import type { Operation } from './operation.js'

export const holdNotifications: Operation<'holdNotifications', 'outbox'> = ({ request }, { outbox }) => {
  const whose = request.body ?? {}
  outbox.hold(whose)
  return { status: 200, body: { notifications: deliveriesOf(outbox, whose).filter(({ status }) => status === 'held') } }
}
