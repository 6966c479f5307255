import type { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { day, startStopwatch } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import {
  type Attempt,
  belongsTo,
  type Delivery,
  type DeliveryStatus,
  type NewDelivery,
  type OwnerFilter,
  type PlannedDelivery,
} from '../../engine/notifications/delivery.js'
import type { Snapshot } from '../snapshot.js'
import type { DueWait, StateTasks } from '../state.js'
import type { Bus } from './bus.js'
import type { Clocks } from './clocks.js'
import { type Command, parse, type Store, textOf, textsOf } from './store.js'

/** How many deliveries are kept to be shown, and how many may wait. */
const mostKept = 5000
const mostWaiting = 10_000
/** What is kept about deliveries goes after so long. */
const keptMs = 45 * day
/** Planning takes no longer, unless whoever has to plan is gone. */
const planningMs = 500
/** So many sessions are looked at in one step. */
const atOnce = 50

/** What is still to be sent about a session, and the keys of what was handed out. */
type Plan = {
  readonly sdkId?: string
  readonly pending: readonly PlannedDelivery[]
  readonly claimed: readonly string[]
}

const nothing: Plan = { pending: [], claimed: [] }

/** Deliveries: what is planned, what waits session by session, and what became of the rest. */
export class Deliveries {
  readonly #store: Store
  readonly #clocks: Clocks
  readonly #bus: Bus
  readonly #tasks: EventEmitter<StateTasks>
  readonly #replica: string
  #isClosed = false
  /** Sessions whose claim broke off: they are tried again when the store answers. */
  readonly broken: Set<string> = new Set()

  constructor(
    store: Store,
    { clocks, bus, tasks, replica }: { clocks: Clocks; bus: Bus; tasks: EventEmitter<StateTasks>; replica: string },
  ) {
    this.#store = store
    this.#clocks = clocks
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

  async plan(sessionId: string, sdkId: string | undefined, planned: readonly PlannedDelivery[]): Promise<void> {
    const reads = [
      ['GET', this.#key(`plan:${sessionId}`)],
      ['EXISTS', this.#key(`session:${sessionId}`)],
    ]
    await this.#store.update(reads, ([kept, exists]) => {
      const { claimed } = parse<Plan>(kept) ?? nothing
      const pending = planned.filter(({ key }) => !claimed.includes(key))
      const plan = { ...(sdkId !== undefined && { sdkId }), pending, claimed }
      return { writes: exists === 1 ? this.#writePlan(sessionId, plan) : [], result: undefined }
    })
  }

  #writePlan(sessionId: string, plan: Plan): Command[] {
    const [next] = plan.pending
    const due = this.#key(`due:${plan.sdkId ?? ''}`)
    return [
      ['SET', this.#key(`plan:${sessionId}`), JSON.stringify(plan), 'PX', keptMs],
      next === undefined ? ['ZREM', due, sessionId] : ['ZADD', due, next.dueAt, sessionId],
      ['SADD', this.#key('due-apps'), plan.sdkId ?? ''],
    ]
  }

  /** What is handed out of plans: of several sessions the earliest first. */
  async claimDue(
    of: OwnerFilter,
  ): Promise<{ readonly queued: readonly Delivery[]; readonly waits: readonly DueWait[] }> {
    if (of.sessionId !== undefined) return this.#claim([of.sessionId])
    const [apps] = of.sdkId === undefined ? await this.#store.read([['SMEMBERS', this.#key('due-apps')]]) : [[of.sdkId]]
    const queued: Delivery[] = []
    const waits: DueWait[] = []
    for (const sdkId of textsOf(apps)) {
      const { now, frozen } = await this.#clocks.read(sdkId === '' ? undefined : sdkId)
      const due = this.#key(`due:${sdkId}`)
      const [found, next] = await this.#store.read([
        ['ZRANGEBYSCORE', due, '-inf', now],
        ['ZRANGEBYSCORE', due, `(${now}`, '+inf', 'WITHSCORES', 'LIMIT', '0', '200'],
      ])
      const ids = textsOf(found)
      for (let from = 0; from < ids.length; from += atOnce) {
        const claimed = await this.#claim(ids.slice(from, from + atOnce))
        queued.push(...claimed.queued)
        waits.push(...claimed.waits)
      }
      const later = textsOf(next)
      for (let at = 0; at < later.length && !frozen; at += 2)
        waits.push({ sessionId: later[at] ?? '', ms: Number(later[at + 1]) - now })
    }
    return { queued, waits }
  }

  async #claim(sessionIds: readonly string[]): Promise<{ queued: Delivery[]; waits: DueWait[] }> {
    let firstId: number | undefined
    let allocated = 0
    for (;;) {
      const reads = [
        ['GET', this.#key('holds')],
        ['ZCARD', this.#key('waiting')],
        ['HGET', this.#key('world'), 'c'],
        ...sessionIds.map((id) => ['GET', this.#key(`plan:${id}`)]),
      ]
      const [holdsText, waiting, shared, ...texts] = await this.#store.read(reads)
      const plans = sessionIds.flatMap((sessionId, at) => {
        const plan = parse<Plan>(texts[at])
        return plan === undefined ? [] : [{ sessionId, plan, text: texts[at] ?? null }]
      })
      const owners = [...new Set(plans.map(({ plan }) => plan.sdkId))]
      const own = await this.#store.read(owners.map((owner) => this.#clocks.reads(owner)[0]))
      const looked = plans.map(({ sessionId, plan, text }) => {
        const setting = own[owners.indexOf(plan.sdkId)] ?? null
        const now = this.#clocks.now(setting, shared)
        const frozen = /"heldAt"/.test(textOf(setting) ?? textOf(shared) ?? '')
        const due = plan.pending.filter(({ dueAt }) => dueAt <= now)
        const pending = plan.pending.filter(({ dueAt }) => dueAt > now)
        const [next] = pending
        const ms = next === undefined || frozen ? undefined : next.dueAt - now
        return { sessionId, plan, text, due, pending, now, wait: { sessionId, ms } }
      })
      const due = looked.flatMap((one) => one.due.map((planned) => ({ planned, now: one.now })))
      due.sort((one, other) => one.planned.dueAt - other.planned.dueAt)
      const waits = looked.map(({ wait }) => wait)
      if (due.length === 0) {
        // A session that was due at once is due when its plan says so.
        const writes = looked.flatMap(({ sessionId, plan }) => this.#writePlan(sessionId, plan).slice(1))
        const checks = looked.map(({ sessionId, text }) => ({
          command: ['GET', this.#key(`plan:${sessionId}`)],
          expected: text,
        }))
        if (writes.length === 0 || (await this.#store.apply(checks, writes))) return { queued: [], waits }
        continue
      }
      if (firstId === undefined || allocated < due.length) {
        const last = Number(
          await this.#store.connection.command('INCRBY', this.#key('delivery-id'), String(due.length)),
        )
        firstId = last - due.length + 1
        allocated = due.length
      }
      const start = firstId
      const holds = parse<OwnerFilter[]>(holdsText) ?? []
      const queued = due.map(({ planned: { key: _key, ...planned }, now }, at): Delivery => {
        const delivery = { ...planned, id: start + at, attempts: [] }
        if (Number(waiting) + at >= mostWaiting) {
          const error = `more than ${mostWaiting} notifications wait`
          return { ...delivery, status: 'failed', attempts: [{ error, temporary: false, milliseconds: 0, at: now }] }
        }
        return { ...delivery, status: holds.some((hold) => belongsTo(delivery, hold)) ? 'held' : 'waiting' }
      })
      const checks = [
        { command: ['GET', this.#key('holds')], expected: holdsText ?? null },
        ...looked.map(({ sessionId, text }) => ({ command: ['GET', this.#key(`plan:${sessionId}`)], expected: text })),
      ]
      const writes = [
        ...looked.flatMap(({ sessionId, plan, due: handed, pending }) =>
          this.#writePlan(sessionId, { ...plan, pending, claimed: [...plan.claimed, ...handed.map(({ key }) => key)] }),
        ),
        ...queued.flatMap((delivery) => this.#writeNew(delivery)),
      ]
      if (!(await this.#store.apply(checks, writes))) continue
      for (const delivery of queued) this.#bus.happened('delivery', delivery)
      return { queued, waits }
    }
  }

  #writeNew(delivery: Delivery): Command[] {
    const { id, sessionId, sdkId, status } = delivery
    const lists = [
      'deliveries',
      `deliveries-of-session:${sessionId}`,
      ...(sdkId === undefined ? [] : [`deliveries-of:${sdkId}`]),
    ]
    return [
      ['SET', this.#key(`delivery:${id}`), JSON.stringify(delivery), 'PX', keptMs],
      ...lists.flatMap((name) => [
        ['ZADD', this.#key(name), id, id],
        ['ZREMRANGEBYRANK', this.#key(name), 0, -mostKept - 1],
        ['PEXPIRE', this.#key(name), keptMs],
      ]),
      ...(status === 'waiting' || status === 'held' ? this.#enqueue(delivery) : []),
      this.#bus.tell('delivery', { id }),
    ]
  }

  #enqueue({ id, sessionId, status }: Delivery): Command[] {
    return [
      ['RPUSH', this.#key(`queue:${sessionId}`), id],
      ['PEXPIRE', this.#key(`queue:${sessionId}`), keptMs],
      ['ZADD', this.#key('waiting'), id, id],
      ...(status === 'held' ? [['SADD', this.#key('held'), id]] : [['SADD', this.#key('unclaimed'), sessionId]]),
    ]
  }

  #dequeue({ id, sessionId }: Delivery): Command[] {
    return [
      ['LREM', this.#key(`queue:${sessionId}`), 0, id],
      ['ZREM', this.#key('waiting'), id],
      ['SREM', this.#key('held'), id],
    ]
  }

  async claimNext(sessionId: string): Promise<Delivery | undefined> {
    try {
      return parse<Delivery>(await this.#store.connection.run('claim', [sessionId, this.#replica]))
    } catch (error) {
      this.broken.add(sessionId)
      throw error
    }
  }

  async add(added: NewDelivery): Promise<Delivery> {
    const id = Number(await this.#store.connection.command('INCR', this.#key('delivery-id')))
    const delivery: Delivery = { ...added, id, status: 'waiting', attempts: [] }
    const queueing = this.#enqueue(delivery).map(([, key]) => key)
    await this.#store.apply(
      [],
      this.#writeNew(delivery).filter(([, key]) => !queueing.includes(key ?? '')),
    )
    return delivery
  }

  async withdraw(id: number): Promise<void> {
    const delivery = await this.find(id)
    if (delivery !== undefined) await this.#store.apply([], this.#dequeue(delivery))
  }

  /** Changes a delivery, knowing which holds there are. */
  async #change(
    id: number,
    change: (delivery: Delivery, holds: readonly OwnerFilter[]) => { delivery: Delivery; also: Command[] } | undefined,
  ): Promise<Delivery | undefined> {
    const reads = [
      ['GET', this.#key(`delivery:${id}`)],
      ['GET', this.#key('holds')],
    ]
    const changed = await this.#store.update(reads, ([kept, holds]) => {
      const before = parse<Delivery>(kept)
      const after = before && change(before, parse<OwnerFilter[]>(holds) ?? [])
      if (after === undefined) return { writes: [], result: undefined }
      const put = ['SET', this.#key(`delivery:${id}`), JSON.stringify(after.delivery), 'PX', keptMs]
      return { writes: [put, ...after.also, this.#bus.tell('delivery', { id })], result: after.delivery }
    })
    if (changed !== undefined) this.#bus.happened('delivery', changed)
    return changed
  }

  /** What came of an attempt is told as soon as the store answers: it is not made twice because the store was away. */
  async record(id: number, attempt: Attempt, status: Exclude<DeliveryStatus, 'held'>): Promise<Delivery | undefined> {
    for (;;) {
      try {
        return await this.#change(id, (delivery, holds) => {
          const attempts = [...delivery.attempts, attempt]
          if (status !== 'waiting')
            return { delivery: { ...delivery, attempts, status }, also: this.#dequeue(delivery) }
          const isHeld = holds.some((hold) => belongsTo(delivery, hold))
          return {
            delivery: { ...delivery, attempts, status: isHeld ? 'held' : 'waiting' },
            also: [[isHeld ? 'SADD' : 'SREM', this.#key('held'), id]],
          }
        })
      } catch (error) {
        if (!(error instanceof YotiError) || this.#isClosed) throw error
        await sleep(250, undefined, { ref: false })
      }
    }
  }

  /** How many sessions have something that is due and does not wait for its turn yet. */
  async #countDue({ sessionId, sdkId }: OwnerFilter): Promise<number> {
    const [owner, apps] = await this.#store.read([
      ['HGET', this.#key(`session:${sessionId ?? ''}`), 'o'],
      ['SMEMBERS', this.#key('due-apps')],
    ])
    const owners = sessionId !== undefined ? [textOf(owner) ?? ''] : sdkId !== undefined ? [sdkId] : textsOf(apps)
    let count = 0
    for (const id of owners) {
      const { now } = await this.#clocks.read(id === '' ? undefined : id)
      const due = this.#key(`due:${id}`)
      const [found] = await this.#store.read([
        sessionId === undefined ? ['ZCOUNT', due, '-inf', now] : ['ZSCORE', due, sessionId],
      ])
      if (sessionId === undefined) count += Number(found)
      else if (found !== null && Number(found) <= now) count += 1
    }
    return count
  }

  /** What has happened is planned after its answer, on whichever replica: who looks sees it all the same. */
  async list(of: OwnerFilter): Promise<readonly Delivery[]> {
    const waited = startStopwatch()
    while ((await this.#countDue(of)) > 0 && waited() < planningMs) await sleep(2)
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
    await this.#store.update([['GET', this.#key('holds')]], ([kept]) => ({
      writes: [['SET', this.#key('holds'), JSON.stringify(change(parse<OwnerFilter[]>(kept) ?? [])), 'PX', keptMs]],
      result: undefined,
    }))
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
        delivery.status !== 'held' || holds.some((hold) => belongsTo(delivery, hold))
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
      const { id, sessionId } = delivery
      await this.#store.apply(
        [],
        [
          ...this.#dequeue(delivery),
          ['UNLINK', this.#key(`delivery:${id}`), this.#key(`deliveries-of-session:${sessionId}`)],
          ['ZREM', this.#key('deliveries'), id],
          ...(delivery.sdkId === undefined ? [] : [['ZREM', this.#key(`deliveries-of:${delivery.sdkId}`), id]]),
        ],
      )
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

  async handedOut(sessionIds: readonly string[]): Promise<Snapshot['handedOut']> {
    const plans = await this.#store.read(sessionIds.map((id) => ['GET', this.#key(`plan:${id}`)]))
    return sessionIds.flatMap((sessionId, at) => {
      const keys = parse<Plan>(plans[at])?.claimed ?? []
      return keys.length === 0 ? [] : [{ sessionId, keys }]
    })
  }

  async restore({ handedOut, deliveries, holds }: Snapshot): Promise<void> {
    await this.#changeHolds((before) => [...before, ...holds])
    for (const { sessionId, keys } of handedOut) {
      const plan: Plan = { pending: [], claimed: keys }
      await this.#store.apply([], [['SET', this.#key(`plan:${sessionId}`), JSON.stringify(plan), 'PX', keptMs]])
    }
    for (const given of deliveries) {
      const isFree = (await this.find(given.id)) === undefined
      const last = Number((await this.#store.read([['GET', this.#key('delivery-id')]]))[0] ?? 0)
      if (isFree && given.id > last) await this.#store.apply([], [['SET', this.#key('delivery-id'), given.id]])
      const id = isFree ? given.id : Number(await this.#store.connection.command('INCR', this.#key('delivery-id')))
      const delivery = { ...given, id }
      await this.#store.apply([], this.#writeNew(delivery))
      this.#bus.happened('delivery', delivery)
    }
  }
}
