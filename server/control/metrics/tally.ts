import { BoundedMap } from '../../base/bounded-map.js'
import type { Delivery } from '../../engine/notifications/delivery.js'
import { describeShape } from '../../engine/scenarios/describe-shape.js'
import type { AppliedFault } from '../../faults/fault.js'
import type { Entry } from '../../journal/entry.js'
import type { Schema } from '../../openapi/schema.js'
import { Histogram } from './histogram.js'
import { baseOf } from './route.js'

/** What tells requests apart that are counted together. */
export type Kind = {
  readonly method: string
  /** Below which base path it came; '' when it is none of ours. */
  readonly base: string
  readonly operation: string | undefined
  /** Absent when nothing was sent. */
  readonly status: number | undefined
  /** Of an error. */
  readonly code: string | undefined
}

export type Counted = Kind & { readonly durations: Histogram; lastAt: number }

/** How often something was answered, and when last, by the server's clock. */
export type Answered = { count: number; lastAt: number }

/** More different ones than this are counted as `other`, so that nobody can fill the memory. */
const mostKinds = 2000
const mostNames = 1000

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'CONNECT', 'TRACE']

const add = (counts: Map<string, number>, name: string, by = 1) => {
  const known = counts.has(name) || counts.size < mostNames ? name : 'other'
  counts.set(known, (counts.get(known) ?? 0) + by)
}

/** What the entry of a request does not know of its answer. */
export type Reply = {
  /** The base path that the request came below. */
  readonly base: string | undefined
  readonly body: unknown
  /** Whether the body is a session's result, as its operation made it. */
  readonly isResult: boolean
}

/** The code of an error that a fault answers. */
const codeIn = (status: number | undefined, body: unknown): string | undefined => {
  if (status === undefined || status < 400 || typeof body !== 'object' || body === null) return undefined
  const { code } = body as { readonly code?: unknown }
  return typeof code === 'string' ? code.slice(0, 50) : undefined
}

const effectOf = ({ rule: { spoil, status, code, slowBody } }: AppliedFault): string => {
  if (spoil !== undefined) return spoil
  if (status !== undefined || code !== undefined) return 'status'
  return slowBody === undefined ? 'delay' : 'slow-body'
}

/** Counts what this process has answered and sent since it was started. A reset does not touch it. */
export class Tally {
  readonly #kinds = new Map<string | undefined, readonly Counted[]>()
  /** The same in the order in which they first came. */
  readonly #all: Counted[] = []
  /** Results of reading a session: by scenario and what the answer looks like. */
  readonly #results = new Map<string, Answered>()
  /** Answers of named sessions are the same object again and again. */
  readonly #answeredBy = new WeakMap<object, Answered>()
  readonly verdicts: Map<string, number> = new Map()
  readonly faults: Map<string, number> = new Map()
  readonly sessions: Map<string, number> = new Map()
  readonly attempts: Map<string, number> = new Map()
  readonly webhooks: Map<string, Histogram> = new Map()
  /** How many attempts of a delivery were counted. */
  readonly #seen = new BoundedMap<number, number>(5000)

  /** A request of an application was answered. */
  request(entry: Entry, { base, body, isResult }: Reply): void {
    const { method, operation, sent, milliseconds = 0, verdict, fault, at } = entry
    const code = entry.failure?.code ?? codeIn(sent?.status, body)
    const counted = this.#kindOf({ method, base: baseOf(base), operation, status: sent?.status, code })
    counted.durations.add(milliseconds / 1000)
    counted.lastAt = at
    if (verdict !== undefined) add(this.verdicts, verdict)
    if (fault !== undefined) add(this.faults, effectOf(fault))
    if (operation === 'createSession' && sent?.status === 201) this.session(entry.scenario)
    // What reading a session answers with 200.
    if (isResult && sent?.status === 200) this.#result(entry, body as Schema<'SessionResult'>)
  }

  session(scenario = 'none'): void {
    add(this.sessions, scenario)
  }

  /** A delivery changed: those of its attempts count that have not. */
  delivery({ id, topic, attempts }: Delivery): void {
    const seen = this.#seen.get(id) ?? 0
    for (const { status, error, milliseconds } of attempts.slice(seen)) {
      const outcome = status === undefined ? 'no-answer' : status < 300 && error === undefined ? 'delivered' : 'refused'
      add(this.attempts, `${topic} ${outcome}`)
      const key = String(status ?? '')
      const durations = this.webhooks.get(key) ?? new Histogram()
      this.webhooks.set(key, durations)
      durations.add(milliseconds / 1000)
    }
    if (attempts.length > seen) this.#seen.set(id, attempts.length)
  }

  kinds(): readonly Counted[] {
    return this.#all
  }

  /** How often reading a session of a scenario answered what looks so: `COMPLETED, 6 APPROVE`. */
  answeredResult(scenario: string, shape: string): Answered {
    return this.#results.get(`${scenario} ${shape}`) ?? { count: 0, lastAt: 0 }
  }

  /** Looked for without a key: to write one costs more than everything else here. */
  #kindOf(kind: Kind): Counted {
    const { method, base, operation, status, code } = kind
    const ofOperation = this.#kinds.get(operation) ?? []
    for (const known of ofOperation)
      if (known.status === status && known.base === base && known.method === method && known.code === code) return known
    const isKnown = methods.includes(method) && this.#all.length < mostKinds
    if (!isKnown && method !== '_OTHER') return this.#kindOf({ ...kind, method: '_OTHER', code: undefined })
    const made = { ...kind, durations: new Histogram(), lastAt: 0 }
    this.#kinds.set(operation, [...ofOperation, made])
    this.#all.push(made)
    return made
  }

  #result({ scenario, at }: Entry, body: Schema<'SessionResult'>): void {
    const answered = this.#answeredBy.get(body) ?? this.#find(scenario, body)
    answered.count += 1
    answered.lastAt = at
  }

  #find(scenario: string | undefined, body: Schema<'SessionResult'>): Answered {
    const key = `${scenario} ${describeShape(body)}`
    const answered = this.#results.get(key) ?? { count: 0, lastAt: 0 }
    if (this.#results.size < mostKinds || this.#results.has(key)) this.#results.set(key, answered)
    if (Object.isFrozen(body)) this.#answeredBy.set(body, answered)
    return answered
  }
}
