import { EventEmitter } from 'node:events'
import { setImmediate as afterTheAnswer, setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../base/log.js'
import { type AttemptResult, type Delivery, isOf, type Whose } from '../engine/notifications/delivery.js'
import type { Clocks } from '../state/memory/clocks.js'
import type { Letter } from './http-sender.js'

/** What is posted, to whom, and whether it repeats another delivery. */
export type Parcel = Omit<Delivery, 'id' | 'status' | 'attempts'>

export type OutboxOptions = {
  readonly post: (letter: Letter) => Promise<AttemptResult>
  readonly clocks: Pick<Clocks, 'now'>
  readonly log: Log
  /** How often a delivery is tried again after a failure that may pass. */
  readonly retries: number
  readonly signal: AbortSignal
}

/** How many deliveries are kept to be shown, and how many may wait. */
const mostKept = 5000
const mostWaiting = 10_000

const isDelivered = ({ status = 0 }: AttemptResult) => status >= 200 && status < 300

/** Milliseconds before the next attempt, after so many: a quarter of a second, then twice as long each time. */
export const backoff = (attempts: number): number => 125 * 2 ** attempts

/**
 * Deliveries: what waits, session by session in its order, and what became of the rest. A receiver that is down holds up
 * its own sessions only, and no answer of the API ever.
 */
export class Outbox {
  /** Told whenever the status of a delivery has changed. */
  readonly changes: EventEmitter<{ changed: [delivery: Delivery] }> = new EventEmitter<{ changed: [Delivery] }>()
  readonly #options: OutboxOptions
  readonly #kept = new Map<number, Delivery>()
  readonly #queues = new Map<string, Delivery[]>()
  readonly #working = new Set<string>()
  #holds: readonly Whose[] = []
  #waiting = 0
  #lastId = 0

  constructor(options: OutboxOptions) {
    this.#options = options
    this.changes.setMaxListeners(0)
  }

  /** Takes a parcel; it goes out after those of its session that wait already. */
  add(parcel: Parcel): Delivery {
    const delivery = this.#keep(parcel)
    if (this.#waiting >= mostWaiting) {
      this.#note(delivery, { error: `more than ${mostWaiting} notifications wait`, temporary: false, milliseconds: 0 })
      this.#changed(delivery, 'failed')
      return delivery
    }
    this.#queues.set(delivery.sessionId, [...(this.#queues.get(delivery.sessionId) ?? []), delivery])
    this.#waiting += 1
    this.#changed(delivery, this.#isHeld(delivery) ? 'held' : 'waiting')
    void this.#work(delivery.sessionId)
    return delivery
  }

  /** Sends a delivery now: one that waits or is held goes out of its turn, one that was sent goes again. Once, no retries. */
  async send(delivery: Delivery): Promise<Delivery> {
    this.#takeOut(delivery)
    const posted = await this.#attempt(delivery)
    this.#changed(delivery, isDelivered(posted) ? 'delivered' : 'failed')
    return delivery
  }

  /** Sends a parcel now, past those that wait. */
  sendNow(parcel: Parcel): Promise<Delivery> {
    return this.send(this.#keep(parcel))
  }

  /** Sends the same again, as another delivery, now. */
  duplicate(delivery: Delivery): Promise<Delivery> {
    return this.sendNow({ ...delivery, duplicateOf: delivery.id })
  }

  /** Keeps back what waits and what comes, until it is released. */
  hold(whose: Whose): void {
    this.#holds = [...this.#holds, whose]
    for (const delivery of this.#allWaiting()) if (isOf(delivery, whose)) this.#changed(delivery, 'held')
  }

  /** Ends the holds of a session, of an application, or all; what they kept back goes out in its order. */
  release({ sessionId, sdkId }: Whose): void {
    const isAll = sessionId === undefined && sdkId === undefined
    this.#holds = isAll ? [] : this.#holds.filter((hold) => hold.sessionId !== sessionId || hold.sdkId !== sdkId)
    for (const delivery of this.#allWaiting())
      if (delivery.status === 'held' && !this.#isHeld(delivery)) this.#changed(delivery, 'waiting')
    for (const waiting of this.#queues.keys()) void this.#work(waiting)
  }

  /** The oldest first. */
  list(whose: Whose = {}): Delivery[] {
    return [...this.#kept.values()].filter((delivery) => isOf(delivery, whose))
  }

  find(id: number): Delivery | undefined {
    return this.#kept.get(id)
  }

  /** Forgets deliveries and holds, of an application or all. What is on its way may still arrive. */
  clear(whose: Pick<Whose, 'sdkId'> = {}): void {
    this.#holds = whose.sdkId === undefined ? [] : this.#holds.filter(({ sdkId }) => sdkId !== whose.sdkId)
    for (const delivery of this.#allWaiting()) if (isOf(delivery, whose)) this.#takeOut(delivery)
    for (const { id } of this.list(whose)) this.#kept.delete(id)
  }

  #allWaiting(): Delivery[] {
    return [...this.#queues.values()].flat()
  }

  #isHeld(delivery: Delivery): boolean {
    return this.#holds.some((hold) => isOf(delivery, hold))
  }

  #keep(parcel: Parcel): Delivery {
    this.#lastId += 1
    const delivery: Delivery = { ...parcel, id: this.#lastId, status: 'waiting', attempts: [] }
    this.#kept.set(delivery.id, delivery)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest)
    return delivery
  }

  #takeOut(delivery: Delivery): void {
    const queue = this.#queues.get(delivery.sessionId) ?? []
    if (!queue.includes(delivery)) return
    this.#waiting -= 1
    const rest = queue.filter((other) => other !== delivery)
    if (rest.length > 0) this.#queues.set(delivery.sessionId, rest)
    else this.#queues.delete(delivery.sessionId)
  }

  #changed(delivery: Delivery, status: Delivery['status']): void {
    delivery.status = status
    this.changes.emit('changed', delivery)
  }

  #note(delivery: Delivery, posted: AttemptResult): void {
    const { log, clocks } = this.#options
    delivery.attempts.push({ ...posted, at: clocks.now(delivery.sdkId) })
    const { status = 0, error, milliseconds } = posted
    const told = `notification ${delivery.topic} of ${delivery.sessionId} → ${delivery.endpoint} ${error ?? status} ${milliseconds.toFixed(1)} ms`
    if (isDelivered(posted)) log.info(told)
    else log.warn(told)
  }

  async #attempt(delivery: Delivery): Promise<AttemptResult> {
    const { sdkId, endpoint, headers, body } = delivery
    const posted = await this.#options.post({
      ...(sdkId !== undefined && { sdkId }),
      endpoint,
      headers,
      body: JSON.stringify(body),
    })
    this.#note(delivery, posted)
    return posted
  }

  /** The first that waits in a session, unless it is held back. */
  #next(sessionId: string): Delivery | undefined {
    return this.#queues.get(sessionId)?.find(({ status }) => status !== 'held')
  }

  async #work(sessionId: string): Promise<void> {
    if (this.#working.has(sessionId)) return
    this.#working.add(sessionId)
    // Nothing is sent before the answer that it follows from.
    await afterTheAnswer()
    const { signal } = this.#options
    for (let next = this.#next(sessionId); next !== undefined && !signal.aborted; next = this.#next(sessionId))
      await this.#try(next).catch(() => undefined)
    this.#working.delete(sessionId)
  }

  /** One attempt, and the wait for the next where it failed for now. */
  async #try(delivery: Delivery): Promise<void> {
    const { retries, signal } = this.#options
    const posted = await this.#attempt(delivery)
    const { attempts } = delivery
    if (isDelivered(posted) || !posted.temporary || attempts.length > retries) {
      this.#takeOut(delivery)
      return this.#changed(delivery, isDelivered(posted) ? 'delivered' : 'failed')
    }
    this.#changed(delivery, this.#isHeld(delivery) ? 'held' : 'waiting')
    await sleep(backoff(attempts.length), undefined, { signal, ref: false })
  }
}
