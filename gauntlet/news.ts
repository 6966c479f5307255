import { setTimeout as wait } from 'node:timers/promises'
import type { MockYoti } from '../server/index.js'

type Control = MockYoti['control']

const isOpen = ({ status }: { status: string }) => status === 'waiting'

/** How long the service may take to answer a webhook before the story goes on without it. */
const mostWaits = 60
const pause = 25

/** Waits until nothing is on its way to the service; a webhook that fails again and again is left to itself. */
const settle = async (control: Control, sessionId: string) => {
  for (let left = mostWaits; left > 0; left--) {
    const deliveries = await control.notifications.list({ sessionId })
    if (!deliveries.some(isOpen)) return
    await wait(pause)
  }
}

/** The webhooks of a session that are held; they are made just after what they tell of. */
const heldOf = async (control: Control, sessionId: string) => {
  let held = await control.notifications.list({ sessionId, status: 'held' })
  for (let left = 8; left > 0; left--) {
    await wait(pause)
    const next = await control.notifications.list({ sessionId, status: 'held' })
    if (next.length > 0 && next.length === held.length) return next
    held = next
  }
  return held
}

/** The waits of Yoti's queue before it sends again what was not taken, in milliseconds. */
const waits = [250, 500, 1000]

const mayPass = (status = 500) => status >= 500

/** Sends a webhook now, and again where the service could not take it, as Yoti does. */
const sendNow = async (control: Control, id: number) => {
  for (const ms of [...waits, undefined]) {
    const { status, attempts } = await control.notifications.send(id)
    if (status === 'delivered' || ms === undefined || !mayPass(attempts.at(-1)?.status)) return
    await wait(ms)
  }
}

const sendEach = async (control: Control, ids: readonly number[]) => {
  for (const id of ids) await sendNow(control, id)
}

/** How the webhooks of a session arrive, by the value of `news`; those that were not delivered are held until then. */
const ways: Readonly<Record<string, (control: Control, sessionId: string) => Promise<unknown>>> = {
  lost: async () => undefined,
  'out-of-order': async (control, sessionId) => {
    const held = await heldOf(control, sessionId)
    await sendEach(control, held.map(({ id }) => id).reverse())
  },
  'at-once': async (control, sessionId) => {
    const held = await heldOf(control, sessionId)
    await Promise.all(held.map(({ id }) => sendNow(control, id)))
  },
  twice: async (control, sessionId) => {
    for (const { id } of await heldOf(control, sessionId)) {
      await sendNow(control, id)
      await control.notifications.duplicate(id)
    }
  },
}

/** Has the webhooks that are held arrive in the way of the story. */
export const bringNews = async (control: Control, sessionId: string, news: string): Promise<void> => {
  const way = ways[news]
  if (way !== undefined) await way(control, sessionId)
  else await control.notifications.release()
  await wait(pause)
  await settle(control, sessionId)
}
