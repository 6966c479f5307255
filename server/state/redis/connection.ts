import { EventEmitter } from 'node:events'
import { YotiError } from '../../base/errors.js'
import type { Log } from '../../base/log.js'
import { describeStore, patience, reasonOf } from './client.js'
import { Deadline } from './deadline.js'
import { Link } from './link.js'
import { reachStore } from './reach-store.js'
import { type ScriptName, scripts } from './scripts.js'

/** So many commands, or requests that share one, may wait for their answers: a slow store must not fill this process. */
const mostWaiting = 5000

/** What the store answers: texts, numbers, nothing, and lists of them. */
export type Answer = string | number | null | readonly Answer[]

const unavailable = (hint: string) =>
  new YotiError('TEMPORARILY_UNAVAILABLE', { headers: { 'Retry-After': '1' }, hint: `the store ${hint}` })

const late = () => unavailable(`did not answer within ${patience} ms`)

type ConnectionOptions = { readonly prefix: string; readonly waitSeconds: number; readonly log: Log }

/** A connection to the store, and one on which it tells of changes. */
export class Connection {
  readonly #url: string
  readonly #log: Log
  readonly #hashes = new Map<ScriptName, string>()
  readonly #prefix: string
  #link: Link | undefined
  #subscriber: Link | undefined
  readonly #deadline = new Deadline(patience)
  #waiting = 0
  #isAway = false
  #hasMissed = false
  /** What the store said about itself at the start. */
  readonly info: string
  /** `back`: it can be used again. `missed`: what was told meanwhile did not arrive here. */
  readonly events: EventEmitter<{ back: []; missed: [] }> = new EventEmitter()

  private constructor(url: string, info: string, { prefix, log }: ConnectionOptions) {
    this.#url = url
    this.info = info
    this.#prefix = prefix
    this.#log = log
  }

  /** @throws UsageError when the store cannot be reached within `waitSeconds`, or is not one that can be used */
  static async open(url: string, options: ConnectionOptions): Promise<Connection> {
    const info = await reachStore(url, options.waitSeconds)
    const connection = new Connection(url, info, options)
    connection.#link = await Link.open(url, {
      onReady: () => {
        connection.#cameBack()
        connection.#tellMissed()
      },
      onError: (error) => connection.#wentAway(error),
    })
    return connection
  }

  #wentAway(error: unknown): void {
    const shown = describeStore(this.#url)
    if (!this.#isAway)
      this.#log.warn(`the store at ${shown} is away (${reasonOf(error)}); answers are 503 until it is back`)
    this.#isAway = true
  }

  #cameBack(): void {
    if (!this.#isAway) return
    this.#isAway = false
    this.#log.info(`the store at ${describeStore(this.#url)} is back`)
    this.events.emit('back')
  }

  /** Something was told that did not arrive here, or could not be read. */
  miss(): void {
    this.#hasMissed = true
    this.#tellMissed()
  }

  /** Whoever looks because of it can read, and is told of what comes after. */
  #tellMissed(): void {
    if (!this.#hasMissed || !this.isReady || this.#subscriber?.client.isReady !== true) return
    this.#hasMissed = false
    this.events.emit('missed')
  }

  get isReady(): boolean {
    return this.#link?.client.isReady === true
  }

  /** @throws YotiError TEMPORARILY_UNAVAILABLE when no answer comes in time */
  command(...parts: readonly string[]): Promise<Answer> {
    return this.#send(parts)
  }

  async #send(parts: readonly string[], weight = 1): Promise<Answer> {
    const client = this.#link?.client
    if (client === undefined) throw unavailable('is not open')
    if (this.#waiting + weight > mostWaiting) throw unavailable(`is too slow: ${mostWaiting} commands wait for it`)
    this.#waiting += weight
    // Without types of its own, an answer is a text, a number, nothing, or a list.
    const sent: Promise<Answer> = client.sendCommand([...parts])
    const answered = () => {
      this.#waiting -= weight
    }
    sent.then(answered, answered)
    try {
      return await this.#deadline.of(sent, late)
    } catch (error) {
      if (error instanceof YotiError) throw error
      const reason = reasonOf(error)
      if (reason.startsWith('NOSCRIPT')) throw error
      if (/^(?:READONLY|OOM|MISCONF|NOPERM|ERR)/.test(reason)) throw unavailable(`refused: ${reason}`)
      throw unavailable(`is away: ${reason}`)
    }
  }

  /**
   * Runs a script; it is sent once, and again when the store has forgotten it.
   * @param weight how many requests wait for it
   */
  async run(name: ScriptName, args: readonly string[], weight = 1): Promise<Answer> {
    const hash = this.#hashes.get(name) ?? String(await this.command('SCRIPT', 'LOAD', scripts[name]))
    this.#hashes.set(name, hash)
    try {
      return await this.#send(['EVALSHA', hash, '1', this.#prefix, ...args], weight)
    } catch (error) {
      if (error instanceof YotiError) throw error
      return this.#send(['EVAL', scripts[name], '1', this.#prefix, ...args], weight)
    }
  }

  /** Takes what is told on a channel, now and on each new connection. */
  async subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    let isFirst = true
    const onReady = () => {
      // Nothing is kept for a subscriber that is away.
      if (!isFirst) this.miss()
      isFirst = false
    }
    this.#subscriber = await Link.open(this.#url, {
      onReady,
      onError: () => undefined,
      prepare: (client) => client.subscribe(channel, listener),
    })
  }

  close(): void {
    this.#deadline.close()
    this.#link?.close()
    this.#subscriber?.close()
  }
}
