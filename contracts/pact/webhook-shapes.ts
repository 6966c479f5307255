import { didYouMean } from '../../server/base/nearest.js'
import { webhookShapes as everyWebhook, type WebhookShape } from '../../server/shapes/webhook-shapes.js'

/** The notifications that there are. */
export type WebhookShapes = {
  readonly all: readonly WebhookShape[]
  /** Those of these topics, in lower case as they are sent. @throws Error for a topic that Yoti does not have */
  readonly only: (...topics: string[]) => readonly WebhookShape[]
}

const find = (name: string): WebhookShape => {
  const shape = everyWebhook.find(({ topic }) => topic === name)
  if (shape !== undefined) return shape
  const topics = everyWebhook.map(({ topic }) => topic)
  throw new Error(`No topic is called '${name}'.${didYouMean(name, topics)} Known: ${topics.join(', ')}`)
}

/** Every notification that Yoti sends, made from openapi.yaml's webhooks. */
export const webhookShapes: WebhookShapes = { all: everyWebhook, only: (...topics) => topics.map(find) }
