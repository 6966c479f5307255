import { expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { openNotified } from '../support/notified.js'
import { startServer } from '../support/server.js'

const scenarios = ['all-approve', 'missing-document', 'wrong-document', 'profile-mismatch', 'invalid-document']

const withRequests = async (options: Parameters<typeof startServer>[0] = {}) => {
  const server = await startServer(options)
  for (const id of scenarios) await fetch(`${server.apiUrl}/sessions/${id}`)
  return server
}

test.each([
  [{ limit: 2 }, [4, 5]],
  [{ after: 2 }, [3, 4, 5]],
  [{ after: 1, limit: 2 }, [2, 3]],
  [{ before: 4 }, [1, 2, 3]],
  [{ before: 4, limit: 2 }, [2, 3]],
  [{ after: 1, before: 5, limit: 1 }, [2]],
  [{ after: 5 }, []],
])('of five requests the page %j has %j', async (page, expected) => {
  await using server = await withRequests()
  expect((await server.control.requests.list(page)).map(({ id }) => id)).toEqual(expected)
  const { requests, total } = await server.control.requests.summaries({ ...page, operation: 'getSession' })
  expect([requests.map(({ id }) => id), total]).toEqual([expected, 5])
})

test('a summary has neither headers nor bodies, and says what a list needs', async () => {
  await using server = await startServer()
  await fetch(`${server.apiUrl}/session/x`, { headers: { 'X-Secret': 'never shown' } })
  const response = await fetch(`${server.url}/__mock/requests?view=summary`)
  const body = await response.json()
  expectDocumented('control', 'listRequests', 200, body)
  expect(body).toEqual({
    requests: [
      {
        id: 1,
        at: '2026-03-04T12:00:00.000Z',
        milliseconds: expect.any(Number),
        matched: false,
        method: 'GET',
        path: '/idverify/v1/session/x',
        status: 404,
        error: { code: 'NOT_FOUND', message: expect.stringContaining('Did you mean') },
        nearMiss: "'session' is not 'sessions'",
      },
    ],
    total: 1,
  })
})

test('the list says how many requests came before the oldest that is kept', async () => {
  await using server = await withRequests({ journalSize: 2 })
  const { requests, total, forgotten } = await server.control.requests.summaries()
  expect([requests.map(({ id }) => id), total, forgotten]).toEqual([[4, 5], 2, 3])
})

test('one request is read whole by its id; one that is not kept is named', async () => {
  await using server = await withRequests({ journalSize: 2 })
  const recorded = await server.control.requests.get(5)
  expectDocumented('control', 'getRequest', 200, recorded)
  expect(recorded).toMatchObject({ id: 5, sessionId: 'invalid-document', answer: { body: { state: 'ONGOING' } } })
  for (const id of [1, 6]) await expect(server.control.requests.get(id)).rejects.toThrow(`REQUEST_NOT_FOUND`)
  const answer = await fetch(`${server.url}/__mock/requests/05`)
  expectDocumented('control', 'getRequest', answer.status, await answer.json())
  expect(answer.status).toBe(404)
})

test.each([
  ['limit=0', 'query.limit'],
  ['limit=1001', 'query.limit'],
  ['after=-1', 'query.after'],
  ['before=x', 'query.before'],
  ['view=short', 'query.view'],
])('a page %s is refused', async (query, property) => {
  await using server = await startServer()
  for (const list of ['requests', 'notifications']) {
    const response = await fetch(`${server.url}/__mock/${list}?${query}`)
    const { errors } = (await response.json()) as { errors: { property: string }[] }
    expect([response.status, errors[0]?.property]).toEqual([400, property.replace('query.', '')])
  }
})

test('deliveries have pages, summaries and single entries too', async () => {
  await using server = await openNotified()
  const session = await server.create()
  await server.control.sessions.visit(session)
  await server.control.notifications.waitFor({ sessionId: session }, {})
  await server.control.notifications.waitFor({ topic: 'session_completion' })
  expect((await server.control.notifications.list({ after: 1, limit: 1 })).map(({ id }) => id)).toEqual([2])
  const { notifications, total } = await server.control.notifications.summaries({ limit: 1 })
  expect([notifications.length, total]).toEqual([1, 3])
  expect(notifications[0]).toEqual({
    id: 3,
    sessionId: session,
    topic: 'session_completion',
    status: 'delivered',
    due: '2026-03-04T12:00:00.000Z',
    endpoint: server.receiver.url,
    attempts: 1,
    last: { at: '2026-03-04T12:00:00.000Z', milliseconds: expect.any(Number), status: 200 },
  })
  const one = await server.control.notifications.get(1)
  expectDocumented('control', 'getNotification', 200, one)
  expect(one.body).toMatchObject({ session_id: session, topic: 'first_branch_visit' })
  await expect(server.control.notifications.get(99)).rejects.toThrow('DELIVERY_NOT_FOUND')
})
