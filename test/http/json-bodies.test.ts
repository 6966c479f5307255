import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const post = async (path: string, body: string | Uint8Array<ArrayBuffer>) => {
  const response = await fetch(`${target.url}${path}`, { method: 'POST', body })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const create = (body: string | Uint8Array<ArrayBuffer>) => post('/idverify/v1/sessions', body)

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part) : part)]))

const refused = (message: string) => ({
  status: 400,
  body: {
    code: 'MALFORMED_REQUEST',
    message: 'The request is malformed',
    errors: [{ property: 'body', message }],
  },
})

test('a body of 5,000 levels is refused, and the journal shows it', async () => {
  const answer = await create(`{"user_tracking_id":${nested(5000)}}`)
  expect(answer).toEqual(refused('is nested more than 64 levels deep'))
  expectDocumented('yoti', 'createSession', 400, answer.body)
  const journal = await fetch(`${target.url}/__mock/requests`)
  expect(journal.status).toBe(200)
  const { requests } = (await journal.json()) as { requests: { path: string; status: number }[] }
  expect(requests.at(-1)).toMatchObject({ path: '/idverify/v1/sessions', status: 400 })
})

test('64 levels are read, brackets in texts do not count', async () => {
  const order = { ...inBranchOrder(), sdk_config: { own: JSON.parse(nested(62)) } }
  expect((await create(JSON.stringify(order))).status).toBe(201)
  expect((await create(JSON.stringify({ ...order, sdk_config: { own: JSON.parse(nested(63)) } }))).status).toBe(400)
  const text = { ...inBranchOrder(), user_tracking_id: `\\"${'['.repeat(100)}` }
  expect((await create(JSON.stringify(text))).status).toBe(201)
})

test('a rule whose body is nested too deeply is refused and not stored', async () => {
  const rule = `{"operation":"getSession","status":500,"body":{"own":${nested(5000)}}}`
  expect(await post('/__mock/faults', rule)).toEqual(refused('is nested more than 64 levels deep'))
  const faults = (await (await fetch(`${target.url}/__mock/faults`)).json()) as { faults: unknown[] }
  expect(faults.faults).toEqual([])
})

test('A megabyte of brackets, or JSON of more than a megabyte, are refused', async () => {
  const order = JSON.stringify({ ...inBranchOrder(), user_tracking_id: 'x'.repeat(1_000_000) })
  expect(await create(order)).toEqual(refused(`has ${order.length} bytes; JSON may have 1000000`))
  expect(await create('['.repeat(1_000_000))).toEqual(refused('is nested more than 64 levels deep'))
})

test('a byte-order mark before JSON is skipped', async () => {
  const order = bytes([0xef, 0xbb, 0xbf], JSON.stringify(inBranchOrder()))
  expect((await create(order)).status).toBe(201)
  const expectation = bytes([0xef, 0xbb, 0xbf], '{"sdkId":"nobody-uses-this-one","atMost":0}')
  expect((await post('/__mock/requests/verify', expectation)).status).toBe(200)
})

test.each([
  ['a byte that never occurs', [0xff], 4],
  ['a sequence that is cut', [0xc3], 4],
  ['half of a surrogate pair', [0xed, 0xa0, 0x80], 4],
  ['the first bytes of U+FFFD', [0xef, 0xbf], 4],
  ['a good character, then a bad byte', [0xc3, 0xa9, 0x80], 6],
])('%s is refused with its position', async (_what, bad, position) => {
  const body = bytes('{"é', bad, '":1}')
  // The accented letter takes two bytes, so the bad ones begin at byte 4.
  expect(await create(body)).toEqual(refused(`is not UTF-8: the byte at position ${position}`))
})

test('the position counts from the start of the body, its byte-order mark included', async () => {
  expect(await create(bytes([0xef, 0xbb, 0xbf], '{"', [0xff], '":1}'))).toEqual(
    refused('is not UTF-8: the byte at position 5'),
  )
})

test.each([
  ['a value', '{"search_string":"\\ud800"}'],
  ['a key', '{"search_string":"x","\\uDFFF":1}'],
  ['the wrong order', '{"search_string":"\\udc00\\ud83d"}'],
])('half of a surrogate pair in %s is refused', async (_where, body) => {
  expect(await post('/idverify/v1/lookup/uk-post-office', body)).toEqual(
    refused('has half of a surrogate pair, such as \\ud800 without the other half'),
  )
})

test('a whole surrogate pair is a character', async () => {
  const order = JSON.stringify({ ...inBranchOrder(), user_tracking_id: 'PAIR' }).replace('PAIR', '\\ud83d\\ude00')
  expect((await create(order)).status).toBe(201)
})

test('headers named like members of JavaScript objects are shown in the journal', async () => {
  const sdkId = 'odd-headers'
  const { hostname, port } = new URL(target.url)
  const socket = connect(Number(port), hostname)
  socket.write(
    `GET /idverify/v1/sessions/all-approve?sdkId=${sdkId} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n` +
      'constructor: one\r\n__proto__: two\r\ntoString: three\r\n\r\n',
  )
  expect((await socket.toArray()).join('')).toContain('HTTP/1.1 200 OK')
  const journal = await fetch(`${target.url}/__mock/requests?sdkId=${sdkId}`)
  const text = await journal.text()
  expect(text).toContain('"constructor":"one"')
  expect(text).toContain('"__proto__":"two"')
  expect(text).toContain('"tostring":"three"')
})
