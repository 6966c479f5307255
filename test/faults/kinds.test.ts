import { request as httpsRequest, type RequestOptions } from 'node:https'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import request from 'supertest'
import { afterAll, expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { openTarget, startServer } from '../support/server.js'

const target = await openTarget()
const { faults, requests } = target.control
afterAll(() => target.close())

const httpsCall = (options: RequestOptions, body = '') =>
  new Promise<number | undefined>((resolve, reject) => {
    const outgoing = httpsRequest({ hostname: '127.0.0.1', rejectUnauthorized: false, ...options }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    outgoing.on('error', reject).end(body)
  })

/** An application of its own for each test: its faults meet nobody else. */
let applications = 0
const newApplication = () => {
  applications += 1
  const sdkId = `faults-${applications}-${Date.now()}`
  const url = `${target.apiUrl}/sessions/all-approve?sdkId=${sdkId}`
  const statuses = async (count: number) => {
    const found: number[] = []
    for (let call = 0; call < count; call++) found.push((await fetch(url)).status)
    return found
  }
  return { sdkId, url, statuses }
}

test('a status answers the error that Yoti has for it, for ever or so many times', async () => {
  const { sdkId, url, statuses } = newApplication()
  const added = await faults.add({ operation: 'getSession', sdkId, status: 503, times: 2 })
  expectDocumented('control', 'addFault', 201, added)
  const { body, headers } = await request(url).get('').expect(503)
  expectDocumented('yoti', 'getSession', 503, body)
  expect(body.code).toBe('TEMPORARILY_UNAVAILABLE')
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(await statuses(3)).toEqual([503, 200, 200])
  expect(await faults.get(added.id)).toMatchObject({ matched: 4, applied: 2 })
  await faults.add({ operation: 'getSession', sdkId, code: 'SESSION_EXPIRED' })
  expect(await statuses(3)).toEqual([409, 409, 409])
})

test.each([
  [{ after: 2, times: 1 }, [200, 200, 503, 200, 200, 200]],
  [{ every: 3 }, [200, 200, 503, 200, 200, 503]],
  [{ after: 1, every: 2, times: 2 }, [200, 200, 503, 200, 503, 200]],
])('%j fails the calls that it says', async (when, expected) => {
  const { sdkId, statuses } = newApplication()
  await faults.add({ operation: 'getSession', sdkId, status: 503, ...when })
  expect(await statuses(6)).toEqual(expected)
})

test('what a seed hits is the same in every run, and another seed hits others', async () => {
  const patterns: number[][] = []
  for (const seed of ['one', 'one', 'two']) {
    const { sdkId, statuses } = newApplication()
    await faults.add({ sdkId, status: 500, probability: 0.5, seed })
    patterns.push(await statuses(20))
  }
  expect(patterns[1]).toEqual(patterns[0])
  expect(patterns[2]).not.toEqual(patterns[0])
  expect(new Set(patterns[0])).toEqual(new Set([200, 500]))
})

test('of several rules the oldest that is due is applied, and each counts what it is about', async () => {
  const { sdkId, statuses } = newApplication()
  await faults.add({ operation: 'getSession', sdkId, status: 503, times: 1 })
  await faults.add({ operation: 'getSession', sdkId, status: 429, times: 1 })
  await faults.add({ operation: 'deleteSession', sdkId, status: 500 })
  expect(await statuses(3)).toEqual([503, 429, 200])
  expect((await faults.list({ sdkId })).map(({ matched, applied }) => [matched, applied])).toEqual([
    [3, 1],
    [3, 1],
    [0, 0],
  ])
})

test('headers are added to an error and to a real answer', async () => {
  const { sdkId, url } = newApplication()
  const headers = { 'Retry-After': '7', 'X-Request-Id': 'a-known-id' }
  await faults.add({ sdkId, status: 429, headers, times: 1 })
  await faults.add({ sdkId, headers })
  for (const status of [429, 200]) {
    const answer = await request(url).get('').expect(status)
    expect([answer.headers['retry-after'], answer.headers['x-request-id']]).toEqual(['7', 'a-known-id'])
  }
})

test('an error may have its own message and properties, an answer its own body', async () => {
  const { sdkId, url } = newApplication()
  const errors = [{ property: 'resources.applicant_profile.structured_postal_address', message: 'INVALID_ADDRESS' }]
  await faults.add({ sdkId, code: 'PAYLOAD_VALIDATION', message: 'No such address', errors, times: 1 })
  await faults.add({ sdkId, status: 404, body: { code: 'CHECK_NOT_FOUND' }, times: 1 })
  await faults.add({
    sdkId,
    status: 502,
    body: '<h1>Bad gateway</h1>',
    headers: { 'Content-Type': 'text/html' },
    times: 1,
  })
  await faults.add({ sdkId, status: 504, times: 1 })
  expect((await request(url).get('').expect(400)).body).toEqual({
    code: 'PAYLOAD_VALIDATION',
    message: 'No such address',
    errors,
  })
  expect((await request(url).get('').expect(404)).body).toEqual({ code: 'CHECK_NOT_FOUND' })
  const gateway = await request(url).get('').expect(502)
  expect([gateway.text, gateway.headers['content-type']]).toEqual(['<h1>Bad gateway</h1>', 'text/html'])
  expect((await request(url).get('').expect(504)).text).toBe('')
})

test('a fault answers at once: nothing is created, and the next session keeps its scenario', async () => {
  const { sdkId } = newApplication()
  const create = () => request(target.apiUrl).post(`/sessions?sdkId=${sdkId}`).send(inBranchOrder())
  await target.control.nextSession({ scenario: 'profile-mismatch', sdkId })
  await faults.add({ operation: 'createSession', sdkId, status: 503, times: 1 })
  await create().expect(503)
  await create().expect(201)
  const [refused, created] = await requests.list({ sdkId })
  expect(refused?.sessionId).toBeUndefined()
  expect(created?.scenario).toBe('profile-mismatch')
})

test('a connection is reset before an answer, or in the middle of it', async () => {
  const { sdkId, url } = newApplication()
  await faults.add({ sdkId, spoil: 'reset-before', times: 1 })
  await faults.add({ sdkId, spoil: 'reset-during', times: 1 })
  await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  const half = await fetch(url).then(async (answer) => [
    answer.status,
    await answer.text().catch((error) => error.cause?.code),
  ])
  expect(half).toEqual([200, 'ECONNRESET'])
  expect((await fetch(url)).status).toBe(200)
  const [before, during] = await requests.list({ sdkId })
  expect(before).toMatchObject({
    operation: 'getSession',
    fault: { spoil: 'reset-before' },
    milliseconds: expect.any(Number),
  })
  expect([before?.status, during?.status]).toEqual([undefined, 200])
})

test('a body is truncated, malformed, of the wrong type, or missing', async () => {
  const { sdkId, url } = newApplication()
  const whole = await (await fetch(url)).text()
  for (const spoil of ['truncated-body', 'malformed-json', 'wrong-content-type', 'empty-body'] as const)
    await faults.add({ sdkId, spoil, times: 1 })
  const truncated = await fetch(url)
  expect(truncated.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)))
  await expect(truncated.text()).rejects.toThrow('terminated')
  const malformed = await fetch(url)
  expect(malformed.headers.get('content-type')).toBe('application/json')
  expect(await malformed.text()).toBe(whole.slice(0, -1))
  const mistyped = await fetch(url)
  expect([mistyped.headers.get('content-type'), await mistyped.text()]).toEqual(['text/html; charset=utf-8', whole])
  const empty = await fetch(url)
  expect([empty.status, empty.headers.get('content-length'), await empty.text()]).toEqual([200, '0', ''])
})

test('an answer waits, for as long as is said or a part of a range, and its body may take its time', async () => {
  const { sdkId, url } = newApplication()
  await faults.add({ sdkId, delay: 30, times: 1 })
  await faults.add({ sdkId, delay: { from: 'PT0.01S', to: 'PT0.03S' }, times: 1 })
  await faults.add({ sdkId, slowBody: 20, times: 1 })
  const texts: string[] = []
  for (let call = 0; call < 4; call++) texts.push(await (await fetch(url)).text())
  expect(new Set(texts).size).toBe(1)
  const [fixed, range] = await requests.list({ sdkId })
  expect(fixed?.fault?.delay).toBe(30)
  expect(range?.fault?.delay).toBeGreaterThanOrEqual(10)
  expect(range?.fault?.delay).toBeLessThanOrEqual(30)
})

test('a client that does not wait is let go, and the journal says that nothing was sent', async () => {
  const { sdkId, url } = newApplication()
  await faults.add({ sdkId, delay: 'PT30M' })
  const impatient = new AbortController()
  const call = fetch(url, { signal: impatient.signal })
  await expect.poll(() => requests.list({ sdkId })).toHaveLength(1)
  impatient.abort()
  await expect(call).rejects.toThrow('aborted')
  await expect.poll(async () => (await requests.list({ sdkId }))[0]?.milliseconds).toEqual(expect.any(Number))
  expect((await requests.list({ sdkId }))[0]?.status).toBeUndefined()
})

test('an answer without a body is reset, and otherwise arrives whatever is to be spoilt of it', async () => {
  const { sdkId } = newApplication()
  const spoils = ['reset-during', 'truncated-body', 'malformed-json', 'wrong-content-type', 'empty-body'] as const
  for (const spoil of spoils) await faults.add({ operation: 'deleteSession', sdkId, spoil, slowBody: 10, times: 1 })
  for (const spoil of spoils) {
    const { body } = await request(target.apiUrl).post(`/sessions?sdkId=${sdkId}`).send(inBranchOrder()).expect(201)
    const deletion = fetch(`${target.apiUrl}/sessions/${body.session_id}?sdkId=${sdkId}`, { method: 'DELETE' })
    if (spoil === 'reset-during') {
      await expect(deletion).rejects.toThrow('fetch failed')
      continue
    }
    const deleted = await deletion
    expect([deleted.status, await deleted.text()], spoil).toEqual([204, ''])
  }
})

test('a media is spoilt like any other answer', async () => {
  const { sdkId, url } = newApplication()
  const { body: session } = await request(url).get('').expect(200)
  const media = `${target.apiUrl}/sessions/all-approve/media/${session.resources.id_documents[0].pages[0].media.id}/content?sdkId=${sdkId}`
  await faults.add({ operation: 'getMediaContent', sdkId, spoil: 'truncated-body', times: 1 })
  await expect(fetch(media).then((answer) => answer.arrayBuffer())).rejects.toThrow('terminated')
  expect((await fetch(media)).status).toBe(200)
})

test.each([
  [{ operation: 'getSesion', status: 503 }, 'operation', "Did you mean 'getSession'?"],
  [{ status: 503, code: 'TEMPORARY_UNAVAILABLE' }, 'code', "Did you mean 'TEMPORARILY_UNAVAILABLE'?"],
  [{ operation: 'getSession' }, 'fault', 'does nothing'],
  [{ body: {} }, 'body', 'needs the status'],
  [{ status: 400, code: 'BAD_TOKEN', body: {} }, 'body', 'leave out code'],
  [{ message: 'x' }, 'code', 'is missing'],
  [{ spoil: 'truncate' }, 'spoil', 'must be one of reset-before, reset-during, truncated-body, malformed-json'],
  [{ delay: 'soon' }, 'delay', 'such as PT2S'],
  [{ delay: 'P1D' }, 'delay', 'at most 3600 s'],
  [{ delay: { from: 20, to: 10 } }, 'delay', 'ends before it begins'],
  [{ slowBody: 'PT' }, 'slowBody', 'such as PT2S'],
  [{ headers: { 'Content-Length': '1' } }, 'headers.Content-Length', 'set by the server'],
  [{ status: 503, time: 2 }, 'time', "is not known. Did you mean 'times'? Known: "],
  [{ status: 204, body: {} }, 'status', 'is 204, which has no body'],
  [{ status: 200, code: 'SERVER_ERROR' }, 'status', 'belong to an error'],
  [{ status: 99 }, 'status', 'must be >= 200'],
])('the rule %j is refused, and the message says why', async (rule, property, message) => {
  const { body } = await request(target.url).post('/__mock/faults').send(rule).expect(400)
  expect(body.errors[0]).toEqual({ property, message: expect.stringContaining(message) })
})

test('rules are removed one by one, or all of an application; an unknown one is told', async () => {
  const [one, other] = [newApplication(), newApplication()]
  const { id } = await faults.add({ sdkId: one.sdkId, status: 500 })
  await faults.add({ sdkId: one.sdkId, status: 500 })
  await faults.add({ sdkId: other.sdkId, status: 500 })
  await faults.remove(id)
  expect(await faults.list({ sdkId: one.sdkId })).toHaveLength(1)
  await faults.clear({ sdkId: one.sdkId })
  expect([await one.statuses(1), await other.statuses(1)]).toEqual([[200], [500]])
  await expect(faults.remove(id)).rejects.toThrow(`FAULT_NOT_FOUND: No fault has the id '${id}'`)
  await target.control.reset({ sdkId: other.sdkId })
  expect(await other.statuses(1)).toEqual([200])
})

test('a thousand rules are kept; those that are spent make room for others', async () => {
  await using server = await startServer()
  const add = (rule: object) => server.control.faults.add({ operation: 'getSession', status: 500, ...rule })
  const [spent] = await Promise.all([
    add({ times: 1 }),
    ...Array.from({ length: 999 }, () => add({ sessionId: 'another' })),
  ])
  await expect(add({})).rejects.toThrow('has 1000 rules already')
  expect((await fetch(`${server.apiUrl}/sessions/all-approve`)).status).toBe(500)
  await add({})
  const ids = (await server.control.faults.list()).map(({ id }) => id)
  expect(ids).toHaveLength(1000)
  expect(ids).not.toContain(spent.id)
})

test('over https a connection is cut like any other', async () => {
  const file = (name: string) => fileURLToPath(new URL(`../support/tls/${name}`, import.meta.url))
  await using server = await startServer({ tlsCert: file('cert.pem'), tlsKey: file('key.pem') })
  const { port } = new URL(server.url)
  const control = (path: string, body: object) =>
    httpsCall({ port, path: `/__mock${path}`, method: 'POST' }, JSON.stringify(body))
  await control('/faults', { operation: 'getSession', spoil: 'reset-before', times: 1 })
  const read = () => httpsCall({ port, path: '/idverify/v1/sessions/all-approve' })
  await expect(read()).rejects.toThrow(/socket hang up|ECONNRESET/)
  expect(await read()).toBe(200)
})

test('a fault of a request that is sent behind another one is applied after its answer', async () => {
  await using server = await startServer()
  await server.control.faults.add({ operation: 'getSession', status: 503, times: 1 })
  const path = '/idverify/v1/sessions/all-approve'
  const lines = (start: string, ...more: string[]) => [start, `Host: 127.0.0.1`, ...more, '', ''].join('\r\n')
  const slow = lines('GET /__mock/scenarios HTTP/1.1')
  const faulty = lines(`GET ${path} HTTP/1.1`, 'Connection: close')
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.write(slow + faulty)
  const answers = Buffer.concat(await socket.toArray()).toString()
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503'])
})
