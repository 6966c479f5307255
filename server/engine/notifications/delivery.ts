import type { Schema } from '../../openapi/schema.js'
import type { Topic } from '../model/topics.js'

/** `waiting` for its turn or its next attempt, `held` by the control API; `failed` when there is no attempt to come. */
export type DeliveryStatus = 'waiting' | 'held' | 'delivered' | 'failed'

/** What came of one attempt: the receiver's answer, or why there is none. */
export type AttemptResult = {
  readonly milliseconds: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly error?: string
  /** Whether another attempt may go better. */
  readonly temporary: boolean
}

/** One attempt, at an instant by the application's clock. */
export type Attempt = AttemptResult & { readonly at: number }

/** A notification that is to be sent to its receiver. */
export type NewDelivery = {
  readonly sessionId: string
  readonly sdkId?: string
  readonly topic: Topic
  readonly dueAt: number
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Schema<'Notification'>
  /** The delivery that it repeats. */
  readonly duplicateOf?: number
}

/** One that is sent when it is due. Of all that is ever planned for its session only this has its key. */
export type PlannedDelivery = NewDelivery & { readonly key: string }

/** A notification on its way to its receiver, and what became of it. */
export type Delivery = NewDelivery & {
  /** Counts deliveries from 1. */
  readonly id: number
  readonly status: DeliveryStatus
  readonly attempts: readonly Attempt[]
}

/** Which deliveries are meant: those of a session, of an application, or all. */
export type OwnerFilter = { readonly sessionId?: string; readonly sdkId?: string }

export const belongsTo = (
  delivery: Pick<Delivery, 'sessionId' | 'sdkId'>,
  { sessionId, sdkId }: OwnerFilter,
): boolean =>
  (sessionId === undefined || delivery.sessionId === sessionId) && (sdkId === undefined || delivery.sdkId === sdkId)
