import { UsageError } from '../../server/base/errors.js'
import { lazy } from '../../server/base/lazy.js'
import { didYouMean } from '../../server/base/nearest.js'
import { type WebhookShape as ServerWebhook, webhookShapes as serverWebhooks } from '../../server/shapes/index.js'
import { webhookMatchers } from './webhook-matchers.js'

/** A notification, with its body as a contract asks for it: the topic exactly, ids by their format. */
export type WebhookShape = ServerWebhook & { readonly matchers: unknown }

/** The notifications that there are. */
export type WebhookShapes = {
  readonly all: readonly WebhookShape[]
  /** Those of these topics, in lower case as they are sent. @throws Error for a topic that Yoti does not have */
  readonly only: (...topics: string[]) => readonly WebhookShape[]
}

const all = lazy((): readonly WebhookShape[] =>
  serverWebhooks().map((shape) => ({ ...shape, matchers: webhookMatchers(shape) })),
)

const find = (name: string): WebhookShape => {
  const shape = all().find(({ topic }) => topic === name)
  if (shape !== undefined) return shape
  const topics = all().map(({ topic }) => topic)
  throw new UsageError(`No topic is called '${name}'.${didYouMean(name, topics)} Known: ${topics.join(', ')}`)
}

/** Every notification that Yoti sends, made from openapi.yaml's webhooks. */
export const webhookShapes: WebhookShapes = {
  get all() {
    return all()
  },
  only: (...topics) => topics.map(find),
}
