import { setTimeout as sleep, setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { createAbortController } from '../base/abort.js'
import type { Log } from '../base/log.js'
import type { Attempt, AttemptResult, Delivery, NewDelivery } from '../engine/notifications/delivery.js'
import type { State } from '../state/state.js'
import { untilAnswered } from '../state/until-answered.js'
import type { WebhookRequest } from './http-sender.js'

export type DispatcherOptions = {
  readonly state: Pick<State, 'deliveries' | 'clocks' | 'tasks'>
  readonly send: (request: WebhookRequest) => Promise<AttemptResult>
  readonly log: Log
  /** How often a delivery is tried again after a failure that may pass. */
  readonly retries: number
  /** A number from 0 to 1, another one each time. */
  readonly jitter: () => number
  readonly signal: AbortSignal
}

const isDelivered = ({ status = 0 }: AttemptResult) => status >= 200 && status < 300

/** The longest wait between two attempts, in milliseconds. */
const longestWait = 64_000

/**
 * Milliseconds before the next attempt, after so many: a quarter of a second, then twice as long each time, up to 64 s.
 * The dispatcher adds up to a quarter, so that the deliveries of a receiver that was down do not come together.
 */
export const backoff = (attempts: number): number => Math.min(125 * 2 ** attempts, longestWait)

/**
 * Sends what waits, session by session in its order. A receiver that is down holds up its own sessions only, and no answer
 * of the API ever.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #working = new Set<string>()
  /** Sessions in which something waits that was not there when their worker looked. */
  readonly #woken = new Set<string>()
  /** Sessions whose worker waits for its next attempt. */
  readonly #resting = new Map<string, AbortController>()
  #settling: (() => void)[] = []

  constructor(options: DispatcherOptions) {
    this.#options = options
    const { tasks } = options.state
    tasks.on('delivery', ({ sessionId, status }) => {
      if (status === 'waiting') void this.#work(sessionId)
    })
    tasks.on('waiting', (sessionId) => void this.#work(sessionId))
    tasks.on('retry', (sessionIds) => this.#retryNow(sessionIds))
  }

  /** Sends a delivery now: one that waits or is held goes out of its turn, one that was sent goes again. Once, no retries. */
  async send(delivery: Delivery): Promise<Delivery> {
    await this.#options.state.deliveries.withdraw(delivery.id)
    const attempt = await this.#attempt(delivery)
    return this.#record(delivery, attempt, isDelivered(attempt) ? 'delivered' : 'failed')
  }

  /** Sends a new delivery now, past those that wait. */
  async sendNow(delivery: NewDelivery): Promise<Delivery> {
    return this.send(await this.#options.state.deliveries.add(delivery))
  }

  /** Sends the same again, as another delivery, now. */
  duplicate({ id, status: _status, attempts: _attempts, ...sent }: Delivery): Promise<Delivery> {
    return this.sendNow({ ...sent, duplicateOf: id })
  }

  /** Resolves when nothing is being sent; what waits for another attempt does not count. */
  async settled(): Promise<void> {
    while (this.#working.size > this.#resting.size)
      await new Promise<void>((resolve) => {
        this.#settling.push(resolve)
      })
  }

  /** Ends the wait for the next attempt in these sessions. */
  #retryNow(sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) this.#resting.get(sessionId)?.abort()
  }

  #rested(): void {
    const woken = this.#settling
    this.#settling = []
    for (const wake of woken) wake()
  }

  /** Tells the log of a delivery that could not wait. */
  note({ topic, sessionId, endpoint, attempts }: Delivery): void {
    const attempt = attempts.at(-1)
    if (attempt === undefined) return
    const { status = 0, error, milliseconds } = attempt
    const line = `notification ${topic} of ${sessionId} → ${endpoint} ${error ?? status} ${milliseconds.toFixed(1)} ms`
    if (isDelivered(attempt)) this.#options.log.info(line)
    else this.#options.log.warn(line)
  }

  async #attempt({ sdkId, endpoint, headers, body }: Delivery): Promise<Attempt> {
    const { send, state, signal } = this.#options
    const result = await send({
      ...(sdkId !== undefined && { sdkId }),
      endpoint,
      headers,
      body: JSON.stringify(body),
    })
    const { now } = await untilAnswered(
      () => state.clocks.read(sdkId),
      () => signal.aborted,
    )
    return { ...result, at: now }
  }

  async #record(delivery: Delivery, attempt: Attempt, status: 'delivered' | 'failed' | 'waiting'): Promise<Delivery> {
    const kept = await this.#options.state.deliveries.record(delivery.id, attempt, status)
    const recorded = kept ?? { ...delivery, status, attempts: [...delivery.attempts, attempt] }
    this.note(recorded)
    return recorded
  }

  async #work(sessionId: string): Promise<void> {
    this.#woken.add(sessionId)
    if (this.#working.has(sessionId)) return
    this.#working.add(sessionId)
    const { signal, state, log } = this.#options
    try {
      // Nothing is sent before the answer that it follows from.
      await yieldToEventLoop()
      while (!signal.aborted && this.#woken.delete(sessionId)) {
        let next = await state.deliveries.claimNext(sessionId)
        while (next !== undefined && !signal.aborted) {
          await this.#try(next)
          next = await state.deliveries.claimNext(sessionId)
        }
      }
    } catch (error) {
      if (signal.aborted) return
      log.error(`the notifications of ${sessionId} could not be sent`, error)
      state.deliveries.giveUp(sessionId)
    } finally {
      this.#working.delete(sessionId)
      this.#rested()
    }
  }

  /** One attempt, and the wait for the next where it failed for now. */
  async #try(delivery: Delivery): Promise<void> {
    const { retries, signal } = this.#options
    const attempt = await this.#attempt(delivery)
    const count = delivery.attempts.length + 1
    if (isDelivered(attempt) || !attempt.temporary || count > retries) {
      await this.#record(delivery, attempt, isDelivered(attempt) ? 'delivered' : 'failed')
      return
    }
    await this.#record(delivery, attempt, 'waiting')
    const woken = createAbortController()
    const stop = () => woken.abort()
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    this.#resting.set(delivery.sessionId, woken)
    this.#rested()
    const ms = backoff(count) * (1 + this.#options.jitter() / 4)
    try {
      await sleep(ms, undefined, { signal: woken.signal, ref: false }).catch(() => undefined)
    } finally {
      signal.removeEventListener('abort', stop)
      this.#resting.delete(delivery.sessionId)
    }
  }
}
