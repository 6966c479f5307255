import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { connectMockYoti } from '../../server/index.js'
import { expectDocumented } from '../support/answers.js'
import { nextEvent } from '../support/next-event.js'
import { openNotified } from '../support/notified.js'
import { isReplicated, startServer } from '../support/server.js'

/** Opens the stream by hand. */
const open = async (url: string, headers: Readonly<Record<string, string>> = {}, query = '') => {
  const sent = httpRequest(`${url}/__mock/events${query}`, { headers }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  // A proxy between the two resets the connection when the server ends it.
  sent.on('error', () => undefined)
  return response.setEncoding('utf8')
}

/** Reads a stream until its text has what is looked for. */
const readUntil = async (response: IncomingMessage, wanted: string) => {
  let text = ''
  for await (const chunk of response) {
    text += chunk
    if (text.includes(wanted)) return text
  }
  throw new Error(`the stream ended: ${text}`)
}

test('a test sees each request that its code sends, with its verdict and its answer', async () => {
  await using server = await startServer()
  await using events = server.control.events()
  const { data: hello } = await nextEvent(events, 'hello')
  expect(hello).toMatchObject({ epoch: expect.stringMatching(/^[0-9a-f]{8}$/), seq: 0 })
  await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=mine`)
  const event = await nextEvent(events, 'request')
  expect(event.id).toBe(`${hello.epoch}-1`)
  expect(event.data).toEqual({
    id: 1,
    at: '2026-03-04T12:00:00.000Z',
    matched: true,
    milliseconds: expect.any(Number),
    method: 'GET',
    path: '/idverify/v1/sessions/all-approve',
    operation: 'getSession',
    sdkId: 'mine',
    sessionId: 'all-approve',
    scenario: 'all-approve',
    status: 200,
    verdict: 'unsigned',
  })
})

test('a session is told when it is created, when it changes, when its clock takes it on, and when it is gone', async () => {
  await using server = await startServer()
  await using events = server.control.events({ types: ['session', 'session-removed'] })
  await nextEvent(events, 'hello')
  const { session_id } = await server.control.sessions.start({ scenario: 'all-approve' })
  expect((await nextEvent(events, 'session')).data).toMatchObject({ session_id, stage: 'instructed', state: 'ONGOING' })
  await server.control.clock.advance('PT1H')
  expect((await nextEvent(events, 'session')).data).toMatchObject({
    session_id,
    stage: 'completed',
    state: 'COMPLETED',
  })
  await server.control.sessions.delete(session_id)
  expect((await nextEvent(events, 'session-removed')).data).toEqual({ session_id })
})

test('a session that comes to another stage by itself is told while the clock runs', async () => {
  await using server = await startServer({ clock: { now: Date.now }, visitDelay: 0.2 })
  await using events = server.control.events({ types: ['session'] })
  await nextEvent(events, 'hello')
  const { session_id } = await server.control.sessions.start({ scenario: 'all-approve', kind: 'at-home' })
  const stages: string[] = []
  while (stages.at(-1) !== 'completed') {
    const { data } = await nextEvent(events, 'session')
    expect(data.session_id).toBe(session_id)
    stages.push(data.stage)
  }
  expect(stages[0]).toBe('created')
})

test('a delivery is told with its attempts', async () => {
  await using server = await openNotified({}, [503])
  await using events = server.control.events({ types: ['delivery'] })
  await nextEvent(events, 'hello')
  const session_id = await server.create()
  await server.control.sessions.visit(session_id)
  for (;;) {
    const { data } = await nextEvent(events, 'delivery')
    if (data.attempts !== 1) continue
    expect(data).toMatchObject({ topic: 'first_branch_visit', status: 'waiting', last: { status: 503 } })
    break
  }
})

test('faults, clocks, applications, defaults, a cleared journal and a reset are told', async () => {
  await using server = await startServer()
  await using events = server.control.events()
  await nextEvent(events, 'hello')
  await server.control.faults.add({ status: 503, times: 1 })
  await nextEvent(events, 'faults')
  await server.control.clock.freeze({ sdkId: 'mine' })
  expect((await nextEvent(events, 'clock')).data).toEqual({ sdkId: 'mine' })
  await server.control.applications.put('mine', { signatures: 'off' })
  await nextEvent(events, 'applications')
  await server.control.defaults.set({ scenario: 'missing-document' })
  await nextEvent(events, 'applications')
  await server.control.requests.clear({ sdkId: 'mine' })
  expect((await nextEvent(events, 'requests-cleared')).data).toEqual({ sdkId: 'mine' })
  await server.control.reset()
  expect((await nextEvent(events, 'reset')).data).toEqual({})
})

test('changes of one thing that come together are one event, with what holds in the end', async () => {
  await using server = await startServer({ visits: 'manual' })
  const { session_id } = await server.control.sessions.start({ scenario: 'all-approve' })
  await using events = server.control.events({ types: ['session', 'applications'] })
  await nextEvent(events, 'hello')
  await Promise.all(
    ['missing-document', 'wrong-document', 'profile-mismatch'].map((id) =>
      server.control.sessions.changeScenario(session_id, id),
    ),
  )
  const { scenario } = await server.control.sessions.get(session_id)
  const told: string[] = []
  while (told.at(-1) !== scenario) told.push((await nextEvent(events, 'session')).data.scenario)
  expect(told.length).toBeLessThan(4)
})

test('only what is about an application is told to whoever asks for that, and what is about none', async () => {
  await using server = await startServer()
  await using events = server.control.events({ sdkId: 'mine' })
  await nextEvent(events, 'hello')
  await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=other`)
  await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=mine`)
  expect((await nextEvent(events, 'request')).data.sdkId).toBe('mine')
})

test('what drives or looks at the server is told to nobody', async () => {
  await using server = await startServer()
  await using events = server.control.events()
  await nextEvent(events, 'hello')
  await server.control.scenarios.get('all-approve')
  await fetch(`${server.url}/openapi.json`)
  await fetch(`${server.apiUrl}/sessions/missing-document`)
  const event = (await events.next()).value
  expect(event).toMatchObject({ type: 'request', data: { path: '/idverify/v1/sessions/missing-document' } })
})

test('a client that comes back gets what it missed, in order, and nothing twice', async () => {
  await using server = await startServer()
  const first = server.control.events({ types: ['request'] })
  await nextEvent(first, 'hello')
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  const { id: after } = await nextEvent(first, 'request')
  first.close()
  for (const id of ['missing-document', 'wrong-document']) await fetch(`${server.apiUrl}/sessions/${id}`)
  await using second = server.control.events({ types: ['request'], after })
  const hello = await nextEvent(second, 'hello')
  expect(hello.id).toBe(after)
  for (const id of ['missing-document', 'wrong-document'])
    expect((await nextEvent(second, 'request')).data.sessionId).toBe(id)
})

test('the header of a browser that comes back does the same', async () => {
  await using server = await startServer()
  await using first = server.control.events()
  const { id } = await nextEvent(first, 'hello')
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  await nextEvent(first, 'request')
  const response = await open(server.url, { 'Last-Event-ID': id })
  const text = await readUntil(response, 'event: request')
  expect(text.split('\n').slice(0, 4)).toEqual(['retry: 1000', '', `id: ${id}`, 'event: hello'])
  response.destroy()
})

test.each([
  ['of another start of the server', '0a0b0c0d-3', 'restarted'],
  ['that is none', 'x', 'restarted'],
])('a client with an id %s reads everything again', async (_what, after, reason) => {
  await using server = await startServer()
  await using events = server.control.events({ after })
  expect((await nextEvent(events, 'gap')).data).toEqual({ reason })
})

test.skipIf(isReplicated)('a client that missed more than 2,000 events reads everything again', async () => {
  await using server = await startServer({ journalSize: 3000 })
  await using watching = server.control.events()
  const { id: after } = await nextEvent(watching, 'hello')
  for (let nth = 0; nth < 210; nth++)
    await Promise.all(Array.from({ length: 10 }, () => fetch(`${server.apiUrl}/nowhere`).then((r) => r.text())))
  while ((await nextEvent(watching, 'request')).data.id < 2100);
  await using events = server.control.events({ after })
  expect((await nextEvent(events, 'gap')).data).toEqual({ reason: 'forgotten' })
})

test.skipIf(isReplicated)(
  'sixteen clients are served, the next is refused in words, and has a place when one leaves',
  async () => {
    await using server = await startServer()
    const streams = await Promise.all(Array.from({ length: 16 }, () => open(server.url)))
    const response = await fetch(`${server.url}/__mock/events`)
    const body = (await response.json()) as { code: string }
    expectDocumented('control', 'streamEvents', response.status, body)
    expect([response.status, body.code]).toEqual([429, 'TOO_MANY_STREAMS'])
    await expect(server.control.events().next()).rejects.toThrow('16 clients read the events already')
    streams[0]?.destroy()
    for (;;) {
      const again = server.control.events()
      const first = await again.next().catch(() => undefined)
      again.close()
      if (first !== undefined) break
    }
    for (const stream of streams) stream.destroy()
  },
)

test('a client that does not read is let go, and the server goes on', async () => {
  await using server = await startServer({ journalSize: 100 })
  const stuck = await open(server.url)
  stuck.on('error', () => undefined)
  const closed = new Promise((resolve) => stuck.socket.once('close', resolve))
  stuck.socket.pause()
  const longPath = 'x'.repeat(6000)
  let isClosed = false
  stuck.once('aborted', () => {
    isClosed = true
  })
  stuck.once('close', () => {
    isClosed = true
  })
  for (let nth = 0; nth < 900; nth++)
    await Promise.all(
      Array.from({ length: 4 }, () => fetch(`${server.apiUrl}/${longPath}`).then((answer) => answer.text())),
    )
  stuck.socket.resume()
  stuck.resume()
  await closed
  expect(isClosed).toBe(true)
  expect(await server.control.health()).toEqual({ status: 'ok' })
})

test.skipIf(isReplicated)('the server ends while a client listens, and tells it so', async () => {
  const server = await startServer()
  const events = server.control.events()
  await nextEvent(events, 'hello')
  const next = events.next()
  await server.close()
  expect(await next).toEqual({ done: true, value: undefined })
})

test('an unknown type is refused with the nearest; the token and the page rules hold here too', async () => {
  await using server = await startServer({ controlToken: 'secret' })
  const stranger = connectMockYoti(server.url)
  await expect(stranger.control.events().next()).rejects.toThrow('CONTROL_TOKEN')
  const headers = { Authorization: 'Bearer secret' }
  const unknown = await fetch(`${server.url}/__mock/events?types=requests`, { headers })
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining("Did you mean 'request'?")])
  expect((await server.control.events({ types: ['hello'] }).next()).value).toMatchObject({ type: 'hello' })
  await using open = await startServer()
  const crossSite = await fetch(`${open.url}/__mock/events`, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
  expect([crossSite.status, ((await crossSite.json()) as { code: string }).code]).toEqual([403, 'FOREIGN_PAGE'])
  const ownPage = await fetch(`${open.url}/__mock/version`, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
  expect(ownPage.status).toBe(200)
})

test('a stream that is lost is an error that says where nothing answers', async () => {
  const { control } = connectMockYoti('http://127.0.0.1:9')
  await expect(control.events().next()).rejects.toThrow('NOT_REACHABLE')
})
