import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'

// docs/faults.md: what a rule may say, and when it is applied.
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

let suites = 0
const suite = () => {
  suites += 1
  const sdkId = `suite-${suites}`
  const read = async () => {
    const started = performance.now()
    const answer = await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)
    const headers = performance.now() - started
    await answer.arrayBuffer()
    return { status: answer.status, headers, all: performance.now() - started }
  }
  const delays = async () => (await server.control.requests.list({ sdkId })).map(({ fault }) => fault?.delay)
  return { sdkId, read, delays }
}

// The first four bytes of SHA-256 of 'one/delay/<n>', as a part of the range: `printf 'one/delay/1' | sha256sum`.
test('a delay from 10 to 30 ms is drawn between them, the same in every run with the same seed', async () => {
  const { sdkId, read, delays } = suite()
  await server.control.faults.add({ sdkId, delay: { from: 10, to: 30 }, seed: 'one' })
  for (let call = 0; call < 6; call++) await read()
  expect(await delays()).toEqual([14, 23, 17, 26, 12, 21])
})

test('a range may be written as durations, and both ends may be the same', async () => {
  const { sdkId, read, delays } = suite()
  await server.control.faults.add({ sdkId, delay: { from: 'PT0.005S', to: 5 } })
  await read()
  expect(await delays()).toEqual([5])
})

test('a delay holds up the answer, and the journal says how long', async () => {
  const { sdkId, read, delays } = suite()
  await server.control.faults.add({ sdkId, delay: 'PT0.12S' })
  const { headers, status } = await read()
  expect(status).toBe(200)
  expect(headers).toBeGreaterThanOrEqual(118)
  expect(await delays()).toEqual([120])
})

// Ten pieces, nine waits between them: 0.4 s take 360 ms, not 40 and not 3,600.
test('a slow body takes as long as it says, and its head comes at once', async () => {
  const { sdkId, read } = suite()
  await server.control.faults.add({ sdkId, slowBody: 'PT0.4S' })
  const { headers, all } = await read()
  expect(all - headers).toBeGreaterThanOrEqual(340)
  expect(all - headers).toBeLessThan(2500)
})

const refusal = async (rule: object) => {
  const answer = await fetch(`${server.url}/__mock/faults`, { method: 'POST', body: JSON.stringify(rule) })
  const { errors = [] } = (await answer.json()) as { errors?: { property: string; message: string }[] }
  const told = errors.map(({ property, message }) => `${property} ${message}`).join('; ')
  return answer.status === 201 ? 'taken' : `${answer.status} ${told}`
}
const span = (is: string) => `is '${is}'; expected milliseconds or an ISO-8601 duration such as PT2S, at most 3600 s`

test.each([
  [{ delay: 3_600_000, times: 1, sdkId: 'none' }, 'taken'],
  [{ delay: 3_600_001 }, `delay ${span('3600001')}`],
  [{ delay: 'PT1H', sdkId: 'none' }, 'taken'],
  [{ delay: 'PT1H0.001S' }, `delay ${span('PT1H0.001S')}`],
  [{ delay: 'P1M' }, `delay ${span('P1M')}`],
  [{ slowBody: 'soon' }, `slowBody ${span('soon')}`],
  [{ delay: { from: 'x', to: 'y' } }, `delay.from ${span('x')}; delay.to ${span('y')}`],
  [{ delay: { from: 2, to: 1 } }, 'delay ends before it begins: from 2 to 1'],
  [{ delay: { from: 'PT2S', to: 1999 } }, 'delay ends before it begins: from PT2S to 1999'],
  [{ status: 204, body: {} }, 'status is 204, which has no body'],
  [{ status: 204, message: 'x' }, 'status is 204, which has no body'],
  [{ status: 200, message: 'x' }, 'status is 200, and code, message and errors belong to an error: 400 or more'],
  [
    { status: 399, code: 'SERVER_ERROR' },
    'status is 399, and code, message and errors belong to an error: 400 or more',
  ],
  [{ status: 400, message: 'x', sdkId: 'none' }, 'taken'],
  [{ body: {} }, 'body needs the status that it is sent with'],
  [{ status: 500, body: {}, message: 'x' }, 'body stands for the whole body: leave out code, message and errors'],
  [
    { status: 500, body: {}, code: 'SERVER_ERROR' },
    'body stands for the whole body: leave out code, message and errors',
  ],
  [{ message: 'x' }, 'code is missing: message and errors belong to an error'],
  [{ errors: [] }, 'code is missing: message and errors belong to an error'],
  [{}, 'fault does nothing: give a status, code, headers, delay, slowBody or spoil'],
  [{ headers: { Date: 'x' } }, 'headers.Date is set by the server; to spoil it use spoil'],
  [{ headers: { 'content-length': '1' } }, 'headers.content-length is set by the server; to spoil it use spoil'],
  [{ headers: { 'Transfer-Encoding': '1' } }, 'headers.Transfer-Encoding is set by the server; to spoil it use spoil'],
  [{ headers: { Connection: '1' } }, 'headers.Connection is set by the server; to spoil it use spoil'],
  [{ headers: { 'Keep-Alive': '1' } }, 'headers.Keep-Alive is set by the server; to spoil it use spoil'],
])('the rule %j is %s', async (rule, expected) => {
  expect(await refusal(rule)).toBe(expected === 'taken' ? expected : `400 ${expected}`)
})

test('a code that does not exist is refused with the nearest and all', async () => {
  expect(await refusal({ code: 'SERVER_EROR' })).toMatch(
    /^400 code no error is called 'SERVER_EROR'\. Did you mean 'SERVER_ERROR'\? Known: MALFORMED_REQUEST, PAYLOAD_VALIDATION, /,
  )
  // One of ours, which Yoti never sends.
  expect(await refusal({ code: 'NOT_FOUND' })).toMatch(/^400 code no error is called 'NOT_FOUND'\./)
})
