import { expect, test } from 'vitest'
import { backoff } from '../../../server/webhooks/dispatcher.js'
import { openNotified } from '../../support/notified.js'
import { listenLocally } from '../../support/receiver.js'

// docs/notifications.md: twelve repeats, after 0.25 s and then twice as long each time, up to 64 s: 319.75 s together.
test('the waits before the next attempt, in milliseconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(backoff)).toEqual([
    250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 64_000, 64_000, 64_000,
  ])
})

const statusesOf = async (answers: readonly number[], retries: number) => {
  await using server = await openNotified({ notifyRetries: retries }, answers)
  const sessionId = await server.create({ topics: ['session_completion'] })
  await server.control.sessions.visit(sessionId)
  const ended = async (status: 'delivered' | 'failed') => {
    const [delivery] = await server.control.notifications.waitFor({ sessionId, status })
    return delivery?.attempts.map((attempt) => attempt.status)
  }
  const last = answers[retries] ?? answers.at(-1) ?? 200
  return await ended(last >= 200 && last < 300 ? 'delivered' : 'failed')
}

test.each([
  [[500, 200], 1, [500, 200]],
  [[599, 299], 1, [599, 299]],
  [[500, 500], 1, [500, 500]],
  [[503], 0, [503]],
  // What the receiver refuses is not sent again.
  [[499], 6, [499]],
  [[404], 6, [404]],
  [[301], 6, [301]],
])('a receiver that answers %j, with %d repeats, is sent to so often', async (answers, retries, statuses) => {
  expect(await statusesOf(answers, retries)).toEqual(statuses)
})

// Yoti docs, "Notifications": `username:password` gives `Basic dXNlcm5hbWU6cGFzc3dvcmQ=`; a BEARER token goes as it is.
test.each([
  [{ auth_token: 'username:password' }, 'Basic dXNlcm5hbWU6cGFzc3dvcmQ='],
  [{ auth_token: 'username:password', auth_type: 'BASIC' }, 'Basic dXNlcm5hbWU6cGFzc3dvcmQ='],
  [{ auth_token: 'a-token', auth_type: 'BEARER' }, 'Bearer a-token'],
  [{}, undefined],
] as const)('a subscription with %j is notified with %s', async (subscription, authorization) => {
  await using server = await openNotified()
  const sessionId = await server.create({ topics: ['SESSION_COMPLETION'], ...subscription })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId })
  const [received] = server.receiver.received
  expect(received?.body).toEqual({ session_id: sessionId, topic: 'session_completion' })
  expect([received?.headers.authorization, received?.headers['content-type']]).toEqual([
    authorization,
    'application/json',
  ])
})

// Order as GOV.UK One Login's state machine needs it; each topic has the one id of Yoti's table.
test('every topic is sent in its order, with its one id', async () => {
  await using server = await openNotified()
  const topics = [
    'resource_update',
    'task_completion',
    'check_completion',
    'session_completion',
    'client_session_token_deleted',
    'thank_you_email_requested',
    'first_branch_visit',
  ]
  const sessionId = await server.create({ topics })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 12 })
  const told = server.receiver.received.map(({ body }) =>
    [body['topic'], ...Object.keys(body).filter((key) => key !== 'session_id' && key !== 'topic')].join(' '),
  )
  expect(told).toEqual([
    'first_branch_visit',
    'resource_update resource_id',
    'task_completion task_id',
    'resource_update resource_id',
    'client_session_token_deleted',
    'thank_you_email_requested',
    ...Array.from({ length: 5 }, () => 'check_completion check_id'),
    'session_completion',
  ])
})

test('of an answer 4,096 bytes are kept', async () => {
  await using receiver = await listenLocally((_request, response) => response.end('x'.repeat(5000)))
  await using server = await openNotified()
  const sessionId = await server.create({ endpoint: receiver.url, topics: ['session_completion'] })
  await server.control.sessions.visit(sessionId)
  const [delivery] = await server.control.notifications.waitFor({ sessionId })
  expect(delivery).toMatchObject({ attempts: [{ answer: { body: 'x'.repeat(4096) } }] })
})

test('a receiver has as long to answer as --notify-timeout says', async () => {
  await using silent = await listenLocally(() => undefined)
  await using server = await openNotified({ notifyTimeout: 0.2, notifyRetries: 0 })
  const sessionId = await server.create({ endpoint: silent.url, topics: ['session_completion'] })
  await server.control.sessions.visit(sessionId)
  const [delivery] = await server.control.notifications.waitFor({ sessionId, status: 'failed' })
  expect(delivery?.attempts.map(({ error }) => error)).toEqual(['no answer within 0.2 s'])
})

// Yoti docs, "Notifications": TASK_COMPLETION when a task completes; one that failed is complete, one that was abandoned not.
test('a task that failed is told of, one that was abandoned is not', async () => {
  await using server = await openNotified()
  const tasksTold = async (scenario: string) => {
    const sessionId = await server.create({ topics: ['task_completion', 'session_completion'] }, { scenario })
    await server.control.sessions.visit(sessionId)
    await server.control.notifications.waitFor({ sessionId, topic: 'session_completion' })
    return server.receiver.received.filter(
      ({ topic, body }) => topic === 'task_completion' && body['session_id'] === sessionId,
    ).length
  }
  expect(await tasksTold('capture-failed-then-repeated')).toBe(2)
  expect(await tasksTold('capture-abandoned')).toBe(1)
})
