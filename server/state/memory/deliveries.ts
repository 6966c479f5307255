import type { EventEmitter } from 'node:events'
import { BoundedMap } from '../../base/bounded-map.js'
import {
  type Attempt,
  belongsTo,
  type Delivery,
  type DeliveryStatus,
  type NewDelivery,
  type OwnerFilter,
  type PlannedDelivery,
} from '../../engine/notifications/delivery.js'
import { type Holds, isHeld, toHolds } from '../../engine/notifications/holds.js'
import { lastDeliveryId } from '../limits.js'
import type { Snapshot } from '../snapshot.js'
import type { StateChanges } from '../state.js'
import type { Clocks } from './clocks.js'
import { Plans } from './plans.js'

/** How many deliveries are kept to be shown, and how many may wait. */
const mostKept = 5000
const mostWaiting = 10_000

/** Deliveries: what waits, session by session in its order, and what became of the rest. */
export class Deliveries {
  readonly plans: Plans
  readonly #clocks: Pick<Clocks, 'now'>
  readonly #changes: EventEmitter<StateChanges>
  readonly #kept = new BoundedMap<number, Delivery>(mostKept)
  /** Those that wait for their turn, by id; they are sent even when they are not shown any more. */
  readonly #waiting = new Map<number, Delivery>()
  readonly #queues = new Map<string, Set<number>>()
  #holds: Holds = new Map()
  #added = 0

  constructor(clocks: Pick<Clocks, 'now' | 'read'>, changes: EventEmitter<StateChanges>) {
    this.#clocks = clocks
    this.#changes = changes
    this.plans = new Plans(clocks)
    changes.on('removed', (sessionId) => this.plans.forget(sessionId))
  }

  /** Has one that was planned wait behind those of its session; one too many has failed. */
  queue({ key: _key, ...planned }: PlannedDelivery): Delivery {
    const delivery = this.add(planned)
    if (this.#waiting.size >= mostWaiting) {
      const error = `more than ${mostWaiting} notifications wait`
      const attempt = { error, temporary: false, milliseconds: 0, at: this.#clocks.now(delivery.sdkId) }
      return this.#changed({ ...delivery, status: 'failed', attempts: [attempt] })
    }
    return this.#enqueue(delivery)
  }

  /** Keeps one that waits for nothing. */
  add(added: NewDelivery): Delivery {
    this.#added += 1
    const delivery: Delivery = { ...added, id: this.#added, status: 'waiting', attempts: [] }
    this.#kept.set(delivery.id, delivery)
    return delivery
  }

  /** The first that waits in a session, unless it is held back. */
  claimNext(sessionId: string): Delivery | undefined {
    for (const id of this.#queues.get(sessionId) ?? []) {
      const delivery = this.#waiting.get(id)
      if (delivery !== undefined && delivery.status !== 'held') return delivery
    }
    return undefined
  }

  /** Takes one out of its turn, or from the end of it. */
  withdraw(id: number): void {
    const delivery = this.#waiting.get(id)
    if (delivery === undefined) return
    this.#waiting.delete(id)
    const queue = this.#queues.get(delivery.sessionId)
    queue?.delete(id)
    if (queue?.size === 0) this.#queues.delete(delivery.sessionId)
  }

  /** One that still waits for another attempt keeps its turn. */
  record(id: number, attempt: Attempt, status: Exclude<DeliveryStatus, 'held'>): Delivery | undefined {
    const delivery = this.#waiting.get(id) ?? this.#kept.get(id)
    if (delivery === undefined) return undefined
    const attempts = [...delivery.attempts, attempt]
    if (status === 'waiting')
      return this.#changed({ ...delivery, attempts, status: isHeld(delivery, this.#holds) ? 'held' : 'waiting' })
    this.withdraw(id)
    return this.#changed({ ...delivery, attempts, status })
  }

  /** Keeps back what waits and what comes, until it is released. */
  hold(of: OwnerFilter): void {
    this.#holds = toHolds([...this.#holds.values(), of])
    for (const delivery of this.#waiting.values())
      if (belongsTo(delivery, of)) this.#changed({ ...delivery, status: 'held' })
  }

  /** Ends the holds of a session, of an application, or all; what they kept back waits again. @returns it as it is now */
  release(of: OwnerFilter): readonly Delivery[] {
    const { sessionId, sdkId } = of
    const held = [...this.#waiting.values()].filter(({ status }) => status === 'held')
    const isAll = sessionId === undefined && sdkId === undefined
    this.#keepHolds((hold) => !isAll && (hold.sessionId !== sessionId || hold.sdkId !== sdkId))
    const released = held.map((delivery) =>
      isHeld(delivery, this.#holds) ? delivery : this.#changed({ ...delivery, status: 'waiting' }),
    )
    return released.filter((delivery) => belongsTo(delivery, of))
  }

  /** The oldest first. */
  list(of: OwnerFilter): readonly Delivery[] {
    return this.#kept.values().filter((delivery) => belongsTo(delivery, of))
  }

  find(id: number): Delivery | undefined {
    return this.#kept.get(id)
  }

  /** Forgets deliveries and holds, of an application or all. What is on its way may still arrive. */
  clear(sdkId?: string): void {
    const of = sdkId === undefined ? {} : { sdkId }
    this.#keepHolds((hold) => sdkId !== undefined && hold.sdkId !== sdkId)
    for (const delivery of [...this.#waiting.values()]) if (belongsTo(delivery, of)) this.withdraw(delivery.id)
    for (const { id } of this.list(of)) this.#kept.delete(id)
  }

  take(sdkId?: string): Pick<Snapshot, 'deliveries' | 'holds'> {
    const of = sdkId === undefined ? {} : { sdkId }
    const kept = new Map([...this.list(of), ...this.#waiting.values()].map((delivery) => [delivery.id, delivery]))
    return {
      deliveries: [...kept.values()]
        .filter((delivery) => belongsTo(delivery, of))
        .sort((one, other) => one.id - other.id),
      holds: [...this.#holds.values()].filter((hold) => sdkId === undefined || hold.sdkId === sdkId),
    }
  }

  /** Keeps deliveries as they are: what waits is sent. One whose id is taken gets another. */
  restore({ deliveries, holds }: Pick<Snapshot, 'deliveries' | 'holds'>): void {
    this.#holds = toHolds([...this.#holds.values(), ...holds])
    for (const given of deliveries) {
      const isFree =
        given.id <= lastDeliveryId && !this.#waiting.has(given.id) && this.#kept.get(given.id) === undefined
      this.#added = Math.max(this.#added + (isFree ? 0 : 1), isFree ? given.id : 0)
      const delivery = isFree ? given : { ...given, id: this.#added }
      this.#kept.set(delivery.id, delivery)
      if (delivery.status === 'waiting' || delivery.status === 'held') this.#enqueue(delivery)
    }
  }

  #enqueue(delivery: Delivery): Delivery {
    this.#waiting.set(delivery.id, delivery)
    const queue = this.#queues.get(delivery.sessionId) ?? new Set()
    this.#queues.set(delivery.sessionId, queue.add(delivery.id))
    return this.#changed({ ...delivery, status: isHeld(delivery, this.#holds) ? 'held' : 'waiting' })
  }

  #keepHolds(keeps: (hold: OwnerFilter) => boolean): void {
    this.#holds = toHolds([...this.#holds.values()].filter(keeps))
  }

  #changed(delivery: Delivery): Delivery {
    if (this.#kept.get(delivery.id) !== undefined) this.#kept.set(delivery.id, delivery)
    if (this.#waiting.has(delivery.id)) this.#waiting.set(delivery.id, delivery)
    this.#changes.emit('delivery', delivery)
    return delivery
  }
}
