import { setMaxListeners } from 'node:events'
import type { LookupFunction } from 'node:net'
import { createAbortController } from '../base/abort.js'
import { UsageError } from '../base/errors.js'
import { randomFraction } from '../base/ids.js'
import type { Log } from '../base/log.js'
import type { CheckNotification } from '../openapi/validators.js'
import type { State } from '../state/state.js'
import { allowedHosts, guardLookup } from './addresses.js'
import { Dispatcher } from './dispatcher.js'
import { createHttpSender } from './http-sender.js'
import { Scheduler } from './scheduler.js'

export { Dispatcher } from './dispatcher.js'

/** How receivers are reached; `notifyTimeout` in seconds. */
export type WebhookSettings = {
  /** The only hosts that are sent to; any when empty. */
  readonly notifyAllow: readonly string[]
  readonly notifyInsecure: boolean
  readonly notifyTimeout: number
  readonly notifyRetries: number
}

export type WebhookDeps = {
  readonly config: WebhookSettings
  readonly state: Pick<State, 'deliveries' | 'clocks' | 'tasks'>
  readonly log: Log
  /** How names of receivers become addresses; the system's way unless given. */
  readonly lookup?: LookupFunction
  /** Given when every body is checked against openapi.yaml. */
  readonly check?: CheckNotification
}

export type Webhooks = {
  readonly dispatcher: Dispatcher
  /** Resolves when nothing is being sent; what waits for another attempt does not count. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

/**
 * Sends what applications subscribed to, when it is due, until it is closed.
 * @throws UsageError for receivers or a time-out that cannot be
 */
export const startWebhooks = (deps: WebhookDeps): Webhooks => {
  const { config, state, log, lookup, check } = deps
  if (!(config.notifyTimeout > 0))
    throw new UsageError(`--notify-timeout takes more than 0 seconds; got ${config.notifyTimeout}`)
  const ended = createAbortController()
  // Everything that is on its way listens.
  setMaxListeners(0, ended.signal)
  const send = createHttpSender({
    allowed: allowedHosts(config.notifyAllow),
    insecure: config.notifyInsecure,
    timeoutMs: config.notifyTimeout * 1000,
    lookup: guardLookup(lookup),
    signal: ended.signal,
  })
  const dispatcher = new Dispatcher({
    state,
    send,
    log,
    retries: config.notifyRetries,
    jitter: randomFraction,
    signal: ended.signal,
  })
  const onFailed = (delivery: Parameters<Dispatcher['note']>[0]) => dispatcher.note(delivery)
  const scheduler = new Scheduler({ state, log, onFailed, ...(check && { check }) })
  const close = () => {
    scheduler.close()
    ended.abort()
  }
  return { dispatcher, settled: () => dispatcher.settled(), close }
}
