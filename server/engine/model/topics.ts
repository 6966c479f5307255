import type { Schema } from '../../openapi/schema.js'

/** A topic as it is sent; subscriptions write it in any case. */
export type Topic = Schema<'NotificationTopic'>

/** Every topic, as it is sent. */
export const topics: readonly Topic[] = [
  'resource_update',
  'task_completion',
  'check_completion',
  'session_completion',
  'client_session_token_deleted',
  'new_pdf_supplied',
  'instructions_email_requested',
  'thank_you_email_requested',
  'first_branch_visit',
]
