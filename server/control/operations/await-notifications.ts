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

/** Why a delivery has failed for good. */
const reasonOf = ({ id, topic, attempts }: Delivery) => {
  const { status, error } = attempts.at(-1) ?? {}
  return `delivery ${id} of ${topic} has failed for good: ${error ?? `the receiver answered ${status}`}`
}

/** A failure that nothing which still waits can make up for; of all topics together more may be planned. */
const findHopeless = ({ topic, status }: { topic?: string; status: string }, all: readonly Delivery[]) =>
  topic === undefined || status !== 'delivered' || all.some((delivery) => ['waiting', 'held'].includes(delivery.status))
    ? undefined
    : all.findLast((delivery) => delivery.status === 'failed')

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
      const all = await findDeliveries(filter, deliveries)
      const failed = findHopeless({ ...filter, status }, all)
      if (failed !== undefined) throw new YotiError('NOTIFICATION_NOT_SENT', { message: reasonOf(failed) })
      if (late.signal.aborted) throw notSent(all, found.length, Number(count), timeout)
      await changed
    }
  } finally {
    clearTimeout(timer)
    late.abort()
  }
}
