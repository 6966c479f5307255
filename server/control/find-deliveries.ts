import { YotiError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import { topics } from '../engine/model/topics.js'
import type { ControlQuery } from '../openapi/schema.js'
import type { Delivery, Outbox } from '../webhooks/index.js'

type Filter = NonNullable<ControlQuery<'listNotifications'>>

/** @throws YotiError PAYLOAD_VALIDATION for a topic that does not exist, naming the nearest */
export const mustKnowTopic = (topic: string | undefined): void => {
  if (topic === undefined || topics.some((known) => known === topic.toLowerCase())) return
  const message = `no topic is called '${topic}'.${didYouMean(topic, topics)} Known: ${topics.join(', ')}`
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property: 'topic', message }] })
}

/** The deliveries that fit every filter that is given, the oldest first. */
export const findDeliveries = ({ topic, status, ...whose }: Filter, outbox: Pick<Outbox, 'list'>): Delivery[] => {
  mustKnowTopic(topic)
  return outbox
    .list(whose)
    .filter(
      (delivery) =>
        (topic === undefined || delivery.topic === topic.toLowerCase()) &&
        (status === undefined || delivery.status === status),
    )
}

/** @throws YotiError DELIVERY_NOT_FOUND */
export const getDelivery = (id: string, outbox: Pick<Outbox, 'find'>): Delivery => {
  const delivery = outbox.find(Number(id))
  if (delivery === undefined)
    throw new YotiError('DELIVERY_NOT_FOUND', {
      message: `No delivery has the id ${id}; GET /__mock/notifications lists them`,
    })
  return delivery
}
