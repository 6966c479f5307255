import { batch, effect, signal } from '@preact/signals'
import { ApiError, ask, queryOf } from './api.js'
import {
  application,
  applications,
  clock,
  defaults,
  deliveries,
  faults,
  readEverything,
  requests,
  scenarios,
  sessions,
} from './data.js'
import { readEvents, type StreamEvent } from './event-stream.js'
import { isLocked } from './token.js'
import type { DeliverySummary, RequestSummary, SessionSummary } from './types.js'

export type Connection = 'connecting' | 'live' | 'paused' | 'gone' | 'full'

/** Whether what is shown is what is. */
export const connection = signal<Connection>('connecting')

/** Set when the server that answers is of another version than the one this page came from. */
export const newVersion = signal<string | undefined>(undefined)

/** The session about which something came, with a count that changes each time: its page reads it again. */
export const touched = signal<{ readonly sessions: ReadonlySet<string>; readonly count: number }>({
  sessions: new Set(),
  count: 0,
})

/** Nothing came for this long, although a comment comes every 15 s. */
const longestSilence = 40_000
const batchMs = 250

let isPausedByReader = false
let lastId: string | undefined
let firstVersion: string | undefined
let stop: (() => void) | undefined
let waiting: StreamEvent[] = []
let flushTimer: ReturnType<typeof setTimeout> | undefined

// What the server sends is described by ControlEvent and checked by its tests.
const dataOf = <Data>({ data }: StreamEvent) => JSON.parse(data) as Data
const dataOfType = <Data>(events: readonly StreamEvent[], type: string) =>
  events.filter((event) => event.type === type).map((event) => dataOf<Data>(event))

const wholes = { faults: [faults], clock: [clock], scenarios: [scenarios], applications: [applications, defaults] }

const take = (events: readonly StreamEvent[]) => {
  const types = new Set(events.map(({ type }) => type))
  if (types.has('gap') || types.has('reset') || types.has('requests-cleared')) {
    void readEverything()
    touched.value = { sessions: new Set(['*']), count: touched.value.count + 1 }
    return
  }
  const asked = dataOfType<RequestSummary>(events, 'request')
  const changed = dataOfType<SessionSummary>(events, 'session')
  const sent = dataOfType<DeliverySummary>(events, 'delivery')
  const gone = dataOfType<{ session_id: string }>(events, 'session-removed')
  batch(() => {
    if (asked.length > 0) requests.upsert(asked)
    if (changed.length > 0) sessions.upsert(changed)
    if (sent.length > 0) deliveries.upsert(sent)
    for (const { session_id } of gone) sessions.remove(session_id)
    const about = [
      ...[...changed, ...gone].map(({ session_id }) => session_id),
      ...sent.map(({ sessionId }) => sessionId),
      ...asked.flatMap(({ sessionId }) => (sessionId === undefined ? [] : [sessionId])),
    ]
    if (about.length > 0) touched.value = { sessions: new Set(about), count: touched.value.count + 1 }
  })
  for (const [type, resources] of Object.entries(wholes))
    if (types.has(type)) for (const resource of resources) void resource.refresh()
}

const flush = () => {
  flushTimer = undefined
  const events = waiting
  waiting = []
  take(events)
}

const greet = (event: StreamEvent) => {
  const { version } = dataOf<{ version: string }>(event)
  firstVersion ??= version
  newVersion.value = version === firstVersion ? undefined : version
  connection.value = 'live'
  // From now on nothing is missed; without an earlier id nothing that was is known either.
  if (lastId === undefined) void readEverything()
}

const receive = (event: StreamEvent) => {
  if (event.type === 'hello') greet(event)
  else {
    waiting.push(event)
    flushTimer ??= setTimeout(flush, batchMs)
  }
  if (event.id !== '') lastId = event.id
}

const follow = async (signal: AbortSignal, onBytes: () => void) => {
  const query = queryOf({ sdkId: application.peek() || undefined, after: lastId })
  const response = await ask(`/events${query}`, { signal })
  if (response.body === null) return
  for await (const event of readEvents(response.body, onBytes)) receive(event)
}

/** Follows the stream until it is stopped; comes back after what breaks. */
const run = (): (() => void) => {
  let isStopped = false
  let wait = 500
  let abort = new AbortController()
  let retry: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  const onBytes = () => {
    wait = 500
    clearTimeout(silence)
    silence = setTimeout(() => abort.abort(), longestSilence)
  }
  const begin = async () => {
    abort = new AbortController()
    try {
      await follow(abort.signal, onBytes)
    } catch (error) {
      if (isStopped) return
      if (isLocked.value) return
      connection.value = error instanceof ApiError && error.code === 'TOO_MANY_STREAMS' ? 'full' : 'gone'
    }
    clearTimeout(silence)
    if (isStopped) return
    if (connection.value === 'live') connection.value = 'connecting'
    retry = setTimeout(() => void begin(), wait)
    wait = Math.min(wait * 2, 4000)
  }
  void begin()
  return () => {
    isStopped = true
    clearTimeout(retry)
    clearTimeout(silence)
    abort.abort()
  }
}

const start = () => {
  if (stop !== undefined || isPausedByReader || document.visibilityState === 'hidden') return
  connection.value = 'connecting'
  stop = run()
}

const end = () => {
  stop?.()
  stop = undefined
  clearTimeout(flushTimer)
  if (waiting.length > 0) flush()
  flushTimer = undefined
}

/** Stops or goes on showing what happens. What happened meanwhile is caught up with. */
export const togglePause = (): void => {
  isPausedByReader = !isPausedByReader
  if (isPausedByReader) {
    end()
    connection.value = 'paused'
  } else start()
}

/** Follows what happens while this tab is looked at: browsers open six connections to a server, and tabs share them. */
export const startLive = (): void => {
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? end() : start()))
  let shown: string | undefined
  effect(() => {
    const app = application.value
    const locked = isLocked.value
    if (locked) {
      end()
      shown = undefined
      return
    }
    if (app === shown) return
    shown = app
    end()
    lastId = undefined
    start()
  })
}
