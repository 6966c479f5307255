import { setMaxListeners } from 'node:events'
import type { LookupFunction } from 'node:net'
import { UsageError } from '../base/errors.js'
import type { Log } from '../base/log.js'
import type { Config } from '../config.js'
import type { Session } from '../engine/model/session.js'
import { notificationBody } from '../engine/notifications/body.js'
import type { Notification } from '../engine/notifications/plan.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { Schema } from '../openapi/schema.js'
import type { CheckNotification } from '../openapi/validators.js'
import type { Clocks } from '../state/memory/clocks.js'
import type { State } from '../state/state.js'
import { allowedHosts, guardLookup } from './addresses.js'
import { Outbox, type Parcel } from './dispatcher.js'
import { createPost } from './http-sender.js'
import { Scheduler } from './scheduler.js'

export type { Delivery, DeliveryStatus, Whose } from '../engine/notifications/delivery.js'
export { Outbox } from './dispatcher.js'

export type NotificationDeps = {
  readonly config: Pick<Config, 'notifyAllow' | 'notifyInsecure' | 'notifyTimeout' | 'notifyRetries'>
  readonly changes: State['changes']
  readonly clocks: Clocks
  readonly catalogue: Catalogue
  readonly log: Log
  /** How names of receivers become addresses; the system's way unless given. */
  readonly lookup?: LookupFunction
  /** Given when every body is checked against openapi.yaml. */
  readonly check?: CheckNotification
}

/** A notification in its envelope. The session must have subscribed. */
export const parcelOf = (session: Session, notification: Pick<Notification, 'topic' | 'about' | 'at'>): Parcel => {
  const { id, sdkId, request } = session
  const { endpoint = '', authorization } = request.notifications ?? {}
  return {
    sessionId: id,
    ...(sdkId !== undefined && { sdkId }),
    topic: notification.topic,
    dueAt: notification.at,
    endpoint,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'mock-yoti',
      ...(authorization !== undefined && { Authorization: authorization }),
    },
    body: notificationBody(id, notification),
  }
}

const mustFitDocument = (body: Schema<'Notification'>, check: CheckNotification | undefined) => {
  const errors = check?.(body.topic, body) ?? []
  if (errors.length > 0)
    throw new Error(`the body of ${body.topic} is not as openapi.yaml says: ${JSON.stringify(errors)}`)
}

/**
 * Sends what applications subscribed to, when it is due, until it is closed.
 * @throws UsageError for receivers or a time-out that cannot be
 */
export const startNotifying = (deps: NotificationDeps): { readonly outbox: Outbox; readonly close: () => void } => {
  const { config, changes, clocks, catalogue, log, lookup, check } = deps
  if (!(config.notifyTimeout > 0))
    throw new UsageError(`--notify-timeout takes more than 0 seconds; got ${config.notifyTimeout}`)
  const ended = new AbortController()
  // Everything that is on its way listens.
  setMaxListeners(0, ended.signal)
  const post = createPost({
    allowed: allowedHosts(config.notifyAllow),
    insecure: config.notifyInsecure,
    timeoutMs: config.notifyTimeout * 1000,
    lookup: guardLookup(lookup),
    signal: ended.signal,
  })
  const outbox = new Outbox({ post, clocks, log, retries: config.notifyRetries, signal: ended.signal })
  const send = (session: Session, notification: Notification) => {
    const parcel = parcelOf(session, notification)
    mustFitDocument(parcel.body, check)
    outbox.add(parcel)
  }
  const scheduler = new Scheduler({ changes, clocks, catalogue, send })
  const close = () => {
    scheduler.close()
    ended.abort()
  }
  return { outbox, close }
}
