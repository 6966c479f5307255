import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openNotified } from '../support/notified.js'

test('the webhook comes long after the result could be read', async () => {
  await using mock = await openNotified()
  const sessionId = await mock.create({ topics: ['SESSION_COMPLETION'] })

  await mock.control.notifications.hold({ sessionId })
  await mock.control.sessions.visit(sessionId)
  // A job that reads open sessions finds the result first.
  expect((await readSession(mock.apiUrl, sessionId)).state).toBe('COMPLETED')

  // Then it comes after all, twice: what was decided must stand.
  await mock.control.notifications.release({ sessionId })
  const [late] = await mock.control.notifications.waitFor({ sessionId })
  await mock.control.notifications.duplicate(late?.id ?? 0)
  const { deliveries = [] } = await mock.control.sessions.get(sessionId)
  expect(deliveries.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
  expect(mock.receiver.topics()).toEqual(['session_completion', 'session_completion'])
})
