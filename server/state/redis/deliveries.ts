import type { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { startStopwatch } from '../../base/clock.js'
import {
  type Attempt,
  belongsTo,
  type Delivery,
  type DeliveryStatus,
  type NewDelivery,
  type OwnerFilter,
} from '../../engine/notifications/delivery.js'
import { type Holds, isHeld, toHolds } from '../../engine/notifications/holds.js'
import { lastDeliveryId } from '../limits.js'
import type { Snapshot } from '../snapshot.js'
import type { StateTasks } from '../state.js'
import { untilAnswered } from '../until-answered.js'
import type { Bus } from './bus.js'
import type { Clocks } from './clocks.js'
import type { Answer } from './connection.js'
import { DeliveryCommands, keptMs } from './delivery-commands.js'
import { DeliveryPlans } from './delivery-plans.js'
import type { Sessions } from './sessions.js'
import { type Command, parse, type Store, textsOf } from './store.js'

/** Planning takes no longer, unless whoever has to plan is gone. */
const planningMs = 500

const readHolds = (kept: Answer | undefined): Holds => toHolds(parse<OwnerFilter[]>(kept) ?? [])

type DeliveriesDeps = {
  readonly clocks: Clocks
  readonly sessions: Sessions
  readonly bus: Bus
  readonly tasks: EventEmitter<StateTasks>
  readonly replica: string
}

/** Notifications that were handed out: what waits session by session, and what became of the rest. */
export class Deliveries {
  readonly #store: Store
  readonly #commands: DeliveryCommands
  readonly #bus: Bus
  readonly #tasks: EventEmitter<StateTasks>
  readonly #replica: string
  #isClosed = false
  /** What is still to be made. */
  readonly plans: DeliveryPlans
  /** Sessions whose work broke off: they are tried again when the store answers. */
  readonly broken: Set<string> = new Set()

  constructor(store: Store, { clocks, sessions, bus, tasks, replica }: DeliveriesDeps) {
    this.#store = store
    this.#commands = new DeliveryCommands(store, bus)
    this.plans = new DeliveryPlans(store, { clocks, sessions, bus, commands: this.#commands })
    this.#bus = bus
    this.#tasks = tasks
    this.#replica = replica
  }

  close(): void {
    this.#isClosed = true
  }

  #key(name: string): string {
    return this.#store.key(name)
  }

  async claimNext(sessionId: string): Promise<Delivery | undefined> {
    return parse<Delivery>(await this.#store.connection.run('claim', [sessionId, this.#replica]))
  }

  giveUp(sessionId: string): void {
    this.broken.add(sessionId)
  }

  async add(added: NewDelivery): Promise<Delivery> {
    const id = Number(await this.#store.connection.command('INCR', this.#key('delivery-id')))
    const delivery: Delivery = { ...added, id, status: 'waiting', attempts: [] }
    await this.#store.apply([], this.#commands.show(delivery))
    return delivery
  }

  async withdraw(id: number): Promise<void> {
    const delivery = await this.find(id)
    if (delivery !== undefined) await this.#store.apply([], this.#commands.dequeue(delivery))
  }

  /** Changes a delivery, knowing which holds there are. */
  async #change(
    id: number,
    change: (delivery: Delivery, holds: Holds) => { delivery: Delivery; also: Command[] } | undefined,
  ): Promise<Delivery | undefined> {
    const reads = [
      ['GET', this.#key(`delivery:${id}`)],
      ['GET', this.#key('holds')],
    ]
    const changed = await this.#store.update(reads, ([kept, holds]) => {
      const before = parse<Delivery>(kept)
      const after = before && change(before, readHolds(holds))
      if (after === undefined) return { writes: [], result: undefined }
      return {
        writes: [this.#commands.put(after.delivery), ...after.also, this.#bus.tell('delivery', { id })],
        result: after.delivery,
      }
    })
    if (changed !== undefined) this.#bus.happened('delivery', changed)
    return changed
  }

  /** What came of an attempt is told as soon as the store answers: it is not made twice because the store was away. */
  async record(id: number, attempt: Attempt, status: Exclude<DeliveryStatus, 'held'>): Promise<Delivery | undefined> {
    const note = () =>
      this.#change(id, (delivery, holds) => {
        const attempts = [...delivery.attempts, attempt]
        if (status !== 'waiting')
          return { delivery: { ...delivery, attempts, status }, also: this.#commands.dequeue(delivery) }
        const isKept = isHeld(delivery, holds)
        return {
          delivery: { ...delivery, attempts, status: isKept ? 'held' : 'waiting' },
          also: [[isKept ? 'SADD' : 'SREM', this.#key('held'), id]],
        }
      })
    return untilAnswered(note, () => this.#isClosed)
  }

  /** What has happened is planned after its answer, on whichever replica: who looks sees it all the same. */
  async list(of: OwnerFilter): Promise<readonly Delivery[]> {
    const waited = startStopwatch()
    while ((await this.plans.countDue(of)) > 0 && waited() < planningMs) await sleep(2)
    return this.#list(of)
  }

  async #list(of: OwnerFilter): Promise<readonly Delivery[]> {
    const name =
      of.sessionId !== undefined
        ? `deliveries-of-session:${of.sessionId}`
        : of.sdkId !== undefined
          ? `deliveries-of:${of.sdkId}`
          : 'deliveries'
    const [ids] = await this.#store.read([['ZRANGE', this.#key(name), '0', '-1']])
    return (await this.#read(textsOf(ids))).filter((delivery) => belongsTo(delivery, of))
  }

  async #read(ids: readonly string[]): Promise<Delivery[]> {
    const kept = await this.#store.read(ids.map((id) => ['GET', this.#key(`delivery:${id}`)]))
    return kept.flatMap((text) => parse<Delivery>(text) ?? [])
  }

  async find(id: number): Promise<Delivery | undefined> {
    const [found] = await this.#read([String(id)])
    return found
  }

  async #waiting(): Promise<Delivery[]> {
    const [ids] = await this.#store.read([['ZRANGE', this.#key('waiting'), '0', '-1']])
    return this.#read(textsOf(ids))
  }

  async #changeHolds(change: (holds: readonly OwnerFilter[]) => readonly OwnerFilter[]): Promise<void> {
    await this.#store.update([['GET', this.#key('holds')]], ([kept]) => {
      const holds = toHolds(change([...readHolds(kept).values()]))
      return {
        writes: [['SET', this.#key('holds'), JSON.stringify([...holds.values()]), 'PX', keptMs]],
        result: undefined,
      }
    })
  }

  async hold(of: OwnerFilter): Promise<void> {
    await this.#changeHolds((holds) => [...holds, of])
    for (const { id } of (await this.#waiting()).filter((delivery) => belongsTo(delivery, of)))
      await this.#change(id, (delivery) =>
        delivery.status === 'waiting'
          ? { delivery: { ...delivery, status: 'held' }, also: [['SADD', this.#key('held'), id]] }
          : undefined,
      )
  }

  async release(of: OwnerFilter): Promise<readonly Delivery[]> {
    const { sessionId, sdkId } = of
    const isAll = sessionId === undefined && sdkId === undefined
    const held = (await this.#waiting()).filter(({ status }) => status === 'held')
    await this.#changeHolds((holds) =>
      isAll ? [] : holds.filter((hold) => hold.sessionId !== sessionId || hold.sdkId !== sdkId),
    )
    const released: Delivery[] = []
    for (const before of held) {
      const after = await this.#change(before.id, (delivery, holds) =>
        delivery.status !== 'held' || isHeld(delivery, holds)
          ? undefined
          : {
              delivery: { ...delivery, status: 'waiting' },
              also: [
                ['SREM', this.#key('held'), delivery.id],
                ['SADD', this.#key('unclaimed'), delivery.sessionId],
              ],
            },
      )
      released.push(after ?? before)
    }
    return released.filter((delivery) => belongsTo(delivery, of))
  }

  /** Ends the wait for the next attempt, whichever replica waits. */
  async retry(sessionIds: readonly string[]): Promise<void> {
    this.#tasks.emit('retry', sessionIds)
    await this.#store.apply([], [this.#bus.tell('retry', { sessionIds })])
  }

  async clear(sdkId?: string): Promise<void> {
    const of = sdkId === undefined ? {} : { sdkId }
    await this.#changeHolds((holds) => (sdkId === undefined ? [] : holds.filter((hold) => hold.sdkId !== sdkId)))
    const known = new Map([...(await this.#list(of)), ...(await this.#waiting())].map((one) => [one.id, one]))
    for (const delivery of known.values()) {
      if (!belongsTo(delivery, of)) continue
      await this.#store.apply([], this.#commands.remove(delivery))
    }
  }

  async take(sdkId?: string): Promise<Pick<Snapshot, 'deliveries' | 'holds'>> {
    const of = sdkId === undefined ? {} : { sdkId }
    const [holds] = await this.#store.read([['GET', this.#key('holds')]])
    const known = new Map([...(await this.list(of)), ...(await this.#waiting())].map((one) => [one.id, one]))
    return {
      deliveries: [...known.values()].filter((one) => belongsTo(one, of)).sort((one, other) => one.id - other.id),
      holds: (parse<OwnerFilter[]>(holds) ?? []).filter((hold) => sdkId === undefined || hold.sdkId === sdkId),
    }
  }

  async restore({ handedOut, deliveries, holds }: Snapshot): Promise<void> {
    await this.#changeHolds((before) => [...before, ...holds])
    await this.plans.restore(handedOut)
    for (const given of deliveries) {
      const isFree = given.id <= lastDeliveryId && (await this.find(given.id)) === undefined
      const last = Number((await this.#store.read([['GET', this.#key('delivery-id')]]))[0] ?? 0)
      if (isFree && given.id > last) await this.#store.apply([], [['SET', this.#key('delivery-id'), given.id]])
      const id = isFree ? given.id : Number(await this.#store.connection.command('INCR', this.#key('delivery-id')))
      const delivery = { ...given, id }
      await this.#store.apply([], this.#commands.add(delivery))
      this.#bus.happened('delivery', delivery)
    }
  }
}
