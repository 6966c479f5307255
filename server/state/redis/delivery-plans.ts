import type { Session } from '../../engine/model/session.js'
import type { Delivery, OwnerFilter, PlannedDelivery } from '../../engine/notifications/delivery.js'
import { type Holds, isHeld, toHolds } from '../../engine/notifications/holds.js'
import type { Snapshot } from '../snapshot.js'
import type { DueWait } from '../state.js'
import { tryUntilDone } from '../tries.js'
import type { Bus } from './bus.js'
import type { Clocks } from './clocks.js'
import type { Answer } from './connection.js'
import { type DeliveryCommands, keptMs } from './delivery-commands.js'
import type { Sessions } from './sessions.js'
import { type Check, type Command, parse, type Store, textOf, textsOf } from './store.js'

/** How many deliveries may wait. */
const mostWaiting = 10_000
/** So many sessions are looked at in one step. */
const atOnce = 50

/** What is still to be sent about a session, and the keys of what was handed out. */
type Plan = {
  readonly sdkId?: string
  /** The version of the session that it was made from. */
  readonly of?: string
  readonly pending: readonly PlannedDelivery[]
  readonly claimed: readonly string[]
}

/** A plan as it was read, and what of it is due. */
type Look = {
  readonly sessionId: string
  readonly plan: Plan
  readonly text: Answer
  /** The version of the session; a plan that was made from another one is about to be replaced. */
  readonly version: Answer
  readonly due: readonly PlannedDelivery[]
  readonly pending: readonly PlannedDelivery[]
  readonly now: number
  readonly wait: DueWait
}

/** What was read at one instant. */
type Reading = {
  readonly looks: readonly Look[]
  readonly holds: Holds
  readonly holdsText: Answer
  readonly waiting: number
}

type Claimed = { readonly queued: readonly Delivery[]; readonly waits: readonly DueWait[] }

const nothing: Plan = { pending: [], claimed: [] }

const withOwner = (sdkId: string | undefined) => (sdkId === undefined ? {} : { sdkId })

const isFrozen = (setting: Answer, shared: Answer) => /"heldAt"/.test(textOf(setting) ?? textOf(shared) ?? '')

/** Numbers are taken for deliveries once, however often their claim is tried. */
const reserveIds = (store: Store) => {
  let first = 0
  let taken = 0
  return async (count: number): Promise<number> => {
    if (taken < count) {
      const last = Number(await store.connection.command('INCRBY', store.key('delivery-id'), String(count)))
      first = last - count + 1
      taken = count
    }
    return first
  }
}

type PlansDeps = {
  readonly clocks: Clocks
  readonly sessions: Sessions
  readonly bus: Bus
  readonly commands: DeliveryCommands
}

/** Notifications that are still to be made, session by session, until they are due: then they are handed out once. */
export class DeliveryPlans {
  readonly #store: Store
  readonly #clocks: Clocks
  readonly #sessions: Sessions
  readonly #bus: Bus
  readonly #commands: DeliveryCommands

  constructor(store: Store, { clocks, sessions, bus, commands }: PlansDeps) {
    this.#store = store
    this.#sessions = sessions
    this.#clocks = clocks
    this.#bus = bus
    this.#commands = commands
  }

  #key(name: string): string {
    return this.#store.key(name)
  }

  /** Nothing is planned from a session that has changed since: whoever has kept it again plans, or finds it due. */
  async plan(session: Session, planned: readonly PlannedDelivery[]): Promise<void> {
    const { id, sdkId } = session
    const of = this.#sessions.versionOf(session)
    const reads = [
      ['GET', this.#key(`plan:${id}`)],
      ['HGET', this.#key(`session:${id}`), 'v'],
    ]
    await this.#store.update(reads, ([kept, version = null]) => {
      if (of === undefined || version !== of) return { writes: [], result: undefined }
      const { claimed } = parse<Plan>(kept) ?? nothing
      const pending = planned.filter(({ key }) => !claimed.includes(key))
      const plan = { ...withOwner(sdkId), of, pending, claimed }
      return { writes: [this.#put(id, plan), ...this.#schedule(id, plan, version)], result: undefined }
    })
  }

  #put(sessionId: string, plan: Plan): Command {
    return ['SET', this.#key(`plan:${sessionId}`), JSON.stringify(plan), 'PX', keptMs]
  }

  /** When the session is next looked at: what its plan says. What was kept since it was planned is due all the same. */
  #schedule(sessionId: string, { sdkId = '', of, pending: [next] }: Plan, version: Answer): Command[] {
    if (of !== version) return []
    const due = this.#key(`due:${sdkId}`)
    return [
      next === undefined ? ['ZREM', due, sessionId] : ['ZADD', due, next.dueAt, sessionId],
      ['SADD', this.#key('due-apps'), sdkId],
    ]
  }

  /** What is handed out of plans: of several sessions the earliest first. */
  async claimDue(of: OwnerFilter): Promise<Claimed> {
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

  async #claim(sessionIds: readonly string[]): Promise<Claimed> {
    const reserve = reserveIds(this.#store)
    return tryUntilDone(async () => {
      const reading = await this.#look(sessionIds)
      const waits = reading.looks.map(({ wait }) => wait)
      const due = reading.looks.flatMap((look) => look.due.map((planned) => ({ planned, now: look.now })))
      due.sort((one, other) => one.planned.dueAt - other.planned.dueAt)
      if (due.length === 0) return (await this.#reschedule(reading.looks)) && { queued: [], waits }
      const first = await reserve(due.length)
      const queued = due.map(({ planned, now }, at) => this.#make(planned, { id: first + at, now, at, reading }))
      return (await this.#handOut(reading, queued)) && { queued, waits }
    })
  }

  async #look(sessionIds: readonly string[]): Promise<Reading> {
    const [holds = null, waiting, shared = null, ...texts] = await this.#store.read([
      ['GET', this.#key('holds')],
      ['ZCARD', this.#key('waiting')],
      ['HGET', this.#key('world'), 'c'],
      ...sessionIds.map((id) => ['GET', this.#key(`plan:${id}`)]),
      ...sessionIds.map((id) => ['HGET', this.#key(`session:${id}`), 'v']),
    ])
    const plans = sessionIds.flatMap((sessionId, at) => {
      const plan = parse<Plan>(texts[at])
      const version = texts[sessionIds.length + at] ?? null
      return plan === undefined ? [] : [{ sessionId, plan, text: texts[at] ?? null, version }]
    })
    const owners = [...new Set(plans.map(({ plan }) => plan.sdkId))]
    const settings = await this.#store.read(owners.map((owner) => this.#clocks.reads(owner)[0]))
    const looks = plans.map(({ sessionId, plan, text, version }): Look => {
      const setting = settings[owners.indexOf(plan.sdkId)] ?? null
      const now = this.#clocks.now(setting, shared)
      const due = plan.pending.filter(({ dueAt }) => dueAt <= now)
      const pending = plan.pending.filter(({ dueAt }) => dueAt > now)
      const [next] = pending
      const ms = next === undefined || isFrozen(setting, shared) ? undefined : next.dueAt - now
      return { sessionId, plan, text, version, due, pending, now, wait: { sessionId, ms } }
    })
    return { looks, holds: toHolds(parse<OwnerFilter[]>(holds) ?? []), holdsText: holds, waiting: Number(waiting) }
  }

  #checks(looks: readonly Look[]): Check[] {
    return looks.flatMap(({ sessionId, text, version }) => [
      { command: ['GET', this.#key(`plan:${sessionId}`)], expected: text },
      { command: ['HGET', this.#key(`session:${sessionId}`), 'v'], expected: version },
    ])
  }

  /** A session that was due at once is due when its plan says so. @returns false when a plan has changed */
  async #reschedule(looks: readonly Look[]): Promise<boolean> {
    const writes = looks.flatMap(({ sessionId, plan, version }) => this.#schedule(sessionId, plan, version))
    return writes.length === 0 || this.#store.apply(this.#checks(looks), writes)
  }

  #make(
    { key: _key, ...planned }: PlannedDelivery,
    { id, now, at, reading }: { id: number; now: number; at: number; reading: Reading },
  ): Delivery {
    const delivery = { ...planned, id, attempts: [] }
    if (reading.waiting + at >= mostWaiting) {
      const error = `more than ${mostWaiting} notifications wait`
      return { ...delivery, status: 'failed', attempts: [{ error, temporary: false, milliseconds: 0, at: now }] }
    }
    return { ...delivery, status: isHeld(delivery, reading.holds) ? 'held' : 'waiting' }
  }

  /** @returns false when a plan or a hold has changed */
  async #handOut({ looks, holdsText }: Reading, queued: readonly Delivery[]): Promise<boolean> {
    const checks = [{ command: ['GET', this.#key('holds')], expected: holdsText }, ...this.#checks(looks)]
    const plans = looks.flatMap(({ sessionId, plan, version, due, pending }) => {
      const after = { ...plan, pending, claimed: [...plan.claimed, ...due.map(({ key }) => key)] }
      return [this.#put(sessionId, after), ...this.#schedule(sessionId, after, version)]
    })
    const writes = [...plans, ...queued.flatMap((delivery) => this.#commands.add(delivery))]
    if (!(await this.#store.apply(checks, writes))) return false
    for (const delivery of queued) this.#bus.happened('delivery', delivery)
    return true
  }

  /** How many sessions have something that is due and does not wait for its turn yet. */
  async countDue({ sessionId, sdkId }: OwnerFilter): Promise<number> {
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

  /** Nothing more is due of a session. */
  async forget(sessionId: string): Promise<void> {
    const [owners] = await this.#store.read([['SMEMBERS', this.#key('due-apps')]])
    const removals = textsOf(owners).map((owner) => ['ZREM', this.#key(`due:${owner}`), sessionId])
    await this.#store.write(removals)
  }

  async handedOut(sessionIds: readonly string[]): Promise<Snapshot['handedOut']> {
    const plans = await this.#store.read(sessionIds.map((id) => ['GET', this.#key(`plan:${id}`)]))
    return sessionIds.flatMap((sessionId, at) => {
      const keys = parse<Plan>(plans[at])?.claimed ?? []
      return keys.length === 0 ? [] : [{ sessionId, keys }]
    })
  }

  async restore(handedOut: Snapshot['handedOut']): Promise<void> {
    for (const { sessionId, keys } of handedOut)
      await this.#store.apply([], [this.#put(sessionId, { pending: [], claimed: keys })])
  }
}
