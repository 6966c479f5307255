import { expect, test } from 'vitest'
import { fixedClock } from '../../server/base/clock.js'
import { demo } from '../../server/base/demo.js'
import type { ControlSchema, Schema } from '../../server/openapi/schema.js'
import { expectDocumented, readSession } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { openReceiver } from '../support/receiver.js'
import { startServer } from '../support/server.js'

const open = async (at = '2026-03-04T12:00:00Z') => {
  const server = await startServer({ visits: 'manual', clock: fixedClock(at) })
  const create = async (sdkId: string, order: object = inBranchOrder()) => {
    const response = await fetch(`${server.apiUrl}/sessions?sdkId=${sdkId}`, {
      method: 'POST',
      body: JSON.stringify(order),
    })
    return ((await response.json()) as Schema<'CreatedSession'>).session_id
  }
  const statusOf = async (sdkId: string, id: string) =>
    (await fetch(`${server.apiUrl}/sessions/${id}?sdkId=${sdkId}`)).status
  const instruct = (id: string) =>
    fetch(`${server.apiUrl}/sessions/${id}/instructions?sdkId=ada`, {
      method: 'PUT',
      body: JSON.stringify({
        contact_profile: { first_name: 'A', last_name: 'B', email: 'a@b.example' },
        documents: [],
        branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
      }),
    })
  return { ...server, create, instruct, statusOf }
}

/** As a file has it. */
const throughFile = (state: ControlSchema<'State'>): ControlSchema<'State'> => JSON.parse(JSON.stringify(state))

test('a session in its second week goes on elsewhere, years later, on its day', async () => {
  await using first = await open()
  const id = await first.create('ada')
  await first.control.sessions.visit(id, { step: 'capture-document' })
  await first.control.clock.advance('P9D')
  const answer = await readSession(first.apiUrl, id)
  const state = await first.control.state.get()
  expectDocumented('control', 'getState', 200, state)
  await using second = await open('2029-01-01T00:00:00Z')
  await second.control.state.put(throughFile(state))
  expect(await readSession(second.apiUrl, id)).toEqual(answer)
  expect((await second.control.clock.get()).now).toBe('2026-03-13T12:00:00Z')
  expect((await second.control.sessions.visit(id)).stage).toBe('completed')
  expect((await readSession(second.apiUrl, id)).state).toBe('COMPLETED')
})

test('with the time passed, the session has expired meanwhile', async () => {
  await using first = await open()
  const id = await first.create('ada')
  const state = await first.control.state.get()
  await using second = await open('2026-03-20T12:00:00Z')
  await second.control.state.put(throughFile(state), { time: 'passed' })
  expect((await second.control.clock.get()).now).toBe('2026-03-20T12:00:00Z')
  expect((await readSession(second.apiUrl, id)).state).toBe('EXPIRED')
})

test('rules go on counting, choices wait, defaults and policies hold, and a stopped clock stands still', async () => {
  await using first = await open()
  const { control } = first
  const { id } = await control.faults.add({ operation: 'createSession', status: 503, after: 1, times: 1 })
  await first.create('ada')
  await control.nextSession({ scenario: 'wrong-document', sdkId: 'ada', times: 2 })
  await control.defaults.set({ scenario: 'missing-document' })
  await control.applications.put('ada', { signatures: 'off', scenario: 'invalid-document' })
  await control.clock.freeze({ sdkId: 'ada' })
  await using second = await open()
  await second.control.state.put(throughFile(await control.state.get()))
  expect(await second.control.faults.get(id)).toMatchObject({ matched: 1, applied: 0 })
  expect(await second.create('ada')).toBeUndefined()
  expect(await second.control.faults.get(id)).toMatchObject({ matched: 2, applied: 1 })
  const scenarioOf = async (sdkId: string) => (await second.control.sessions.get(await second.create(sdkId))).scenario
  expect([await scenarioOf('ada'), await scenarioOf('ada'), await scenarioOf('ada'), await scenarioOf('bob')]).toEqual([
    'wrong-document',
    'wrong-document',
    'invalid-document',
    'missing-document',
  ])
  expect(await second.control.clock.get({ sdkId: 'ada' })).toMatchObject({ frozen: true })
  expect((await second.control.applications.list()).find(({ sdk_id }) => sdk_id === 'ada')?.signatures).toBe('off')
})

test('what was sent is not sent again, and what was held back can be released', async () => {
  await using receiver = await openReceiver()
  await using first = await open()
  const order = inBranchOrder({
    notifications: { endpoint: receiver.url, topics: ['session_completion', 'resource_update'] },
  })
  const id = await first.create('ada', order)
  await first.control.sessions.visit(id, { step: 'capture-document' })
  await first.control.notifications.waitFor({ sessionId: id, topic: 'resource_update' })
  const sent = receiver.received.length
  await first.control.notifications.hold({ sessionId: id })
  await first.control.sessions.visit(id, { step: 'complete' })
  await first.control.notifications.waitFor({ sessionId: id, topic: 'session_completion', status: 'held' })
  const state = throughFile(await first.control.state.get())
  await using second = await open()
  await second.control.state.put(state)
  expect(await second.control.notifications.list({ sessionId: id })).toEqual(
    await first.control.notifications.list({ sessionId: id }),
  )
  expect(receiver.received.length).toBe(sent)
  await second.control.notifications.release({ sessionId: id })
  await second.control.notifications.waitFor({ sessionId: id, topic: 'session_completion' })
  expect(receiver.received.filter(({ topic }) => topic === 'session_completion').length).toBe(1)
})

test("one application's state leaves the others alone, also where it replaces its own", async () => {
  await using server = await open()
  const [ada, bob] = [await server.create('ada'), await server.create('bob')]
  const state = throughFile(await server.control.state.get({ sdkId: 'ada' }))
  expect(state.sessions.map(({ id }) => id)).toEqual([ada])
  const later = await server.create('ada')
  await server.control.clock.advance('P1D', { sdkId: 'ada' })
  await server.control.state.put(state)
  expect([
    await server.statusOf('ada', ada),
    await server.statusOf('ada', later),
    await server.statusOf('bob', bob),
  ]).toEqual([200, 404, 200])
  expect((await server.control.clock.get({ sdkId: 'ada' })).now).toBe('2026-03-04T12:00:00Z')
})

test('a state never has a private key, whatever was registered', async () => {
  await using server = await open()
  await server.control.applications.put('ada', { public_key: demo.privateKey })
  const text = JSON.stringify(await server.control.state.get())
  expect(text).toContain('BEGIN PUBLIC KEY')
  expect(text).not.toContain('PRIVATE')
})

const put = async (url: string, body: unknown) => {
  const response = await fetch(`${url}/__mock/state`, { method: 'PUT', body: JSON.stringify(body) })
  return { status: response.status, text: await response.text() }
}

test.each([
  ['of another format', () => ({ format: 2 }), 'this version of mock-yoti reads 1'],
  ['without sessions', () => ({ sessions: undefined }), 'sessions'],
  ['with a session that is none', () => ({ sessions: [{ id: 'x' }] }), 'sessions[0]'],
  ['with an unknown scenario', () => ({ scenario: 'all-aprove' }), 'all-approve'],
  ['with a key that is none', () => ({ applications: [{ sdkId: 'a', keys: ['x'] }] }), 'applications[0].keys'],
  [
    'with a rule that cannot be',
    () => ({ faults: [{ id: 'fault-1', rule: { operation: 'getSesion', status: 503 }, matched: 0, applied: 0 }] }),
    'getSession',
  ],
  [
    'with a notification about nothing',
    () => ({
      deliveries: [
        {
          ...{
            id: 1,
            sessionId: 'x',
            topic: 'session_completion',
            dueAt: 0,
            endpoint: 'http://127.0.0.1:1/',
            headers: {},
          },
          ...{ body: { topic: 'session_completion' }, status: 'held', attempts: [] },
        },
      ],
    }),
    'deliveries[0].body.session_id',
  ],
])('a state %s is refused with 400, and nothing is forgotten', async (_name, change, said) => {
  await using server = await open()
  const id = await server.create('ada')
  const state = await server.control.state.get()
  const { status, text } = await put(server.url, { ...state, ...change() })
  expect(status).toBe(400)
  expect(text).toContain(said)
  expect(await server.statusOf('ada', id)).toBe(200)
})

// What each is for needs another part of a session.
test.each([
  'request.requirements',
  'request.tasks',
  'request.checks.0',
  'request.requirements.0.accepted.0',
  'scenario.faults',
  'scenario.answers',
  'scenario.media',
  'instructions',
  'scenario.documents.0.asked',
  'scenario.group',
  'scenario.visit',
  'instructions.branch.address',
  'instructions.contactProfile.email',
  'scenario.media',
])('a session without %s is refused by its place', async (path) => {
  await using server = await open()
  const { status: instructed } = await server.instruct(await server.create('ada'))
  expect(instructed).toBe(200)
  const state = throughFile(await server.control.state.get())
  const names = path.split('.')
  const holder = names.slice(0, -1).reduce((at: object, name) => Reflect.get(at, name), state.sessions[0] ?? {})
  Reflect.set(holder, names.at(-1) ?? '', null)
  const { status, text } = await put(server.url, state)
  expect([status, text]).toEqual([
    400,
    expect.stringMatching(/"sessions\[0\]","message":"cannot be read as a session: /),
  ])
})

test('a session whose rules are a text is refused by its place', async () => {
  await using server = await open()
  await server.create('ada')
  const state = throughFile(await server.control.state.get())
  Reflect.set(state.sessions[0]?.scenario ?? {}, 'faults', '')
  const { status, text } = await put(server.url, state)
  expect([status, text]).toEqual([400, expect.stringContaining('sessions[0]')])
})

test('what a careless client was allowed to say is in a state that is taken again', async () => {
  await using server = await open()
  const order = {
    requested_checks: [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'NEVER' } }],
    required_documents: [
      {
        type: 'ID_DOCUMENT',
        filter: {
          type: 'ORTHOGONAL_RESTRICTIONS',
          country_restriction: { inclusion: 'WHITELIST', country_codes: ['GB'] },
          type_restriction: { inclusion: 'WHITELIST', document_types: ['passport'] },
        },
      },
    ],
  }
  const id = await server.create('ada', order)
  await server.control.sessions.visit(id)
  await server.control.clock.advance('P1D')
  const state = throughFile(await server.control.state.get())
  expect(await put(server.url, state)).toEqual({ status: 204, text: '' })
  expect((await server.control.sessions.get(id)).stage).toBe('completed')
})

test.each([
  ['instructions', 'documents', [{ requirement_id: 'a' }], 'documents[0].document must have required property'],
  ['request', 'userTrackingId', {}, 'user_tracking_id must be string'],
] as const)(
  'a session whose %s have no usable %s is refused: no page could show it',
  async (part, name, value, said) => {
    await using server = await open()
    await server.instruct(await server.create('ada'))
    const state = throughFile(await server.control.state.get())
    Reflect.set(Reflect.get(state.sessions[0] ?? {}, part), name, value)
    const { status, text } = await put(server.url, state)
    expect([status, text]).toEqual([400, expect.stringContaining(`cannot be read as a session: its ${said}`)])
  },
)

test('a session whose result will be none, once its checks are done, is refused before', async () => {
  await using server = await open()
  await server.control.sessions.visit(await server.create('ada'))
  const state = throughFile(await server.control.state.get())
  const coming = state.sessions[0]?.['events'] as { type: string; at: number; checks?: { type: unknown }[] }[]
  for (const event of coming) if (['checked', 'completed'].includes(event.type)) event.at += 3_600_000
  expect((await put(server.url, state)).status).toBe(204)
  const checked = coming.find(({ type }) => type === 'checked')
  expect(checked?.at).toBe(state.takenAt + 3_600_000)
  Object.assign(checked?.checks?.[0] ?? {}, { type: 7 })
  const { status, text } = await put(server.url, state)
  expect([status, text]).toEqual([400, expect.stringContaining('"sessions[0]"')])
})

test('visited sessions of all scenarios go through a file', async () => {
  await using server = await open()
  const scenarios = await server.control.scenarios.list()
  expect(scenarios.length).toBeGreaterThan(240)
  for (const { id } of scenarios) {
    const started = await server.control.sessions.start({ scenario: id, sdkId: 'ada' }).catch(() => undefined)
    if (started !== undefined) await server.control.sessions.visit(started.session_id).catch(() => undefined)
  }
  await server.control.clock.advance('P1D')
  const state = throughFile(await server.control.state.get())
  expect(state.sessions.length).toBeGreaterThan(200)
  const { status, text } = await put(server.url, state)
  expect([status, text]).toEqual([204, ''])
})

test("an application's state may not have anything of another", async () => {
  await using server = await open()
  await server.create('ada')
  const state = await server.control.state.get()
  const { status, text } = await put(server.url, { ...state, applications: [], sdkId: 'bob' })
  expect([status, text]).toEqual([
    400,
    expect.stringContaining("belongs to ada, and the state is about the application 'bob'"),
  ])
})
