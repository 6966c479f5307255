import type { Writable } from 'node:stream'
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers'
import { YotiError } from '../../base/errors.js'
import type { Ids } from '../../base/ids.js'
import type { Log } from '../../base/log.js'
import type { Session } from '../../engine/model/session.js'
import { summariseSession } from '../../engine/results/describe-session.js'
import { sdkIdOf } from '../../journal/describe-request.js'
import { summariseRequest } from '../../journal/summarise-request.js'
import type { EventType } from '../../openapi/event-types.js'
import type { State, StateChanges } from '../../state/state.js'
import { summariseDelivery } from '../describe-delivery.js'
import { EventLog, type Gap, type Logged, writeFrame } from './event-log.js'
import { StageWatch } from './stage-watch.js'

/** An answer that stays open: events are written to the client until one of the two ends. */
export type EventStream = { readonly kind: 'events'; readonly open: (client: Writable) => void }

/** What a client wants to see. */
export type Subscription = {
  /** All unless given. */
  readonly types: readonly EventType[] | undefined
  /** Of this application, or of none. */
  readonly sdkId: string | undefined
  /** The id of the last event that came. */
  readonly after: string | undefined
}

export type HubOptions = {
  readonly state: Pick<State, 'changes' | 'sessions' | 'clocks'>
  readonly version: string
  readonly ids: Ids
  readonly log: Log
}

const mostClients = 16
/** Changes within these many milliseconds are sent together. */
const together = 100
/** At most so many changes wait to be sent together. */
const mostPending = 2000
const heartbeat = 15_000
/** A client for which more bytes wait is let go. */
const mostUnsent = 1_048_576
/** Events are kept for clients that come back, so many milliseconds after the last one has left. */
const lingering = 60_000

/** A change that is described when it is sent: the latest of those with the same key. */
type Pending = { readonly type: EventType; readonly sdkId: string | undefined; readonly describe: () => unknown }

/** Sends what happens to everybody who listens. Without a client it listens to nothing and does nothing. */
export class EventHub {
  readonly #options: HubOptions
  readonly #clients = new Map<Writable, Subscription>()
  readonly #stages: StageWatch
  #log: EventLog | undefined
  #pending = new Map<string, Pending>()
  #sending: Promise<void> = Promise.resolve()
  #flushTimer: NodeJS.Timeout | undefined
  #heartbeat: NodeJS.Timeout | undefined
  #lingerTimer: NodeJS.Timeout | undefined
  #isListening = false
  #isClosed = false

  constructor(options: HubOptions) {
    this.#options = options
    this.#stages = new StageWatch(options.state, {
      onChanged: (session) => this.#noteSession(session),
      onFailed: (error) => this.#fail(error),
    })
  }

  /** How many clients are served. */
  get clients(): number {
    return this.#clients.size
  }

  /** @throws YotiError TOO_MANY_STREAMS */
  subscribe(subscription: Subscription): EventStream {
    if (this.#clients.size >= mostClients)
      throw new YotiError('TOO_MANY_STREAMS', { message: `${mostClients} clients read the events already` })
    return { kind: 'events', open: (client) => this.#open(client, subscription) }
  }

  /** The scenarios were read again. */
  noteScenarios(): void {
    this.#note('scenarios', 'scenarios', undefined, () => ({}))
  }

  /** Ends every stream, and takes no more clients. */
  close(): void {
    this.#isClosed = true
    for (const client of this.#clients.keys()) client.end()
    this.#clients.clear()
    this.#stopListening()
  }

  #open(client: Writable, subscription: Subscription): void {
    if (this.#isClosed) {
      client.end()
      return
    }
    this.#listen()
    const log = this.#knownLog()
    const { version } = this.#options
    const resumed = subscription.after === undefined ? undefined : log.since(subscription.after)
    const from = typeof resumed === 'object' ? resumed.from : log.seq
    const hello = { epoch: log.epoch, seq: log.seq, version }
    client.write(`retry: 1000\n\n${writeFrame({ id: log.idOf(from), type: 'hello', data: hello })}`)
    if (typeof resumed === 'string') this.#writeGap(client, resumed)
    this.#clients.set(client, subscription)
    client.once('close', () => this.#leave(client))
    if (typeof resumed === 'object') this.#write(client, subscription, resumed.missed)
  }

  #writeGap(client: Writable, reason: Gap): void {
    const log = this.#knownLog()
    client.write(writeFrame({ id: log.idOf(log.seq), type: 'gap', data: { reason } }))
  }

  /** Something happened that this server was not told of: its clients read everything again. */
  #miss(): void {
    this.#knownLog().interrupt()
    for (const client of this.#clients.keys()) this.#writeGap(client, 'forgotten')
    this.#run(this.#stages.look())
  }

  #knownLog(): EventLog {
    this.#log ??= new EventLog(this.#options.ids.random().slice(0, 8))
    return this.#log
  }

  #leave(client: Writable): void {
    if (!this.#clients.delete(client) || this.#clients.size > 0) return
    clearInterval(this.#heartbeat)
    this.#heartbeat = undefined
    this.#lingerTimer = setTimeout(() => this.#stopListening(), lingering).unref()
  }

  #listen(): void {
    clearTimeout(this.#lingerTimer)
    this.#heartbeat ??= setInterval(() => this.#beat(), heartbeat).unref()
    if (this.#isListening) return
    this.#isListening = true
    for (const [name, listener] of this.#listeners) this.#options.state.changes.on(name, listener)
    this.#run(this.#stages.start())
  }

  #stopListening(): void {
    clearTimeout(this.#lingerTimer)
    clearTimeout(this.#flushTimer)
    clearInterval(this.#heartbeat)
    this.#heartbeat = undefined
    this.#flushTimer = undefined
    this.#pending.clear()
    if (!this.#isListening) return
    this.#isListening = false
    for (const [name, listener] of this.#listeners) this.#options.state.changes.off(name, listener)
    this.#stages.stop()
    this.#log?.interrupt()
  }

  readonly #listeners: readonly [keyof StateChanges, (...args: never[]) => void][] = Object.entries({
    request: (entry: StateChanges['request'][0]) =>
      this.#note(`request ${entry.id}`, 'request', sdkIdOf(entry), () => summariseRequest(entry)),
    kept: (session: Session) => {
      this.#noteSession(session)
      this.#run(this.#stages.keep(session))
    },
    removed: (session_id: string) => {
      this.#stages.forget(session_id)
      this.#note(`session ${session_id}`, 'session-removed', undefined, () => ({ session_id }))
    },
    delivery: (delivery: StateChanges['delivery'][0]) =>
      this.#note(`delivery ${delivery.id}`, 'delivery', delivery.sdkId, () => summariseDelivery(delivery)),
    faults: () => this.#note('faults', 'faults', undefined, () => ({})),
    applications: () => this.#note('applications', 'applications', undefined, () => ({})),
    clock: (sdkId?: string) => {
      this.#note(`clock ${sdkId}`, 'clock', sdkId, () => ({ sdkId }))
      this.#run(this.#stages.look())
    },
    cleared: (sdkId?: string) => this.#note(`cleared ${sdkId}`, 'requests-cleared', sdkId, () => ({ sdkId })),
    reset: (sdkId?: string) => {
      // Everything that waits to be told is gone with it.
      if (sdkId === undefined) this.#pending.clear()
      this.#note(`reset ${sdkId}`, 'reset', sdkId, () => ({ sdkId }))
    },
    missed: () => this.#miss(),
    // The names of the object are those of the changes, and each listener takes what its change brings.
  }) as unknown as readonly [keyof StateChanges, (...args: never[]) => void][]

  #noteSession(session: Session): void {
    const describe = async () => summariseSession(session, (await this.#options.state.clocks.read(session.sdkId)).now)
    this.#note(`session ${session.id}`, 'session', session.sdkId, describe)
  }

  #note(key: string, type: EventType, sdkId: string | undefined, describe: () => unknown): void {
    if (!this.#isListening) return
    // What changes again is told at its latest place: after everything that it may refer to.
    this.#pending.delete(key)
    this.#pending.set(key, { type, sdkId, describe })
    if (this.#pending.size >= mostPending) this.#flush()
    else this.#flushTimer ??= setTimeout(() => this.#flush(), together).unref()
  }

  #flush(): void {
    clearTimeout(this.#flushTimer)
    this.#flushTimer = undefined
    const batch = [...this.#pending.values()]
    this.#pending.clear()
    this.#sending = this.#sending.then(() => this.#send(batch)).catch((error) => this.#fail(error))
  }

  async #send(batch: readonly Pending[]): Promise<void> {
    const described = await Promise.all(batch.map(async (pending) => ({ ...pending, data: await pending.describe() })))
    if (!this.#isListening) return
    const log = this.#knownLog()
    const logged = described.map(({ type, sdkId, data }) => log.add(type, sdkId, data))
    for (const [client, subscription] of this.#clients) this.#write(client, subscription, logged)
  }

  #write(client: Writable, { types, sdkId }: Subscription, events: readonly Logged[]): void {
    const wanted = events.filter(
      (event) =>
        (types === undefined || types.includes(event.type)) &&
        (sdkId === undefined || event.sdkId === undefined || event.sdkId === sdkId),
    )
    if (wanted.length > 0) client.write(wanted.map(({ text }) => text).join(''))
    // It comes back with the last id that it has read.
    if (client.writableLength > mostUnsent) client.destroy()
  }

  #beat(): void {
    for (const client of this.#clients.keys()) {
      client.write(': still here\n\n')
      if (client.writableLength > mostUnsent) client.destroy()
    }
  }

  #run(work: Promise<void>): void {
    work.catch((error: unknown) => this.#fail(error))
  }

  #fail(error: unknown): void {
    this.#options.log.error('an event could not be told', error)
  }
}
