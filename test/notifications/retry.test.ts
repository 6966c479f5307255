import { expect, test } from 'vitest'
import { openNotified } from '../support/notified.js'
import { inBranchOrder } from '../support/orders.js'

test('retryNow ends the wait for the next attempt', async () => {
  await using server = await openNotified({}, [503, 503, 503, 503, 503])
  const { notifications, sessions } = server.control
  const sessionId = await server.create({ topics: ['session_completion'] })
  await sessions.visit(sessionId)
  const retry = async (): Promise<void> => {
    const [waiting] = await notifications.retryNow({ sessionId })
    if (waiting !== undefined) await retry()
  }
  await retry()
  const [delivered] = await notifications.waitFor({ sessionId, topic: 'session_completion' })
  expect(delivered?.attempts.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503, 200])
})

test('waiting for what has failed for good fails at once, with the answer of the receiver', async () => {
  await using server = await openNotified({}, [400])
  const { notifications, sessions } = server.control
  const sessionId = await server.create({ topics: ['session_completion'] })
  await sessions.visit(sessionId)
  const [failed] = await notifications.waitFor({ sessionId, status: 'failed' })
  const waiting = notifications.waitFor({ sessionId, topic: 'session_completion' }, { timeoutSeconds: 60 })
  await expect(waiting).rejects.toThrow(
    `delivery ${failed?.id} of session_completion has failed for good: the receiver answered 400`,
  )
})

const noHeader = 'has characters that no header can carry'
const controls = 'has control characters, such as a line end'

test.each([
  ['BEARER', 'tok\n', noHeader],
  ['BEARER', 'a\rb', noHeader],
  ['BEARER', '\u{1f511}', noHeader],
  ['BASIC', 'tok\n', controls],
  [undefined, 'user:a\rb', controls],
  [undefined, 'user:\u007f', controls],
  ['BEARER', 'tök', undefined],
  ['BASIC', 'user:p\u{1f511}ss', undefined],
] as const)('of %s the token %j is refused where it cannot be sent', async (auth_type, auth_token, message) => {
  await using server = await openNotified()
  const told = { endpoint: 'https://a.example', topics: ['session_completion'], auth_token }
  const notifications = auth_type === undefined ? told : { ...told, auth_type }
  const answer = await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    body: JSON.stringify(inBranchOrder({ notifications })),
  })
  expect(answer.status).toBe(message === undefined ? 201 : 400)
  if (message !== undefined)
    expect(await answer.json()).toMatchObject({ errors: [{ property: 'notifications.auth_token', message }] })
})

const inVain = { timeoutSeconds: 60 }

test('waiting without a topic for what has failed for good fails at once', async () => {
  await using server = await openNotified({}, [400])
  const { notifications, sessions } = server.control
  const sessionId = await server.create({ topics: ['session_completion'] })
  await sessions.visit(sessionId)
  await notifications.waitFor({ sessionId, status: 'failed' })
  for (const filter of [{ sessionId }, {}])
    await expect(notifications.waitFor(filter, inVain)).rejects.toThrow(
      /: 0 of 1: delivery 1 of session_completion has failed for good: the receiver answered 400\. There are: session_completion failed/,
    )
})

test('waiting for what can come no more fails at once and says why', async () => {
  await using server = await openNotified()
  const { notifications, sessions } = server.control
  const sessionId = await server.create({ topics: ['session_completion'] })
  const wait = (filter: { sessionId: string; topic?: string }, count = 1) =>
    notifications.waitFor({ ...filter, count }, inVain)
  await expect(wait({ sessionId, topic: 'check_completion' })).rejects.toThrow(
    `0 of 1: the session ${sessionId} did not ask for check_completion; it asked for session_completion. There are: none`,
  )
  await sessions.visit(sessionId)
  expect(await wait({ sessionId })).toHaveLength(1)
  await expect(wait({ sessionId }, 2)).rejects.toThrow(
    `1 of 2: nothing more will be sent about the session ${sessionId}, which is completed. There are: session_completion delivered`,
  )
  const lost = await server.create({ topics: ['session_completion'] }, { scenario: 'webhook-lost' })
  await sessions.visit(lost)
  await expect(wait({ sessionId: lost, topic: 'session_completion' })).rejects.toThrow(
    `0 of 1: nothing more will be sent about the session ${lost}`,
  )
  const silent = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(inBranchOrder()) })
  const { session_id } = (await silent.json()) as { session_id: string }
  await expect(wait({ sessionId: session_id })).rejects.toThrow(`the session ${session_id} asked for no notifications`)
  const unknown = '00000000-0000-4000-8000-000000000000'
  await expect(wait({ sessionId: unknown })).rejects.toThrow(`there is no session ${unknown}`)
})

test('a wait that began before the visit ends when the session turns out to send nothing', async () => {
  await using server = await openNotified()
  const { notifications, sessions } = server.control
  const sessionId = await server.create({ topics: ['session_completion'] }, { scenario: 'webhook-lost' })
  const waiting = notifications.waitFor({ sessionId, topic: 'session_completion' }, inVain)
  const failing = expect(waiting).rejects.toThrow('nothing more will be sent')
  await sessions.visit(sessionId)
  await failing
})

test('what is still planned is waited for, also after a failure', async () => {
  await using server = await openNotified({}, [400])
  const { notifications, sessions } = server.control
  const sessionId = await server.create({ topics: ['first_branch_visit', 'session_completion'] })
  const waiting = notifications.waitFor({ sessionId }, inVain)
  await sessions.visit(sessionId)
  expect((await waiting).map(({ topic }) => topic)).toEqual(['session_completion'])
})
