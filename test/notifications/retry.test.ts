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

test.each([
  ['BEARER', 400],
  ['BASIC', 201],
] as const)('a %s token with a line end is answered %d', async (auth_type, status) => {
  await using server = await openNotified()
  const notifications = {
    endpoint: 'https://a.example',
    topics: ['session_completion'],
    auth_type,
    auth_token: 'tok\n',
  }
  const answer = await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    body: JSON.stringify(inBranchOrder({ notifications })),
  })
  expect(answer.status).toBe(status)
  if (status === 400)
    expect(await answer.json()).toMatchObject({
      errors: [{ property: 'notifications.auth_token', message: 'has characters that no header can carry' }],
    })
})
