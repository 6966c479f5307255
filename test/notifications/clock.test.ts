import { expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { branchTopics, openNotified } from '../support/notified.js'
import { atHomeOrder } from '../support/orders.js'

const atHome = { atHome: true }
const toldOf = ({ body }: { body: Record<string, string> }) => `${body['session_id']} ${body['topic']}`

test('moving the clock sends everything due in the span, of each session in its order', async () => {
  await using server = await openNotified({ visits: 'auto', visitDelay: 86_400 })
  const topics = ['client_session_token_deleted', 'session_completion']
  const ids = [await server.create({ topics }, atHome), await server.create({ topics }, atHome)]
  expect(await server.control.notifications.list()).toEqual([])
  await server.control.clock.advance('P28D')
  await server.control.notifications.waitFor({ count: 4 })
  for (const id of ids)
    expect(server.receiver.received.map(toldOf).filter((told) => told.startsWith(id))).toEqual(
      topics.map((topic) => `${id} ${topic}`),
    )
})

test('time that runs by itself sends them too', async () => {
  await using yoti = await startMockYoti({ visitDelay: 0.05 })
  await using server = await openNotified()
  const answer = await fetch(`${yoti.apiUrl}/sessions`, {
    method: 'POST',
    body: JSON.stringify(
      atHomeOrder({ notifications: { endpoint: server.receiver.url, topics: ['SESSION_COMPLETION'] } }),
    ),
  })
  expect(answer.status).toBe(201)
  await yoti.control.notifications.waitFor()
  expect(server.receiver.topics()).toEqual(['session_completion'])
})

test("one application's clock sends only its own", async () => {
  await using server = await openNotified({ visits: 'auto', visitDelay: 60 })
  const first = await server.create({}, { ...atHome, sdkId: 'ada-suite' })
  await server.create({}, { ...atHome, sdkId: 'bob-suite' })
  await server.control.clock.advance('PT1H', { sdkId: 'ada-suite' })
  await server.control.notifications.waitFor({ sdkId: 'ada-suite' })
  expect(await server.control.notifications.list({ sdkId: 'bob-suite' })).toEqual([])
  expect(server.receiver.received.map(toldOf)).toEqual([`${first} session_completion`])
})

test('a deleted session has nothing more to tell', async () => {
  await using server = await openNotified({ visits: 'auto', visitDelay: 60 })
  const [deleted, other] = [await server.create({}, atHome), await server.create({}, atHome)]
  expect((await fetch(`${server.apiUrl}/sessions/${deleted}`, { method: 'DELETE' })).status).toBe(204)
  await server.control.clock.advance('PT1H')
  await server.control.notifications.waitFor()
  expect(server.receiver.received.map(toldOf)).toEqual([`${other} session_completion`])
})

test('reset forgets what was sent and what was still to come', async () => {
  await using server = await openNotified()
  const sessionId = await server.create()
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ count: branchTopics.length })
  await server.control.reset()
  expect(await server.control.notifications.list()).toEqual([])
})
