import { clearTimeout, setTimeout } from 'node:timers'
import { BoundedMap } from '../../base/bounded-map.js'
import { systemClock } from '../../base/clock.js'
import { openHttp } from '../../base/http-client.js'
import { randomIds } from '../../base/ids.js'
import type { Log } from '../../base/log.js'
import type { OtlpSettings } from '../../config/otlp-settings.js'
import type { Delivery } from '../../engine/notifications/delivery.js'
import type { Entry } from '../../journal/entry.js'
import { attemptSpan, attributesOf, requestSpan, type Span } from './spans.js'

/** So many spans are sent at once, and so many wait at most. */
const batchSize = 512
const mostWaiting = 2048
/** How long a span waits for others. */
const patienceMs = 5000

const randomHex = () => randomIds.random().replaceAll('-', '')

/** Sends a span of each request of an application and of each attempt to send a webhook to a collector: each once. */
export class TraceExporter {
  readonly #settings: OtlpSettings
  readonly #version: string
  readonly #log: Pick<Log, 'info' | 'warn'>
  #waiting: Span[] = []
  #timer: NodeJS.Timeout | undefined
  #sending: Promise<void> | undefined
  #isAway = false
  /** How many spans no collector took. */
  dropped = 0
  /** How many attempts of a delivery were told. */
  readonly #told = new BoundedMap<number, number>(5000)

  constructor(settings: OtlpSettings, version: string, log: Pick<Log, 'info' | 'warn'>) {
    this.#settings = settings
    this.#version = version
    this.#log = log
  }

  /** A request was answered. @param base the base path that it came below */
  request(entry: Entry, base: string | undefined, scheme: string): void {
    const span = requestSpan(entry, { base, scheme, now: systemClock.now(), randomHex })
    if (span !== undefined) this.#add(span)
  }

  /** A delivery changed: those of its attempts are told that have not been. */
  delivery(delivery: Delivery): void {
    const { id, attempts } = delivery
    const told = this.#told.get(id) ?? 0
    for (const [at, attempt] of attempts.slice(told).entries())
      this.#add(attemptSpan(delivery, attempt, { nth: told + at, now: systemClock.now(), randomHex }))
    if (attempts.length > told) this.#told.set(id, attempts.length)
  }

  #add(span: Span): void {
    if (this.#waiting.length >= mostWaiting) {
      this.dropped += 1
      return
    }
    this.#waiting.push(span)
    this.#schedule()
  }

  /** A full batch is sent at once, others when they have waited for long enough. */
  #schedule(): void {
    if (this.#waiting.length >= batchSize) void this.#flush()
    else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => void this.#flush(), patienceMs).unref()
  }

  /** Sends what waits, a batch at a time and one after the other. */
  #flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sending ??= this.#sendWaiting().finally(() => {
      this.#sending = undefined
      this.#schedule()
    })
    return this.#sending
  }

  /** What comes meanwhile waits for the next time. */
  async #sendWaiting(): Promise<void> {
    for (let left = this.#waiting.length; left > 0; ) {
      const batch = this.#waiting.splice(0, Math.min(left, batchSize))
      left -= batch.length
      const problem = await this.#send(batch)
      if (problem === undefined) this.#noteTaken()
      else this.#noteDropped(batch.length, problem)
    }
  }

  /** @returns what is wrong, when the collector did not take them */
  async #send(spans: readonly Span[]): Promise<string | undefined> {
    const { url, headers, timeoutMs, resource } = this.#settings
    const scope = { name: 'mock-yoti', version: this.#version }
    const body = JSON.stringify({
      resourceSpans: [{ resource: { attributes: attributesOf(resource) }, scopeSpans: [{ scope, spans }] }],
    })
    try {
      const call = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body, timeoutMs }
      const answer = await openHttp(url, call)
      // What it says is not looked at, however much that is.
      answer.on('error', () => undefined).resume()
      const { statusCode = 0 } = answer
      return statusCode < 300 ? undefined : `answered ${statusCode}`
    } catch (error) {
      return error instanceof Error
        ? error.message || ('code' in error ? String(error.code) : error.name)
        : String(error)
    }
  }

  #noteTaken(): void {
    if (this.#isAway) this.#log.info(`the collector takes spans again; ${this.dropped} were dropped so far`)
    this.#isAway = false
  }

  #noteDropped(count: number, problem: string): void {
    this.dropped += count
    if (!this.#isAway)
      this.#log.warn(
        `spans are dropped: ${this.#settings.url}: ${problem}. Is a collector there? OTEL_EXPORTER_OTLP_ENDPOINT names it`,
      )
    this.#isAway = true
  }

  /** Sends what waits. */
  async close(): Promise<void> {
    await this.#sending
    await this.#flush()
  }
}
