import type { Schema } from '../../openapi/schema.js'

/** A topic as it is sent; subscriptions write it in any case. */
export type Topic = Schema<'NotificationTopic'>

/** What each topic is about: the notification carries the id of it, besides the session's. */
export const topicSubjects: Readonly<Record<Topic, 'resource' | 'task' | 'check' | 'session'>> = {
  resource_update: 'resource',
  task_completion: 'task',
  check_completion: 'check',
  session_completion: 'session',
  client_session_token_deleted: 'session',
  new_pdf_supplied: 'session',
  instructions_email_requested: 'session',
  thank_you_email_requested: 'session',
  first_branch_visit: 'session',
}

/** Every topic, as it is sent: the keys that the compiler has checked above. */
export const topics: readonly Topic[] = Object.keys(topicSubjects) as Topic[]
