import { expect, test } from 'vitest'
import { branchTopics, openNotified } from '../support/notified.js'

test('the webhooks of a branch visit come in the wrong order', async () => {
  await using mock = await openNotified()
  const sessionId = await mock.create({ topics: branchTopics })

  await mock.control.notifications.hold({ sessionId })
  await mock.control.sessions.visit(sessionId)
  const held = await mock.control.notifications.waitFor({ sessionId, status: 'held', count: 3 })
  for (const { id } of held.toReversed()) await mock.control.notifications.send(id)

  expect(mock.receiver.topics()).toEqual(branchTopics.toReversed())
})
