import type { Schema } from '../../openapi/schema.js'
import type { Notification } from './plan.js'

/** The body that is posted: a session, a topic, and the one id that belongs to the topic. */
export const notificationBody = (
  sessionId: string,
  { topic, about = '' }: Pick<Notification, 'topic' | 'about'>,
): Schema<'Notification'> => {
  switch (topic) {
    case 'resource_update':
      return { session_id: sessionId, topic, resource_id: about }
    case 'task_completion':
      return { session_id: sessionId, topic, task_id: about }
    case 'check_completion':
      return { session_id: sessionId, topic, check_id: about }
    default:
      return { session_id: sessionId, topic }
  }
}
