import { once } from 'node:events'
import { YotiError } from '../../base/errors.js'
import type { Delivery } from '../../webhooks/index.js'
import type { Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

const notSent = (all: readonly Delivery[], found: number, count: number, timeout: string) => {
  const others = all.map(({ topic, status }) => `${topic} ${status}`).join(', ')
  return new YotiError('NOTIFICATION_NOT_SENT', {
    message: `${found} of ${count} after ${timeout} s. There are: ${others || 'none'}`,
  })
}

export const awaitNotifications: Operation<'awaitNotifications', 'outbox'> = async ({ request }, { outbox }) => {
  const asked = request.query ?? {}
  const { count = '1', timeout = '10', status = 'delivered', ...filter } = asked
  const signal = AbortSignal.timeout(Number(timeout) * 1000)
  for (;;) {
    const found = findDeliveries({ ...filter, status }, outbox)
    if (found.length >= Number(count)) return { status: 200, body: { notifications: found.map(describeDelivery) } }
    if (signal.aborted) throw notSent(findDeliveries({ ...filter }, outbox), found.length, Number(count), timeout)
    await once(outbox.changes, 'changed', { signal }).catch(() => undefined)
  }
}
