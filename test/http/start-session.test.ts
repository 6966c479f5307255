import { expect, test } from 'vitest'
import { expectDocumented, readSession } from '../support/answers.js'
import { openReceiver } from '../support/receiver.js'
import { startServer } from '../support/server.js'

test('a session of a scenario is started without an application, and the visit brings the scenario’s answer', async () => {
  await using server = await startServer()
  const started = await server.control.sessions.start({ scenario: 'profile-mismatch' })
  expectDocumented('control', 'startSession', 201, started)
  expect(started).toMatchObject({
    scenario: 'profile-mismatch',
    stage: 'instructed',
    in_branch: true,
    created_at: '2026-03-04T12:00:00Z',
    deadline: '2026-04-01T22:00:00Z',
    user_tracking_id: 'scenario:profile-mismatch',
  })
  await server.control.sessions.visit(started.session_id)
  const made = await readSession(server.apiUrl, started.session_id)
  const named = await readSession(server.apiUrl, 'profile-mismatch')
  const outcomes = (session: typeof made) =>
    session.checks.map(({ type, report }) => `${type} ${report?.recommendation.value}`)
  expect([made.state, outcomes(made)]).toEqual([named.state, outcomes(named)])
  expect(await server.control.requests.list({ operation: 'createSession' })).toEqual([])
})

test('a session with visits of its own waits for somebody, whatever the server does with others, also with another scenario', async () => {
  await using server = await startServer()
  const { control } = server
  const { session_id: waits } = await control.sessions.start({ scenario: 'all-approve', visits: 'manual' })
  const { session_id: comes } = await control.sessions.start({ scenario: 'all-approve' })
  await control.sessions.changeScenario(waits, 'profile-mismatch')
  await control.clock.advance('PT1H')
  const stages = async () => Promise.all([waits, comes].map(async (id) => (await control.sessions.get(id)).stage))
  expect(await stages()).toEqual(['instructed', 'completed'])
  await control.sessions.visit(waits, { step: 'scan-letter' })
  expect(await stages()).toEqual(['visited', 'completed'])
  await using manual = await startServer({ visits: 'manual' })
  const { session_id: alone } = await manual.control.sessions.start({ scenario: 'all-approve', visits: 'auto' })
  await manual.control.clock.advance('PT1H')
  expect((await manual.control.sessions.get(alone)).stage).toBe('completed')
})

test('every scenario can be started, in a branch and at home', async () => {
  await using server = await startServer({ visits: 'manual', maxSessions: 5 })
  for (const { id } of await server.control.scenarios.list())
    for (const kind of ['in-branch', 'at-home'] as const) {
      const { in_branch } = await server.control.sessions.start({ scenario: id, kind })
      expect([id, in_branch]).toEqual([id, kind === 'in-branch'])
    }
})

test('the page of a started session opens at the address that was asked, for the clerk or the person', async () => {
  await using server = await startServer({ visits: 'manual' })
  for (const [kind, title] of [
    ['in-branch', 'A visit to the branch'],
    ['at-home', 'Verify your identity'],
  ] as const) {
    const { user_view_url, session_id } = await server.control.sessions.start({ scenario: 'all-approve', kind })
    expect(user_view_url.startsWith(`${server.url}/web/index.html?sessionID=${session_id}&`)).toBe(true)
    const page = await fetch(user_view_url)
    expect([page.status, (await page.text()).match(/<h1>(.*)<\/h1>/)?.[1]]).toEqual([200, title])
  }
})

test('behind a proxy the addresses are those that the client knows', async () => {
  await using server = await startServer()
  const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'mock.test', 'X-Forwarded-Prefix': '/yoti/' }
  const answer = await fetch(`${server.url}/__mock/settings`, { headers })
  const settings = (await answer.json()) as { url: string; addresses: { api: string } }
  expect([settings.url, settings.addresses.api]).toEqual([
    'https://mock.test/yoti',
    'https://mock.test/yoti/idverify/v1',
  ])
})

test('a started session belongs to the application that is named, and tells its receiver', async () => {
  await using server = await startServer({ visits: 'manual' })
  await using receiver = await openReceiver()
  const { session_id } = await server.control.sessions.start({
    scenario: 'all-approve',
    sdkId: 'mine',
    notifications: {
      endpoint: receiver.url,
      topics: ['SESSION_COMPLETION'],
      auth_token: 'user:pass',
      auth_type: 'BASIC',
    },
  })
  expect((await server.control.sessions.list({ sdkId: 'mine' })).map((one) => one.session_id)).toEqual([session_id])
  await server.control.sessions.visit(session_id)
  await server.control.notifications.waitFor({ sessionId: session_id })
  expect(receiver.received.map(({ topic, headers }) => [topic, headers.authorization])).toEqual([
    ['session_completion', 'Basic dXNlcjpwYXNz'],
  ])
})

test.each([
  [{ scenario: 'all-aprove' }, "The nearest is 'all-approve'"],
  [{ scenario: 'all-approve', kind: 'home' }, 'kind'],
  [{ scenario: 'all-approve', kind: 'at-home', instructions: false }, 'instructions belongs to a session in a branch'],
  [
    { scenario: 'all-approve', notifications: { endpoint: 'here', topics: ['SESSION_COMPLETION'] } },
    'notifications.endpoint',
  ],
  [
    { scenario: 'all-approve', notifications: { endpoint: 'http://a.test', topics: ['DONE'] } },
    'notifications.topics[0]',
  ],
  [{ scenario: 'all-approve', nots: 1 }, 'nots is not known'],
  [{}, 'scenario'],
])('%j is refused in words', async (body, told) => {
  await using server = await startServer()
  const answer = await fetch(`${server.url}/__mock/sessions`, { method: 'POST', body: JSON.stringify(body) })
  const error = (await answer.json()) as { errors: { property: string; message: string }[] }
  expect(answer.status).toBe(400)
  expect(error.errors.map(({ property, message }) => `${property} ${message}`).join('; ')).toContain(told)
  expect(await server.control.sessions.list()).toEqual([])
})

test('without instructions there is no letter; with them it is a PDF', async () => {
  await using server = await startServer({ visits: 'manual' })
  const bare = await server.control.sessions.start({ scenario: 'all-approve', instructions: false })
  expect(bare.stage).toBe('created')
  await expect(server.control.sessions.letter(bare.session_id)).rejects.toThrow('INSTRUCTIONS_NOT_COMPLETE')
  const { session_id } = await server.control.sessions.start({ scenario: 'all-approve' })
  const { type, bytes } = await server.control.sessions.letter(session_id)
  expect([type, Buffer.from(bytes.subarray(0, 5)).toString()]).toEqual(['application/pdf', '%PDF-'])
  await expect(server.control.sessions.letter('nobody')).rejects.toThrow('SESSION_NOT_FOUND')
  expect(await server.control.requests.list()).toEqual([])
})

test('media are read without a signature, as Yoti would hand them out, and are not recorded', async () => {
  await using server = await startServer({ signatures: 'strict' })
  const { answer } = await server.control.sessions.get('all-approve')
  const text = JSON.stringify(answer)
  const ids = [...text.matchAll(/"media":\{"id":"([^"]+)","type":"(IMAGE|JSON)"/g)].map(([, id = '', type]) => ({
    id,
    type,
  }))
  expect(ids.length).toBeGreaterThan(3)
  for (const { id, type } of ids) {
    const media = await server.control.sessions.media('all-approve', id)
    expect(media.type).toBe(type === 'IMAGE' ? 'image/png' : 'application/json')
    expect(media.bytes.length).toBeGreaterThan(50)
  }
  const answered = await fetch(`${server.url}/__mock/sessions/all-approve/media/${ids[0]?.id}`)
  expect(answered.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answered.headers.get('x-content-type-options')).toBe('nosniff')
  await expect(server.control.sessions.media('all-approve', 'no-such-media')).rejects.toThrow('MEDIA_CONTENT_NOT_FOUND')
  expect(await server.control.requests.list()).toEqual([])
})
