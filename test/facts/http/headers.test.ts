import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBranchOrder } from '../../support/orders.js'
import { startServer } from '../../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const headersOf = async (path: string, init: RequestInit = {}) => {
  const { status, headers } = await fetch(`${server.url}${path}`, init)
  const { date, connection, 'keep-alive': _keep, ...ours } = Object.fromEntries(headers)
  return { status, ...ours }
}
const requestId = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const size = expect.stringMatching(/^[1-9]\d*$/)
const json = { 'content-type': 'application/json', 'content-length': size, 'x-request-id': requestId }

// The content type has no charset: three SDKs read errors only when it is exactly `application/json`. One Login reads
// `x-request-id`. Nothing else is sent.
test('an answer has its type, its length and an id', async () => {
  expect(await headersOf('/idverify/v1/sessions/all-approve')).toEqual({ status: 200, ...json })
  expect(await headersOf('/idverify/v1/sessions/none')).toEqual({ status: 404, ...json })
  expect(await headersOf('/idverify/v1/supported-documents')).toEqual({ status: 200, ...json })
  expect(await headersOf('/__mock/health')).toEqual({ status: 200, ...json })
})

test('an answer without a body has no type', async () => {
  const created = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(inBranchOrder()) })
  const { session_id } = (await created.json()) as { session_id: string }
  expect(created.status).toBe(201)
  expect(await headersOf(`/idverify/v1/sessions/${session_id}`, { method: 'DELETE' })).toEqual({
    status: 204,
    'x-request-id': requestId,
  })
})

test('a method that a path does not take is answered with those that it takes', async () => {
  expect(await headersOf('/idverify/v1/sessions/all-approve', { method: 'PUT', body: '{}' })).toEqual({
    status: 405,
    allow: 'GET, DELETE, HEAD, OPTIONS',
    ...json,
  })
  expect(await headersOf('/openapi.json', { method: 'POST' })).toMatchObject({
    status: 405,
    allow: 'GET, HEAD, OPTIONS',
  })
  expect(await headersOf('/web/index.html', { method: 'PUT' })).toMatchObject({
    status: 405,
    allow: 'GET, POST, HEAD, OPTIONS',
  })
})

test('ids of requests differ', async () => {
  const ids = await Promise.all(
    [1, 2, 3].map(async () => (await fetch(`${server.apiUrl}/sessions/x`)).headers.get('x-request-id')),
  )
  expect(new Set(ids).size).toBe(3)
})

test('JSON of 1,000,000 bytes is taken, one more is not, as no body of more than 10,000,000 is', async () => {
  const post = async (bytes: number) => {
    const answer = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: `"${'x'.repeat(bytes - 2)}"` })
    const { code, errors } = (await answer.json()) as { code: string; errors: { property: string; message: string }[] }
    return [answer.status, code, errors[0]?.property, errors[0]?.message]
  }
  expect((await post(1_000_000)).slice(0, 2)).toEqual([400, 'PAYLOAD_VALIDATION'])
  expect(await post(1_000_001)).toEqual([400, 'MALFORMED_REQUEST', 'body', 'has 1000001 bytes; JSON may have 1000000'])
  expect(await post(10_000_001)).toEqual([
    400,
    'MALFORMED_REQUEST',
    'body',
    'has 10000001 bytes; at most 10000000 are taken',
  ])
})
