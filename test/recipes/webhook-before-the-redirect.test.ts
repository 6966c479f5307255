import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openNotified } from '../support/notified.js'

test('the webhook comes before the browser is back', async () => {
  await using mock = await openNotified()
  const sessionId = await mock.create({ topics: ['SESSION_COMPLETION'] }, { atHome: true })

  // The person is done. The browser is still on Yoti's page.
  await mock.control.sessions.visit(sessionId)
  await mock.control.notifications.waitFor({ sessionId, topic: 'session_completion' })

  // Now it returns to success_url: the result must be there already, and be handled once.
  expect(mock.receiver.topics()).toEqual(['session_completion'])
  expect((await readSession(mock.apiUrl, sessionId)).state).toBe('COMPLETED')
})
