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

/** What was sent about a session, and what waits, the oldest first. */
export const describeDeliveries = async (
  deliveries: Pick<State['deliveries'], 'list'>,
  of: OwnerFilter,
): Promise<ControlSchema<'Delivery'>[]> => (await deliveries.list(of)).map(describeDelivery)
