import { connect } from 'node:net'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ControlError } from '../../server/index.js'
import { expectDocumented } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { isReplicated, openTarget, startServer } from '../support/server.js'
import { demo, demoQuery, messageOf, sendRaw, sessionPath, sign } from '../support/signing.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const listRaw = async (filter: string) => {
  const { body } = await request(target.url).get(`/__mock/requests?${filter}`).expect(200)
  expectDocumented('control', 'listRequests', 200, body)
  return body.requests
}

test('a created session is found with every request about it, the creating one first', async () => {
  const order = inBranchOrder({ user_tracking_id: 'journal-1' })
  const { body: created } = await request(target.apiUrl).post('/sessions?sdkId=journal').send(order).expect(201)
  const { body: read } = await request(target.apiUrl).get(`/sessions/${created.session_id}?sdkId=journal`).expect(200)
  const [first, second, ...others] = await listRaw(`sessionId=${created.session_id}`)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    matched: true,
    operation: 'createSession',
    sdkId: 'journal',
    scenario: 'all-approve',
    method: 'POST',
    path: '/idverify/v1/sessions',
    query: { sdkId: 'journal' },
    headers: { 'content-type': 'application/json' },
    body: order,
    bodySize: JSON.stringify(order).length,
    signature: { verdict: 'unsigned', explanation: 'not signed: Yoti would answer 400 MALFORMED_REQUEST' },
    status: 201,
    answer: { body: created, headers: { 'content-type': 'application/json' } },
    milliseconds: expect.any(Number),
  })
  expect(second).toMatchObject({ operation: 'getSession', status: 200, answer: { body: read } })
  expect(second.body).toBeUndefined()
  expect(second.id).toBeGreaterThan(first.id)
})

test('every filter narrows the list, and an unknown one is refused with the nearest', async () => {
  const sdkId = 'filters'
  for (const path of ['/sessions/all-approve', '/sessions/error-too-many-requests', '/sesions/x'])
    await request(target.apiUrl).get(`${path}?sdkId=${sdkId}`)
  const { requests } = target.control
  const paths = async (filter: object) => (await requests.list({ sdkId, ...filter })).map(({ path }) => path)
  expect(await paths({})).toHaveLength(3)
  expect(await paths({ matched: false })).toEqual(['/idverify/v1/sesions/x'])
  expect(await paths({ status: 429 })).toEqual(['/idverify/v1/sessions/error-too-many-requests'])
  expect(await paths({ status: '2xx' })).toEqual(['/idverify/v1/sessions/all-approve'])
  expect(await paths({ operation: 'getSession' })).toHaveLength(2)
  expect(await paths({ scenario: 'all-approve' })).toHaveLength(1)
  expect(await paths({ path: '/idverify/v1/sesions/x', method: 'GET' })).toHaveLength(1)
  await expect(requests.list({ operation: 'getSesion' })).rejects.toThrow("Did you mean 'getSession'?")
  const { body } = await request(target.url).get('/__mock/requests?sesionId=x').expect(400)
  expect(body.errors[0]).toEqual({
    property: 'query.sesionId',
    message: expect.stringContaining("Did you mean 'sessionId'?"),
  })
})

test('what no operation answers comes with the nearest one and what tells them apart', async () => {
  const sdkId = 'near'
  await request(target.apiUrl).get(`/session/all-approve?sdkId=${sdkId}`).expect(404)
  await request(target.apiUrl).patch(`/sessions/all-approve?sdkId=${sdkId}`).send({ a: 1 }).expect(405)
  await request(target.url).get(`/idverify/v2/sessions/all-approve?sdkId=${sdkId}`).expect(404)
  await request(target.url).get(`/sessions/all-approve/configuration?sdkId=${sdkId}`).expect(404)
  const found = await target.control.requests.list({ sdkId, matched: false })
  expect(found.map(({ nearMiss }) => [nearMiss?.operation, nearMiss?.difference])).toEqual([
    ['getSession', "'session' is not 'sessions'"],
    ['getSession', 'the method is PATCH, not GET'],
    ['getSession', 'the base path is /idverify/v2, not /idverify/v1'],
    ['getSessionConfiguration', 'the base path /idverify/v1 is missing'],
  ])
  expect(found[1]).toMatchObject({ body: { a: 1 }, status: 405, error: { code: 'METHOD_NOT_ALLOWED' } })
})

test('a refused signature is explained, a good one is said to be', async () => {
  const good = sign(messageOf('GET', `${sessionPath}?${demoQuery('one')}`))
  const send = (digest: string, nonce: string) =>
    sendRaw(target.url, {
      target: `/idverify/v1${sessionPath}?${demoQuery(nonce)}`,
      headers: { 'X-Yoti-Auth-Digest': digest },
    })
  await target.control.requests.clear({ sdkId: demo.sdkId })
  expect((await send(good, 'one')).status).toBe(200)
  expect((await send(good, 'two')).status).toBe(401)
  const [verified, refused] = await target.control.requests.list({ sdkId: demo.sdkId })
  expect(verified?.signature).toEqual({ verdict: 'verified' })
  expect(refused).toMatchObject({ status: 401, error: { code: 'MESSAGE_SIGNING' }, signature: { verdict: 'refused' } })
  expect(refused?.signature?.explanation).toContain(`'GET&${sessionPath}?${demoQuery('two')}' to be signed`)
})

test('validation errors stand in the journal as they were answered', async () => {
  await request(target.apiUrl).post('/sessions?sdkId=invalid').send({ requested_checks: 'all' }).expect(400)
  const [invalid] = await target.control.requests.list({ sdkId: 'invalid' })
  expect(invalid?.error).toMatchObject({
    code: 'PAYLOAD_VALIDATION',
    errors: [{ property: 'requested_checks', message: expect.stringContaining('must be array') }],
  })
  expect(invalid?.body).toEqual({ requested_checks: 'all' })
})

test('verify counts the requests that fit, and says what came instead', async () => {
  const { requests } = target.control
  const sdkId = 'verify'
  const order = inBranchOrder({ user_tracking_id: 'verify-1' })
  await request(target.apiUrl).post(`/sessions?sdkId=${sdkId}`).set('X-Trace', 'abc').send(order).expect(201)
  await request(target.apiUrl).get(`/sessions/all-approve?sdkId=${sdkId}`).expect(200)
  expect(await requests.verify({ sdkId })).toBe(2)
  expect(await requests.verify({ sdkId, operation: 'getSession', status: 200, exactly: 1 })).toBe(1)
  expect(await requests.verify({ sdkId, operation: 'deleteSession', exactly: 0 })).toBe(0)
  expect(
    await requests.verify({ sdkId, headers: { 'X-Trace': 'abc' }, body: { user_tracking_id: 'verify-1' }, atMost: 1 }),
  ).toBe(1)
  const failure = async (expectation: Parameters<typeof requests.verify>[0]) =>
    requests.verify({ sdkId, ...expectation }).then(
      () => expect.unreachable(),
      (error: ControlError) => error,
    )
  const missing = await failure({ operation: 'getSession', status: 503, exactly: 2 })
  expect([missing.status, missing.code]).toEqual([409, 'VERIFICATION_FAILED'])
  expect(missing.message).toContain(
    'Expected exactly 2 requests with sdkId verify, operation getSession, status 503; 0 came',
  )
  expect(missing.message).toMatch(/request \d+ GET \/idverify\/v1\/sessions\/all-approve 200; status is 200, not 503/)
  expect((await failure({ body: { user_tracking_id: 'other' } })).message).toContain(
    "body.user_tracking_id is 'verify-1', not 'other'",
  )
  expect((await failure({ atMost: 1 })).message).toContain('2 came, among them')
})

test('clearing forgets the requests of one application only', async () => {
  for (const sdkId of ['clear-a', 'clear-b'])
    await request(target.apiUrl).get(`/sessions/all-approve?sdkId=${sdkId}`).expect(200)
  await target.control.requests.clear({ sdkId: 'clear-a' })
  expect(await target.control.requests.list({ sdkId: 'clear-a' })).toEqual([])
  expect(await target.control.requests.list({ sdkId: 'clear-b' })).toHaveLength(1)
})

test('calls of the control API are kept out', async () => {
  const before = await target.control.requests.list()
  await target.control.health()
  expect(await target.control.requests.list()).toEqual(before)
})

test('a media is shown by its size and type, without its bytes', async () => {
  const { body } = await request(target.apiUrl).get('/sessions/all-approve?sdkId=media').expect(200)
  const id = body.resources.id_documents[0].pages[0].media.id
  const media = await request(target.apiUrl).get(`/sessions/all-approve/media/${id}/content?sdkId=media`).expect(200)
  const [, found] = await target.control.requests.list({ sdkId: 'media' })
  expect(found?.answer).toEqual({
    headers: expect.objectContaining({ 'content-type': 'image/png' }),
    bodySize: media.body.length,
  })
})

test('the journal keeps the last requests only, and none at size 0', async () => {
  for (const [journalSize, kept] of [
    [2, ['c', 'd']],
    [0, []],
  ] as const) {
    await using server = await startServer({ journalSize })
    for (const id of ['a', 'b', 'c', 'd']) await fetch(`${server.apiUrl}/sessions/${id}`)
    expect((await server.control.requests.list()).map(({ sessionId }) => sessionId)).toEqual(kept)
  }
})

test('of a long body only the beginning is kept, with its size', async () => {
  await using server = await startServer()
  const body = JSON.stringify({ requested_checks: [], padding: 'x'.repeat(200_000) })
  await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body })
  const [long] = await server.control.requests.list()
  expect(long?.bodySize).toBe(body.length)
  expect(String(long?.body)).toHaveLength(65_536)
})

test.skipIf(isReplicated)('a request whose body never comes to its end stands in the journal, unanswered', async () => {
  await using server = await startServer()
  const { port } = new URL(server.url)
  const { connect } = await import('node:net')
  const socket = connect(Number(port), '127.0.0.1')
  socket.write('POST /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{')
  await expect.poll(() => server.control.requests.list()).toHaveLength(1)
  const [open] = await server.control.requests.list()
  expect(open?.operation).toBe('createSession')
  expect([open?.status, open?.milliseconds]).toEqual([undefined, undefined])
  socket.destroy()
  await expect.poll(async () => (await server.control.requests.list())[0]?.milliseconds).toEqual(expect.any(Number))
})

test('a reset of one application leaves the sessions, choices and requests of the others', async () => {
  await using server = await startServer()
  const ids: string[] = []
  for (const sdkId of ['gone', 'stays']) {
    const { body } = await request(server.apiUrl).post(`/sessions?sdkId=${sdkId}`).send(inBranchOrder()).expect(201)
    ids.push(body.session_id)
    await server.control.nextSession({ scenario: 'profile-mismatch', sdkId })
  }
  await server.control.reset({ sdkId: 'gone' })
  expect(await server.control.requests.list({ sdkId: 'gone' })).toEqual([])
  expect(await server.control.requests.list({ sdkId: 'stays' })).toHaveLength(1)
  await request(server.apiUrl).get(`/sessions/${ids[0]}?sdkId=gone`).expect(404)
  await request(server.apiUrl).get(`/sessions/${ids[1]}?sdkId=stays`).expect(200)
  for (const sdkId of ['gone', 'stays'])
    await request(server.apiUrl).post(`/sessions?sdkId=${sdkId}`).send(inBranchOrder()).expect(201)
  const created = await server.control.requests.list({ operation: 'createSession' })
  expect(created.slice(-2).map(({ scenario }) => scenario)).toEqual(['all-approve', 'profile-mismatch'])
  await request(server.url).post('/__mock/reset').expect(204)
  expect(await server.control.requests.list()).toEqual([])
})

test('what the journal had to forget is not verified as if it never came', async () => {
  await using server = await startServer({ journalSize: 5 })
  const { requests } = server.control
  const read = async (sdkId: string, times: number) => {
    for (let time = 0; time < times; time++) await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)
  }
  await read('busy', 8)
  await expect(requests.verify({ sdkId: 'busy', exactly: 5 })).rejects.toThrow('The journal had to forget')
  expect(await requests.verify({ sdkId: 'busy', atLeast: 2 })).toBe(5)
  expect(await requests.verify({ sdkId: 'quiet', exactly: 0 })).toBe(0)
  await requests.clear({ sdkId: 'busy' })
  await read('busy', 2)
  expect(await requests.verify({ sdkId: 'busy', exactly: 2 })).toBe(2)
  const { body } = await request(server.apiUrl).post('/sessions?sdkId=new').send(inBranchOrder()).expect(201)
  await fetch(`${server.apiUrl}/sessions/${body.session_id}?sdkId=new`)
  expect(await requests.verify({ sessionId: body.session_id, operation: 'getSession', exactly: 1 })).toBe(1)
  await using without = await startServer({ journalSize: 0 })
  await fetch(`${without.apiUrl}/sessions/all-approve`)
  await expect(without.control.requests.verify({ exactly: 0 })).rejects.toThrow('The journal had to forget')
})

test('near misses are those of the application, the likest first', async () => {
  await using server = await startServer()
  const { requests } = server.control
  await request(server.apiUrl).post('/sessions?sdkId=mine').send(inBranchOrder()).expect(201)
  for (const sdkId of ['mine', 'mine', 'mine', 'mine', 'mine', 'theirs'])
    await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)
  const failure: Error = await requests.verify({ sdkId: 'mine', body: { user_tracking_id: 'customer-18' } }).then(
    () => expect.unreachable(),
    (error) => error,
  )
  expect(failure.message).toMatch(/nearest others are; request 1 POST [^;]*; body.user_tracking_id is 'customer-17'/)
  expect(failure.message).not.toContain('theirs')
})

test.each([
  [{ exactly: 1, atLeast: 2 }, 'exactly: stands alone'],
  [{ atLeast: 3, atMost: 2 }, 'atLeast: is 3, more than atMost 2'],
])('%j is no number of requests', async (count, told) => {
  const failure: Error = await target.control.requests.verify(count).then(
    () => expect.unreachable(),
    (error) => error,
  )
  expect(failure.message.replaceAll('; ', ': ')).toContain(told.split(': ')[1])
})

test('of a request that its client broke off nothing was answered', async () => {
  await using server = await startServer()
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.end('POST /idverify/v1/sessions?sdkId=broken-off HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"a"')
  const { requests } = server.control
  await expect.poll(async () => (await requests.list({ sdkId: 'broken-off' }))[0]?.milliseconds).toBeTypeOf('number')
  const [found] = await requests.list({ sdkId: 'broken-off' })
  expect([found?.status, found?.error?.errors?.[0]?.message]).toEqual([
    undefined,
    'ended after 4 bytes: the client closed the connection',
  ])
})
