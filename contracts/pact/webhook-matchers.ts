import { schemaNamed, type WebhookShape } from '../../server/shapes/index.js'
import { matcherOf } from './matcher-body.js'

/** The body of a notification as a contract asks for it: the topic exactly, ids by their format. */
export const webhookMatchers = ({ body }: WebhookShape): unknown =>
  matcherOf(body, schemaNamed('Notification'), { reads: true, path: '', exact: ['topic'] })
