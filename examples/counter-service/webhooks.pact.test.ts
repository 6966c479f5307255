import { webhookShapes, yotiPact } from 'mock-yoti/pact'
import { expect, test } from 'vitest'
import { webhookPacts } from '../pacts.ts'
import { type Reaction, receive } from './receive.ts'

const pact = yotiPact({ consumer: 'counter-service', dir: webhookPacts })

const expected: Readonly<Record<string, Reaction['next']>> = {
  instructions_email_requested: 'send-letter',
  thank_you_email_requested: 'thank',
  session_completion: 'read-result',
}

for (const webhook of webhookShapes.all)
  test(webhook.title, () =>
    pact.receives(webhook, ({ session_id = '', topic = '' }) => {
      expect(receive({ session_id, topic })).toEqual({
        sessionId: webhook.sessionId,
        next: expected[webhook.topic] ?? 'nothing',
      })
    }),
  )
