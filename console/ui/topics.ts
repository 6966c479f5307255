import type { Schema } from '../../server/openapi/schema.js'

type Topic = Schema<'NotificationTopic'>

/** Every topic; one that is missing does not compile. */
const all: Readonly<Record<Topic, true>> = {
  session_completion: true,
  first_branch_visit: true,
  resource_update: true,
  task_completion: true,
  check_completion: true,
  client_session_token_deleted: true,
  new_pdf_supplied: true,
  instructions_email_requested: true,
  thank_you_email_requested: true,
}

export const topics: readonly string[] = Object.keys(all)
