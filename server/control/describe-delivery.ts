import type { Delivery, OwnerFilter } from '../engine/notifications/delivery.js'
import type { ControlSchema } from '../openapi/schema.js'
import type { State } from '../state/state.js'

const instant = (at: number) => new Date(at).toISOString()

/** A delivery as the control API shows it. */
export const describeDelivery = (delivery: Delivery): ControlSchema<'Delivery'> => {
  const { id, sessionId, sdkId, topic, status, dueAt, endpoint, headers, body, attempts, duplicateOf } = delivery
  return {
    id,
    sessionId,
    ...(sdkId !== undefined && { sdkId }),
    topic,
    status,
    due: instant(dueAt),
    endpoint,
    headers,
    body,
    ...(duplicateOf !== undefined && { duplicateOf }),
    attempts: attempts.map(({ at, milliseconds, status: answered, headers: sent, body: text, error }) => ({
      at: instant(at),
      milliseconds,
      ...(answered !== undefined && { status: answered }),
      ...((sent || text) && { answer: { headers: sent ?? {}, body: text ?? '' } }),
      ...(error !== undefined && { error }),
    })),
  }
}

/** A delivery as lists show it: without headers and bodies. */
export const summariseDelivery = (delivery: Delivery): ControlSchema<'DeliverySummary'> => {
  const { id, sessionId, sdkId, topic, status, dueAt, endpoint, attempts, duplicateOf } = delivery
  const last = attempts.at(-1)
  return {
    id,
    sessionId,
    ...(sdkId !== undefined && { sdkId }),
    topic,
    status,
    due: instant(dueAt),
    endpoint,
    ...(duplicateOf !== undefined && { duplicateOf }),
    attempts: attempts.length,
    ...(last && {
      last: {
        at: instant(last.at),
        milliseconds: last.milliseconds,
        ...(last.status !== undefined && { status: last.status }),
        ...(last.error !== undefined && { error: last.error }),
      },
    }),
  }
}

/** What was sent about a session, and what waits, the oldest first. */
export const describeDeliveries = async (
  deliveries: Pick<State['deliveries'], 'list'>,
  of: OwnerFilter,
): Promise<ControlSchema<'Delivery'>[]> => (await deliveries.list(of)).map(describeDelivery)
