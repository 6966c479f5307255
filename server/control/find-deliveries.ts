import { YotiError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import { topics } from '../engine/model/topics.js'
import type { Delivery } from '../engine/notifications/delivery.js'
import type { ControlQuery } from '../openapi/schema.js'
import type { State } from '../state/state.js'

type Filter = Pick<NonNullable<ControlQuery<'listNotifications'>>, 'sessionId' | 'sdkId' | 'topic' | 'status'>

/** @throws YotiError PAYLOAD_VALIDATION for a topic that does not exist, naming the nearest */
export const assertKnownTopic = (topic: string | undefined): void => {
  if (topic === undefined || topics.some((known) => known === topic.toLowerCase())) return
  const message = `no topic is called '${topic}'.${didYouMean(topic, topics)} Known: ${topics.join(', ')}`
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property: 'topic', message }] })
}

/** The deliveries that fit every filter that is given, the oldest first. */
export const findDeliveries = async (
  { topic, status, ...of }: Filter,
  deliveries: Pick<State['deliveries'], 'list'>,
): Promise<Delivery[]> => {
  assertKnownTopic(topic)
  return (await deliveries.list(of)).filter(
    (delivery) =>
      (topic === undefined || delivery.topic === topic.toLowerCase()) &&
      (status === undefined || delivery.status === status),
  )
}

/** @throws YotiError DELIVERY_NOT_FOUND */
export const getDelivery = async (id: string, deliveries: Pick<State['deliveries'], 'find'>): Promise<Delivery> => {
  const delivery = await deliveries.find(Number(id))
  if (delivery === undefined)
    throw new YotiError('DELIVERY_NOT_FOUND', {
      message: `No delivery has the id ${id}; GET /__mock/notifications lists them`,
    })
  return delivery
}
