import type { Schema } from '../../openapi/schema.js'
import { topicSubjects } from '../model/topics.js'
import type { Notification } from './plan.js'

/** The body that is posted: the session, the topic, and the id of the resource, task or check that the topic is about. */
export const notificationBody = (
  sessionId: string,
  { topic, about = '' }: Pick<Notification, 'topic' | 'about'>,
): Schema<'Notification'> => {
  const subject = topicSubjects[topic]
  const body = { session_id: sessionId, topic, ...(subject !== 'session' && { [`${subject}_id`]: about }) }
  // The document gives the topics of one subject the same body, which --check-answers verifies.
  return body as Schema<'Notification'>
}
