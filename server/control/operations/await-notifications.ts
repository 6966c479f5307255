import { once } from 'node:events'
import { clearTimeout, setTimeout } from 'node:timers'
import { createAbortController } from '../../base/abort.js'
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
  const late = createAbortController()
  const timer = setTimeout(() => late.abort(), Number(timeout) * 1000)
  try {
    for (;;) {
      // Listened to before it is looked, so that no change between the two is missed.
      const changed = once(changes, 'delivery', { signal: late.signal }).catch(() => undefined)
      const found = await findDeliveries({ ...filter, status }, deliveries)
      if (found.length >= Number(count)) return { status: 200, body: { notifications: found.map(describeDelivery) } }
      if (late.signal.aborted)
        throw notSent(await findDeliveries(filter, deliveries), found.length, Number(count), timeout)
      await changed
    }
  } finally {
    clearTimeout(timer)
    late.abort()
  }
}
