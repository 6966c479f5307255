import { once } from 'node:events'
import { YotiError } from '../../base/errors.js'
import type { Delivery } from '../../engine/notifications/delivery.js'
import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

const notSent = (all: readonly Delivery[], found: number, count: number, timeout: string) => {
  const others = all.map(({ topic, status }) => `${topic} ${status}`).join(', ')
  return new YotiError('NOTIFICATION_NOT_SENT', {
    message: `${found} of ${count} after ${timeout} s. There are: ${others || 'none'}`,
  })
}

export const awaitNotifications: Operation<'awaitNotifications', 'deliveries' | 'changes'> = async (
  { request },
  { deliveries, changes },
) => {
  const asked = request.query ?? {}
  const { count = '1', timeout = '10', status = 'delivered', ...filter } = asked
  const late = AbortSignal.timeout(Number(timeout) * 1000)
  for (;;) {
    // Listened to before it is looked, so that no change between the two is missed.
    const looked = new AbortController()
    const signal = AbortSignal.any([late, looked.signal])
    const changed = once(changes, 'delivery', { signal }).catch(() => undefined)
    try {
      const found = await findDeliveries({ ...filter, status }, deliveries)
      if (found.length >= Number(count)) return { status: 200, body: { notifications: found.map(describeDelivery) } }
      if (late.aborted) throw notSent(await findDeliveries(filter, deliveries), found.length, Number(count), timeout)
      await changed
    } finally {
      looked.abort()
    }
  }
}
