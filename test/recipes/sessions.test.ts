import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openSessions } from '../support/open-sessions.js'
import { inBranchOrder } from '../support/orders.js'

test('an expert reviews the face for nineteen minutes', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const sessionId = await mock.create(inBranchOrder({ user_tracking_id: 'scenario:face-match-takes-19-minutes' }))
  await mock.instruct(sessionId)

  // The visit is over, the result is not there: nothing is wrong, and nothing may be decided yet.
  expect((await mock.control.sessions.visit(sessionId)).stage).toBe('checking')
  const waiting = await readSession(mock.apiUrl, sessionId)
  expect(waiting.state).toBe('ONGOING')
  expect(waiting.checks.every(({ state }) => state === 'DONE')).toBe(false)

  await mock.control.clock.advance('PT19M')
  expect((await readSession(mock.apiUrl, sessionId)).state).toBe('COMPLETED')
})

test('the person never shows up', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const sessionId = await mock.create(inBranchOrder())
  await mock.instruct(sessionId)

  await mock.control.clock.advance('P14D')

  expect((await readSession(mock.apiUrl, sessionId)).state).toBe('EXPIRED')
  // The letter is no good any more, and a new one takes a new session.
  const again = await mock.instruct(sessionId)
  expect(again.status).toBe(409)
  expect(await again.json()).toMatchObject({ code: 'SESSION_EXPIRED' })
})

test('the letter is not ready yet', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const sessionId = await mock.create(inBranchOrder({ user_tracking_id: 'scenario:letter-not-ready' }))
  await mock.instruct(sessionId)
  const letter = `${mock.apiUrl}/sessions/${sessionId}/instructions/pdf`

  expect((await fetch(letter)).status).toBe(503)
  await mock.control.clock.advance('PT20S')

  expect((await fetch(letter)).headers.get('content-type')).toBe('application/pdf')
})

test('the session expires while its documents are captured', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const sessionId = await mock.create(inBranchOrder())
  await mock.instruct(sessionId)
  await mock.control.sessions.visit(sessionId, { step: 'capture-document' })

  await mock.control.sessions.expire(sessionId)

  const { state, resources, checks } = await readSession(mock.apiUrl, sessionId)
  // A document and no check: what was captured proves nothing.
  expect([state, resources.id_documents.length, checks]).toEqual(['EXPIRED', 1, []])
})

test('the clerk refuses', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const sessionId = await mock.create(inBranchOrder())
  await mock.instruct(sessionId)
  await mock.control.sessions.visit(sessionId, { step: 'capture-document' })

  await mock.control.sessions.visit(sessionId, { step: 'refuse', reason: 'The photograph is of somebody else' })

  // Yoti tells nobody: the session is ONGOING until its deadline passes.
  expect((await readSession(mock.apiUrl, sessionId)).state).toBe('ONGOING')
  await mock.control.clock.advance('P14D')
  expect((await readSession(mock.apiUrl, sessionId)).state).toBe('EXPIRED')
})

test('the result is fetched after it was removed', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const sessionId = await mock.create(inBranchOrder({ resources_ttl: 21 * 86_400 }))
  await mock.instruct(sessionId)
  await mock.control.sessions.visit(sessionId)

  await mock.control.clock.advance('P21D')

  const gone = await fetch(`${mock.apiUrl}/sessions/${sessionId}`)
  expect(gone.status).toBe(404)
  expect(await gone.json()).toMatchObject({ code: 'SESSION_NOT_FOUND' })
})

test('two suites run in parallel against one server', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const suite = async (sdkId: string, scenario: string, days: number) => {
    await mock.control.nextSession({ sdkId, scenario })
    const sessionId = await mock.create(inBranchOrder(), {}, mock.apiUrl, `?sdkId=${sdkId}`)
    await mock.control.sessions.visit(sessionId)
    await mock.control.clock.advance(`P${days}D`, { sdkId })
    return (await mock.control.sessions.get(sessionId)).stage
  }

  const [one, two] = await Promise.all([suite('one', 'all-approve', 14), suite('two', 'missing-document', 1)])

  expect([one, two]).toEqual(['completed', 'refused'])
  // Each suite clears up after itself only.
  await mock.control.reset({ sdkId: 'one' })
  expect((await mock.control.sessions.list()).map(({ sdk_id }) => sdk_id)).toEqual(['two'])
})
