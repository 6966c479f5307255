import { expect, test } from 'vitest'
import { openNotified } from '../support/notified.js'
import { listenLocally } from '../support/receiver.js'

test('two webhooks of one session are handled at once', async () => {
  await using mock = await openNotified()
  // A service that answers neither before both have arrived: one after the other it would never answer.
  const arrived: (() => void)[] = []
  await using service = await listenLocally((_request, response) => {
    arrived.push(() => response.end())
    if (arrived.length === 2) for (const answer of arrived) answer()
  })
  const sessionId = await mock.create({
    endpoint: service.url,
    topics: ['THANK_YOU_EMAIL_REQUESTED', 'SESSION_COMPLETION'],
  })

  await mock.control.notifications.hold({ sessionId })
  await mock.control.sessions.visit(sessionId)
  const held = await mock.control.notifications.waitFor({ sessionId, status: 'held', count: 2 })
  const sent = await Promise.all(held.map(({ id }) => mock.control.notifications.send(id)))

  expect(sent.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
})
