import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openSessions as open } from '../support/open-sessions.js'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'

test('a visit follows the instructions by itself, after the delay, and is captured one by one', async () => {
  await using server = await open({ visitDelay: 60 })
  await server.control.clock.freeze()
  const id = await server.create(inBranchOrder())
  expect((await server.instruct(id)).status).toBe(200)
  await server.control.clock.advance('PT59S')
  expect((await readSession(server.apiUrl, id)).resources.id_documents).toEqual([])
  await server.control.clock.advance('PT1S')
  const captured = await readSession(server.apiUrl, id)
  expect(captured.state).toBe('ONGOING')
  expect(captured.resources.id_documents.map((document) => document.document_type)).toEqual(['PASSPORT'])
  expect(captured.checks).toEqual([])
  await server.control.clock.advance('PT1S')
  expect((await readSession(server.apiUrl, id)).state).toBe('COMPLETED')
  expect((await server.instruct(id)).status).toBe(409)
})

test('a letter that takes its time is not there at once; a client asks again', async () => {
  await using server = await open({ visits: 'manual' })
  await server.control.clock.freeze()
  const id = await server.create(inBranchOrder({ user_tracking_id: 'scenario:letter-not-ready' }))
  const letter = async () => {
    const answer = await fetch(`${server.apiUrl}/sessions/${id}/instructions/pdf`)
    return { status: answer.status, type: answer.headers.get('content-type') }
  }
  expect((await letter()).status).toBe(409)
  await server.instruct(id)
  expect(await letter()).toEqual({ status: 503, type: 'application/json' })
  await server.control.clock.advance('PT20S')
  expect(await letter()).toEqual({ status: 200, type: 'application/pdf' })
})

test('a person at home needs no instructions', async () => {
  await using server = await open({ visitDelay: 0 })
  await server.control.clock.freeze()
  const id = await server.create(atHomeOrder())
  await server.control.clock.advance('PT2S')
  const { state, checks, resources } = await readSession(server.apiUrl, id)
  expect(state).toBe('COMPLETED')
  expect(checks.map(({ type }) => type)).toEqual([
    'ID_DOCUMENT_AUTHENTICITY',
    'ID_DOCUMENT_TEXT_DATA_CHECK',
    'LIVENESS',
    'ID_DOCUMENT_FACE_MATCH',
  ])
  expect(resources.id_documents[0]?.tasks[0]?.generated_checks).toEqual([
    { id: checks[1]?.id, type: 'ID_DOCUMENT_TEXT_DATA_CHECK' },
  ])
  expect(resources.liveness_capture[0]?.liveness_type).toBe('STATIC')
})

test('the seconds count down, the deadline ends it, and after its retention it is gone', async () => {
  await using server = await open({ visits: 'manual' })
  await server.control.clock.freeze()
  const id = await server.create(inBranchOrder())
  await server.control.clock.advance('P1D')
  const { client_session_token_ttl, state } = await readSession(server.apiUrl, id)
  expect({ client_session_token_ttl, state }).toEqual({ client_session_token_ttl: 13 * 86_400, state: 'ONGOING' })
  await server.control.clock.advance('PT0.4S')
  expect((await readSession(server.apiUrl, id)).client_session_token_ttl).toBe(13 * 86_400 - 1)
  await server.control.clock.advance('P13D')
  const expired = await readSession(server.apiUrl, id)
  expect(expired).toMatchObject({ state: 'EXPIRED', client_session_token_ttl: 0 })
  expect(expired).not.toHaveProperty('client_session_token')
  const late = await server.instruct(id)
  expect(await late.json()).toMatchObject({ code: 'SESSION_EXPIRED' })
  await server.control.clock.advance('P30D')
  expect((await fetch(`${server.apiUrl}/sessions/${id}`)).status).toBe(404)
})

test('a session can be made to expire at once', async () => {
  await using server = await open({ visits: 'manual' })
  const id = await server.create(inBranchOrder())
  await server.control.sessions.expire(id)
  expect((await readSession(server.apiUrl, id)).state).toBe('EXPIRED')
  await expect(server.control.sessions.visit(id)).rejects.toThrow('SESSION_EXPIRED')
})

test.each(['missing-document', 'profile-mismatch', 'wrong-document', 'invalid-document'])(
  'a created session of %s never completes, and with -rejected it says no',
  async (scenario) => {
    await using server = await open({ visits: 'manual' })
    const refused = await server.create(inBranchOrder({ user_tracking_id: `scenario:${scenario} for Ada` }))
    await server.control.sessions.visit(refused)
    const ongoing = await readSession(server.apiUrl, refused)
    expect({ state: ongoing.state, checks: ongoing.checks }).toEqual({ state: 'ONGOING', checks: [] })
    expect(ongoing.user_tracking_id).toBe(`scenario:${scenario} for Ada`)
    const rejected = await server.create(inBranchOrder(), { 'X-Mock-Yoti-Scenario': `${scenario}-rejected` })
    await server.control.sessions.visit(rejected)
    const { state, checks } = await readSession(server.apiUrl, rejected)
    expect(state).toBe('COMPLETED')
    const values = checks.map((check) => check.report?.recommendation.value)
    expect(values).toContain('REJECT')
  },
)

test('the scenario of a created session: base URL, header, tracking id, next-session, default, in this order', async () => {
  await using server = await open({ visits: 'manual', scenario: 'wrong-document' })
  const scenarioOf = async (id: string) => (await server.control.sessions.visit(id)).scenario
  await server.control.nextSession({ scenario: 'missing-document' })
  const tracked = inBranchOrder({ user_tracking_id: 'scenario:profile-mismatch' })
  const header = { 'X-Mock-Yoti-Scenario': 'all-approve' }
  expect(await scenarioOf(await server.create(tracked, header, server.scenarioUrl('invalid-document')))).toBe(
    'invalid-document',
  )
  expect(await scenarioOf(await server.create(tracked, header))).toBe('all-approve')
  expect(await scenarioOf(await server.create(tracked))).toBe('profile-mismatch')
  expect(await scenarioOf(await server.create(inBranchOrder()))).toBe('missing-document')
  expect(await scenarioOf(await server.create(inBranchOrder()))).toBe('wrong-document')
})

test('a refused creation does not use up the next-session', async () => {
  await using server = await open({ visits: 'manual' })
  await server.control.nextSession({ scenario: 'missing-document' })
  expect((await server.post('/sessions', { requested_checks: [] })).status).toBe(400)
  expect((await server.post('/sessions', inBranchOrder({ client_session_token_ttl: 1 }))).status).toBe(400)
  const id = await server.create(inBranchOrder())
  expect((await server.control.sessions.visit(id)).scenario).toBe('missing-document')
})

test('two sessions share no id', async () => {
  await using server = await open({ visits: 'manual' })
  const ids = [await server.create(inBranchOrder()), await server.create(inBranchOrder())]
  const found = await Promise.all(
    ids.map(async (id) => {
      await server.control.sessions.visit(id)
      const { checks, resources } = await readSession(server.apiUrl, id)
      return [...checks, ...resources.id_documents, ...resources.face_capture].map((thing) => thing.id)
    }),
  )
  const all = found.flat()
  expect(all.length).toBeGreaterThan(10)
  expect(new Set(all).size).toBe(all.length)
})

test('reset forgets every session and gives the time back', async () => {
  await using server = await open({ visits: 'manual' })
  const id = await server.create(inBranchOrder())
  await server.control.clock.advance('P1D')
  await server.control.reset()
  expect((await fetch(`${server.apiUrl}/sessions/${id}`)).status).toBe(404)
  expect((await server.control.clock.get()).now).toBe('2026-03-04T12:00:00Z')
})

test('no more sessions are kept than allowed, the oldest go', async () => {
  await using server = await open({ visits: 'manual', maxSessions: 2 })
  const [first, second, third] = [
    await server.create(inBranchOrder()),
    await server.create(inBranchOrder()),
    await server.create(inBranchOrder()),
  ]
  expect((await fetch(`${server.apiUrl}/sessions/${first}`)).status).toBe(404)
  for (const id of [second, third]) expect((await fetch(`${server.apiUrl}/sessions/${id}`)).status).toBe(200)
})

test.each([
  ['all-approve', 204],
  ['check-internal-error', 204],
  ['checks-pending', 409],
])('after the visit of %s deleting the session answers %i', async (scenario, status) => {
  await using server = await open({ visits: 'manual', scenario })
  const id = await server.create(inBranchOrder())
  await server.control.sessions.visit(id)
  const response = await fetch(`${server.apiUrl}/sessions/${id}`, { method: 'DELETE' })
  expect(response.status).toBe(status)
  if (status === 409) expect(await response.json()).toMatchObject({ code: 'RESOURCE_LOCKED' })
})
