import { EventEmitter } from 'node:events'
import { clearTimeout, setTimeout } from 'node:timers'
import { setTimeout as sleep } from 'node:timers/promises'
import { URL } from 'node:url'
import { createClient } from '@redis/client'
import { startStopwatch } from '../../base/clock.js'
import { UsageError, YotiError } from '../../base/errors.js'
import type { Log } from '../../base/log.js'
import { type ScriptName, scripts } from './scripts.js'

/** An answer that takes longer is none: a request is refused within two seconds. */
const patience = 1500
/** So many commands may wait for their answers: a slow store must not fill this process. */
const mostWaiting = 5000

/** What the store answers: texts, numbers, nothing, and lists of them. */
export type Answer = string | number | null | readonly Answer[]

const unavailable = (hint: string) =>
  new YotiError('TEMPORARILY_UNAVAILABLE', { headers: { 'Retry-After': '1' }, hint: `the store ${hint}` })

/** The address without a password, for messages. */
export const describeStore = (url: string): string => {
  const shown = new URL(url)
  shown.password = ''
  shown.username = ''
  return shown.href
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return (error as NodeJS.ErrnoException).code ?? error.message
}

const create = (url: string, reconnects = true) =>
  createClient({
    url,
    RESP: 2,
    // A command that cannot be sent now is refused now.
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    socket: {
      connectTimeout: patience,
      reconnectStrategy: (retries) => reconnects && Math.min(50 * (retries + 1), 500),
    },
  })

type Client = ReturnType<typeof create>

/** A connection to the store, and one on which it tells of changes. */
export class Connection {
  readonly #client: Client
  readonly #subscriber: Client
  readonly #hashes = new Map<ScriptName, string>()
  readonly #prefix: string
  #waiting = 0
  /** Commands that were sent, for the table of round trips. */
  sent = 0
  readonly events: EventEmitter<{ back: [] }> = new EventEmitter()

  private constructor(url: string, prefix: string, log: Log) {
    this.#prefix = prefix
    this.#client = create(url)
    this.#subscriber = this.#client.duplicate()
    let isAway = false
    const onError = (error: unknown) => {
      if (!isAway)
        log.warn(`the store at ${describeStore(url)} is away (${reasonOf(error)}); answers are 503 until it is back`)
      isAway = true
    }
    this.#client.on('error', onError)
    this.#subscriber.on('error', () => undefined)
    this.#client.on('ready', () => {
      if (!isAway) return
      isAway = false
      log.info(`the store at ${describeStore(url)} is back`)
      this.events.emit('back')
    })
  }

  /** @throws UsageError when the store cannot be reached within `waitSeconds`, or is not one that can be used */
  static async open(url: string, options: { prefix: string; waitSeconds: number; log: Log }): Promise<Connection> {
    const waited = startStopwatch()
    for (;;) {
      const trial = create(url, false).on('error', () => undefined)
      try {
        await Promise.race([
          trial.connect(),
          sleep(patience, undefined, { ref: false }).then(() => {
            throw new Error('no answer')
          }),
        ])
        trial.destroy()
        break
      } catch (error) {
        trial.destroy()
        const reason = reasonOf(error)
        if (/WRONGPASS|NOAUTH|NOPERM|invalid DB|DB index/i.test(reason))
          throw new UsageError(`--store ${describeStore(url)}: ${reason}`)
        if (waited() >= options.waitSeconds * 1000)
          throw new UsageError(
            `--store ${describeStore(url)} cannot be reached (${reason}); --store-wait SECONDS waits for it`,
          )
        await sleep(250)
      }
    }
    const connection = new Connection(url, options.prefix, options.log)
    await connection.#client.connect()
    await connection.#subscriber.connect()
    return connection
  }

  get isReady(): boolean {
    return this.#client.isReady
  }

  /** @throws YotiError TEMPORARILY_UNAVAILABLE when no answer comes in time */
  async command(...parts: readonly string[]): Promise<Answer> {
    if (this.#waiting >= mostWaiting) throw unavailable(`is too slow: ${mostWaiting} commands wait for it`)
    this.#waiting += 1
    this.sent += 1
    let timer: NodeJS.Timeout | undefined
    // Without types of its own, an answer is a text, a number, nothing, or a list.
    const sent: Promise<Answer> = this.#client.sendCommand([...parts])
    sent
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1
      })
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(unavailable(`did not answer within ${patience} ms`)), patience)
    })
    try {
      return await Promise.race([sent, late])
    } catch (error) {
      if (error instanceof YotiError) throw error
      const reason = reasonOf(error)
      if (reason.startsWith('NOSCRIPT')) throw error
      if (/^(?:READONLY|OOM|MISCONF|NOPERM|ERR)/.test(reason)) throw unavailable(`refused: ${reason}`)
      throw unavailable(`is away: ${reason}`)
    } finally {
      clearTimeout(timer)
    }
  }

  /** Runs a script; it is sent once, and again when the store has forgotten it. */
  async run(name: ScriptName, args: readonly string[]): Promise<Answer> {
    const hash = this.#hashes.get(name) ?? String(await this.command('SCRIPT', 'LOAD', scripts[name]))
    this.#hashes.set(name, hash)
    try {
      return await this.command('EVALSHA', hash, '1', this.#prefix, ...args)
    } catch (error) {
      if (error instanceof YotiError) throw error
      return this.command('EVAL', scripts[name], '1', this.#prefix, ...args)
    }
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    await this.#subscriber.subscribe(channel, listener)
  }

  close(): void {
    this.#client.destroy()
    this.#subscriber.destroy()
  }
}
