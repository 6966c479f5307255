import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'

// docs/faults.md, "When" and "What".
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

let suites = 0
const statuses = async (calls: number, rules: readonly object[]) => {
  suites += 1
  const sdkId = `suite-${suites}`
  for (const rule of rules) await server.control.faults.add({ sdkId, ...rule })
  const found: number[] = []
  for (let call = 0; call < calls; call++)
    found.push((await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)).status)
  const counts = (await server.control.faults.list({ sdkId })).map(({ matched, applied }) => [matched, applied])
  return { found: found.join(' '), counts }
}

test.each([
  [{ status: 503 }, '503 503 503 503 503 503', [6, 6]],
  [{ status: 503, times: 2 }, '503 503 200 200 200 200', [6, 2]],
  [{ status: 503, after: 2, times: 1 }, '200 200 503 200 200 200', [6, 1]],
  [{ status: 503, every: 3 }, '200 200 503 200 200 503', [6, 2]],
  [{ status: 503, after: 1, every: 2 }, '200 200 503 200 503 200', [6, 2]],
  // sha256('one/<n>') begins below 0.5 for the calls that fail.
  [{ status: 503, probability: 0.5, seed: 'one' }, '503 503 200 200 200 503', [6, 3]],
  [{ status: 503, probability: 1 }, '503 503 503 503 503 503', [6, 6]],
  [{ status: 503, operation: 'deleteSession' }, '200 200 200 200 200 200', [0, 0]],
  [{ status: 503, operation: 'getSession', sessionId: 'all-approve' }, '503 503 503 503 503 503', [6, 6]],
  [{ status: 503, sessionId: 'another' }, '200 200 200 200 200 200', [0, 0]],
])('%j answers %s', async (rule, expected, counts) => {
  expect(await statuses(6, [rule])).toEqual({ found: expected, counts: [counts] })
})

test('of several rules the oldest that is due is applied, and all of them count', async () => {
  const rules = [{ status: 503, after: 1, times: 1 }, { status: 429, times: 2 }, { status: 500 }]
  expect(await statuses(4, rules)).toEqual({
    found: '429 503 429 500',
    counts: [
      [4, 1],
      [4, 2],
      [4, 1],
    ],
  })
})

// Errors as in the Yoti documentation's tables of status codes.
test.each([
  [{ status: 400 }, 400, 'MALFORMED_REQUEST'],
  [{ status: 401 }, 401, 'MESSAGE_SIGNING'],
  [{ status: 403 }, 403, 'INSUFFICIENT_PERMISSION'],
  [{ status: 404 }, 404, 'SESSION_NOT_FOUND'],
  [{ status: 409 }, 409, 'SESSION_EXPIRED'],
  [{ status: 415 }, 415, 'UNSUPPORTED_TYPE'],
  [{ status: 422 }, 422, 'UNPROCESSABLE_MEDIA'],
  [{ status: 429 }, 429, 'TOO_MANY_REQUESTS'],
  [{ status: 500 }, 500, 'SERVER_ERROR'],
  [{ status: 503 }, 503, 'TEMPORARILY_UNAVAILABLE'],
  [{ code: 'RESOURCE_LOCKED' }, 409, 'RESOURCE_LOCKED'],
  [{ code: 'SERVER_ERROR', status: 502 }, 502, 'SERVER_ERROR'],
])('%j is answered with %d %s', async (rule, status, code) => {
  suites += 1
  const sdkId = `suite-${suites}`
  await server.control.faults.add({ sdkId, ...rule })
  const answer = await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/json'])
  expect(await answer.json()).toMatchObject({ code })
})

test('spoilt answers', async () => {
  const spoilt = async (rule: object) => {
    suites += 1
    const sdkId = `suite-${suites}`
    await server.control.faults.add({ sdkId, status: 200, body: { a: 1234 }, ...rule })
    const answer = await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)
    const length = answer.headers.get('content-length')
    const text = await answer.text().catch(() => 'cut off')
    return [answer.headers.get('content-type'), length, text]
  }
  expect(await spoilt({})).toEqual(['application/json', '10', '{"a":1234}'])
  expect(await spoilt({ spoil: 'malformed-json' })).toEqual(['application/json', '9', '{"a":1234'])
  expect(await spoilt({ spoil: 'wrong-content-type' })).toEqual(['text/html; charset=utf-8', '10', '{"a":1234}'])
  expect(await spoilt({ spoil: 'empty-body' })).toEqual(['application/json', '0', ''])
  expect(await spoilt({ spoil: 'truncated-body' })).toEqual(['application/json', '10', 'cut off'])
  expect(await spoilt({ body: 'as it is' })).toEqual(['text/plain; charset=utf-8', '8', 'as it is'])
  expect(await spoilt({ headers: { 'CONTENT-TYPE': 'text/csv' } })).toEqual(['text/csv', '10', '{"a":1234}'])
})
