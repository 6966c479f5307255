import { once } from 'node:events'
import { clearTimeout, setTimeout } from 'node:timers'
import { setTimeout as wait } from 'node:timers/promises'
import { createAbortController } from '../../base/abort.js'
import { YotiError } from '../../base/errors.js'
import type { Delivery } from '../../engine/notifications/delivery.js'
import { untilAnswered } from '../../state/until-answered.js'
import { findHopeless } from '../coming-notifications.js'
import type { ControlDeps, FindsSessions, Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { findDeliveries } from '../find-deliveries.js'

const notSent = (
  all: readonly Delivery[],
  { found, count, why }: { readonly found: number; readonly count: string; readonly why: string },
) => {
  const others = all.map(({ topic, status }) => `${topic} ${status}`).join(', ')
  const message = `${found} of ${count}${why}. There are: ${others || 'none'}`
  return new YotiError('NOTIFICATION_NOT_SENT', { message })
}

/** Milliseconds in which a server plans the deliveries of what it has kept. */
const secondLook = 250

/** What may change what can come. */
const wakingChanges = ['delivery', 'kept', 'removed', 'clock', 'missed'] as const

/** Listens until one of the changes comes, or the time is over. */
const nextChange = (changes: ControlDeps['changes'], late: AbortSignal): Promise<unknown> => {
  const done = createAbortController()
  const stop = () => done.abort()
  late.addEventListener('abort', stop)
  const all = wakingChanges.map((change) => once(changes, change, { signal: done.signal }).catch(() => undefined))
  return Promise.race(all).finally(() => {
    late.removeEventListener('abort', stop)
    stop()
  })
}

export const awaitNotifications: Operation<'awaitNotifications', FindsSessions | 'deliveries' | 'changes'> = async (
  { request },
  { deliveries, changes, ...deps },
) => {
  const { count = '1', timeout = '10', status = 'delivered', ...filter } = request.query ?? {}
  const late = createAbortController()
  // Somebody who still waits does not keep a server from ending.
  const timer = setTimeout(() => late.abort(), Number(timeout) * 1000).unref()
  const topic = filter.topic?.toLowerCase()
  const wanted = { ...filter, ...(topic !== undefined && { topic }), status }
  let hasLooked = false
  const look = async () => {
    // One reading for both questions: another server may deliver between two.
    const all = await findDeliveries(filter, deliveries)
    const found = all.filter((delivery) => delivery.status === status)
    const isEnough = found.length >= Number(count)
    const reason = isEnough ? undefined : await findHopeless(wanted, all, deps)
    hasLooked = true
    return { all, found, isEnough, reason }
  }
  let wasHopeless = false
  try {
    for (;;) {
      // Listened to before it is looked, so that no change between the two is missed.
      const changed = nextChange(changes, late.signal)
      // A store that goes away while somebody waits may be back in time.
      const { all, found, isEnough, reason } = await untilAnswered(look, () => !hasLooked || late.signal.aborted)
      if (isEnough) return { status: 200, body: { notifications: found.map(describeDelivery) } }
      if (reason !== undefined && wasHopeless) throw notSent(all, { found: found.length, count, why: `: ${reason}` })
      if (late.signal.aborted)
        throw notSent(all, {
          found: found.length,
          count,
          why: reason === undefined ? ` after ${timeout} s` : `: ${reason}`,
        })
      // The session was read after its deliveries: what another server plans meanwhile is seen by the second look.
      wasHopeless = reason !== undefined
      await (wasHopeless ? Promise.race([changed, wait(secondLook)]) : changed)
    }
  } finally {
    clearTimeout(timer)
    late.abort()
  }
}
