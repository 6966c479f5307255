import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'

// docs/journal.md, "Verify".
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ signatures: 'off' })
  const send = (path: string, init: RequestInit = {}) => fetch(`${server.apiUrl}${path}`, init)
  await send('/sessions/all-approve?sdkId=one&x=1', { headers: { 'X-Team': 'a' } })
  await send('/sessions/error-too-many-requests?sdkId=one')
  await send('/sessions?sdkId=one', { method: 'POST', body: '{"a":[1,2],"b":{"c":"d","e":null}}' })
  await send('/nowhere?sdkId=one')
  await send('/sessions/all-approve?sdkID=two')
})
afterAll(() => server.close())

const verify = (expectation: object) =>
  server.control.requests.verify({ sdkId: 'one', ...expectation }).then(
    (count) => count,
    (error: Error) => error.message,
  )

test.each([
  [{}, 4],
  [{ sdkId: 'two' }, 1],
  [{ operation: 'getSession' }, 2],
  [{ sessionId: 'all-approve' }, 1],
  [{ scenario: 'all-approve' }, 1],
  [{ matched: false }, 1],
  [{ matched: true }, 3],
  [{ method: 'POST' }, 1],
  [{ path: '/idverify/v1/nowhere' }, 1],
  [{ status: 200 }, 1],
  [{ status: '4xx' }, 3],
  [{ query: { x: '1' } }, 1],
  [{ headers: { 'x-TEAM': 'a' } }, 1],
  [{ body: { a: [1, 2] } }, 1],
  [{ body: { b: { c: 'd' } } }, 1],
  [{ body: { b: { e: null } } }, 1],
  [{ exactly: 4 }, 4],
  [{ atLeast: 4 }, 4],
  [{ atMost: 4 }, 4],
  [{ atLeast: 1, atMost: 4 }, 4],
  [{ status: 500, exactly: 0 }, 0],
  [{ status: 500, atMost: 0 }, 0],
])('%j fits %j requests', async (expectation, count) => {
  expect(await verify(expectation)).toBe(count)
})

// An object may have more than is expected; an array has as many items, in order.
test.each([
  [{ a: [1] }, 'body.a is [1,2], not [1]'],
  [{ a: [1, 2, 3] }, 'body.a is [1,2], not [1,2,3]'],
  [{ a: [2, 1] }, 'body.a.0 is 1, not 2; body.a.1 is 2, not 1'],
  [{ a: {} }, 'body.a is [1,2], not {}'],
  [{ b: { c: 'D' } }, "body.b.c is 'd', not 'D'"],
  [{ b: { f: 1 } }, 'body.b.f is missing, not 1'],
  [{ b: [] }, 'body.b is {"c":"d","e":null}, not []'],
])('a body that is %j did not come: %s', async (body, difference) => {
  const told = await verify({ body, method: 'POST' })
  expect(told).toContain('Expected at least 1 requests with sdkId one, body')
  expect(told).toContain(`POST /idverify/v1/sessions 400; ${difference}`)
})

test.each([
  [{ exactly: 3 }, 'Expected exactly 3 requests with sdkId one; 4 came, among them'],
  [{ exactly: 5 }, 'Expected exactly 5 requests with sdkId one; 4 came and no other'],
  [{ atLeast: 5 }, 'Expected at least 5 requests with sdkId one; 4 came and no other'],
  [{ atMost: 3 }, 'Expected at most 3 requests with sdkId one; 4 came, among them'],
  [{ atLeast: 5, atMost: 6 }, 'Expected at least 5, at most 6 requests with sdkId one; 4 came and no other'],
  [{ status: 503 }, 'Expected at least 1 requests with sdkId one, status 503; 0 came; the nearest others are'],
  [
    { query: { y: '1' } },
    'Expected at least 1 requests with sdkId one, query {"y":"1"}; 0 came; the nearest others are',
  ],
])('%j does not fit', async (expectation, message) => {
  expect(await verify(expectation)).toContain(message)
})

// What is missing counts twice.
test('the nearest are told first, the latest of equals', async () => {
  const answer = await fetch(`${server.url}/__mock/requests/verify`, {
    method: 'POST',
    body: JSON.stringify({ sdkId: 'one', operation: 'getSession', status: 404 }),
  })
  const { code, errors } = (await answer.json()) as { code: string; errors: { property: string; message: string }[] }
  expect([answer.status, code]).toEqual([409, 'VERIFICATION_FAILED'])
  expect(errors.map(({ property, message }) => `${property}: ${message}`)).toEqual([
    'request 2: GET /idverify/v1/sessions/error-too-many-requests 429; status is 429, not 404',
    'request 1: GET /idverify/v1/sessions/all-approve 200; status is 200, not 404',
    "request 4: GET /idverify/v1/nowhere 404; operation is missing, not 'getSession'",
    "request 3: POST /idverify/v1/sessions 400; operation is 'createSession', not 'getSession'; status is 400, not 404",
  ])
})

test.each([
  [{ exactly: 1, atLeast: 1 }, 'exactly stands alone: leave out atLeast and atMost'],
  [{ exactly: 1, atMost: 1 }, 'exactly stands alone: leave out atLeast and atMost'],
  [{ atLeast: 2, atMost: 1 }, 'atLeast is 2, more than atMost 1'],
])('%j can never be', async (count, message) => {
  expect(await verify(count)).toContain(message)
})
