import { namedSessionId } from '../base/ids.js'
import { lazy } from '../base/lazy.js'
import type { Topic } from '../engine/model/topics.js'
import { notificationBody } from '../engine/notifications/body.js'
import yoti from '../openapi/generated/yoti.json' with { type: 'json' }
import type { Schema } from '../openapi/schema.js'

/** A notification that a consumer's receiver must be able to handle. */
export type WebhookShape = {
  readonly topic: Topic
  readonly title: string
  /** Different for each topic: what a pact calls the message. */
  readonly description: string
  /** The session that the example is about. */
  readonly sessionId: string
  /** The body as it is posted. */
  readonly body: Schema<'Notification'>
}

/** An id for examples: pacts must be the same after every run. */
const exampleId = '7d9fb1a5-7d0e-4b1d-9e1b-2f6f3f1c9684'

/** Every topic of openapi.yaml's webhooks. */
export const webhookShapes: () => readonly WebhookShape[] = lazy(() =>
  Object.entries(yoti.webhooks).map(([name, { post }]) => {
    // The keys of the webhooks are the topics; openapi.yaml's schemas of the bodies say so too.
    const topic = name as Topic
    const sessionId = namedSessionId('all-approve')
    const body = notificationBody(sessionId, { topic, about: exampleId })
    return {
      topic,
      title: post.summary,
      description: `a notification of ${topic}`,
      sessionId,
      body,
    }
  }),
)

/** The notification that a pact calls so. */
export const findWebhook = (description: string): WebhookShape | undefined =>
  webhookShapes().find((shape) => shape.description === description)
