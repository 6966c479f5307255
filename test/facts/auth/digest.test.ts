import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'
import { demo, demoQuery, messageOf, sendRaw, sign } from '../../support/signing.js'

// Yoti docs, "Create a session" (in-branch): METHOD, '&', the path below the base with its query, and for a body '&' and
// its standard base64; SHA256withRSA, PKCS#1 v1.5; base64 in X-Yoti-Auth-Digest. Codes: Yoti's API description.
let lenient: Awaited<ReturnType<typeof startServer>>
let strict: Awaited<ReturnType<typeof startServer>>
let off: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  lenient = await startServer()
  strict = await startServer({ signatures: 'strict' })
  off = await startServer({ signatures: 'off' })
})
afterAll(async () => {
  for (const server of [lenient, strict, off]) await server.close()
})

const path = '/sessions/all-approve'
const query = demoQuery()
type Server = { readonly url: string }

const call = async ({ url }: Server, asked: string, digest?: string) => {
  const headers = digest === undefined ? {} : { 'X-Yoti-Auth-Digest': digest }
  const { status, body } = await sendRaw(url, { target: `/idverify/v1${path}${asked}`, headers })
  const told = (body.errors ?? []).map(({ property, message }) => `${property} ${message}`)
  return [status, ...(status === 200 ? [] : [body.code, ...told])]
}
const good = sign(messageOf('GET', `${path}?${query}`))
const missing = 'header.X-Yoti-Auth-Digest must not be null or empty'

test('a request that is signed as Yoti says is answered by every policy', async () => {
  for (const server of [lenient, strict, off]) expect(await call(server, `?${query}`, good)).toEqual([200])
})

test('a signature that does not fit is refused, unless the policy is off', async () => {
  const other = sign(messageOf('GET', `/sessions/another?${query}`))
  expect(await call(lenient, `?${query}`, other)).toEqual([401, 'MESSAGE_SIGNING'])
  expect(await call(strict, `?${query}`, other)).toEqual([401, 'MESSAGE_SIGNING'])
  expect(await call(off, `?${query}`, other)).toEqual([200])
})

test('whoever has a key signs; without one a lenient server takes anything', async () => {
  expect(await call(lenient, `?${query}`)).toEqual([400, 'MALFORMED_REQUEST', missing])
  expect(await call(lenient, `?${query}`, '')).toEqual([400, 'MALFORMED_REQUEST', missing])
  expect(await call(lenient, '')).toEqual([200])
  expect(await call(lenient, '?sdkId=unknown')).toEqual([200])
  expect(await call(lenient, '?sdkId=unknown', 'AAAA')).toEqual([200])
  expect(await call(lenient, '', 'AAAA')).toEqual([200])
  expect(await call(strict, '')).toEqual([400, 'MALFORMED_REQUEST', missing])
  expect(await call(strict, '?sdkId=unknown', 'AAAA')).toEqual([401, 'BAD_SDK_ID'])
  expect(await call(strict, '', 'AAAA')).toEqual([401, 'BAD_SDK_ID'])
})

const signed = (asked: string) => sign(messageOf('GET', `${path}?${asked}`))

test.each([
  [`sdkId=${demo.sdkId}&timestamp=1`, ['query.nonce must not be null or empty']],
  [`sdkId=${demo.sdkId}&nonce=&timestamp=1`, ['query.nonce must not be null or empty']],
  [`sdkId=${demo.sdkId}&nonce=a`, ['query.timestamp must not be null or empty']],
  [`sdkId=${demo.sdkId}&nonce=a&timestamp=`, ['query.timestamp must not be null or empty']],
  [`sdkId=${demo.sdkId}&nonce=a&timestamp=now`, ['query.timestamp must be a number']],
  [`sdkId=${demo.sdkId}&nonce=a&timestamp=1.5`, ['query.timestamp must be a number']],
  [`sdkId=${demo.sdkId}`, ['query.nonce must not be null or empty', 'query.timestamp must not be null or empty']],
])('%s: a strict server refuses what a lenient one notes', async (asked, errors) => {
  expect(await call(strict, `?${asked}`, signed(asked))).toEqual([400, 'MALFORMED_REQUEST', ...errors])
  expect(await call(lenient, `?${asked}`, signed(asked))).toEqual([200])
})

// Go writes it sdkID; seconds, milliseconds and nanoseconds are all sent.
test.each([
  `sdkID=${demo.sdkId}&nonce=a&timestamp=1`,
  `nonce=a&sdkId=${demo.sdkId}&timestamp=1772625600`,
  `sdkId=${demo.sdkId}&nonce=b&timestamp=1772625600000`,
  `sdkId=${demo.sdkId}&nonce=c&timestamp=123456789012345678`,
  `sdkId=${demo.sdkId.replace('-', '%2D')}&nonce=d&timestamp=1`,
])('%s is a query that clients send', async (asked) => {
  expect(await call(strict, `?${asked}`, signed(asked))).toEqual([200])
})

test('base64url is taken; hexadecimal is not', async () => {
  expect(await call(strict, `?${query}`, Buffer.from(good, 'base64').toString('base64url'))).toEqual([200])
  expect(await call(strict, `?${query}`, Buffer.from(good, 'base64').toString('hex'))).toEqual([401, 'MESSAGE_SIGNING'])
})

test('a body is signed by its base64', async () => {
  const body = '{"requested_checks":[]}'
  const post = async (digest: string) => {
    const target = `/idverify/v1/sessions?${query}`
    const answer = await sendRaw(strict.url, {
      method: 'POST',
      target,
      body,
      headers: { 'X-Yoti-Auth-Digest': digest },
    })
    return answer.body.code
  }
  expect(await post(sign(messageOf('POST', `/sessions?${query}`, body)))).toBe('PAYLOAD_VALIDATION')
  expect(await post(sign(messageOf('POST', `/sessions?${query}`)))).toBe('MESSAGE_SIGNING')
  expect(await post(sign(`POST&/sessions?${query}&${body}`))).toBe('MESSAGE_SIGNING')
})

test('supported documents need no signature', async () => {
  expect((await fetch(`${strict.apiUrl}/supported-documents`)).status).toBe(200)
})

// Yoti docs, "Central authentication": tokens live 45 minutes.
test('a bearer token that nobody issued is refused, unless the policy is off', async () => {
  const status = async ({ apiUrl }: { apiUrl: string }) => {
    const answer = await fetch(`${apiUrl}${path}`, { headers: { Authorization: 'Bearer x' } })
    return [answer.status, ((await answer.json()) as { code?: string }).code]
  }
  expect(await status(lenient)).toEqual([401, 'BAD_TOKEN'])
  expect(await status(strict)).toEqual([401, 'BAD_TOKEN'])
  expect(await status(off)).toEqual([200, undefined])
})

test('what is odd about a signed request is told in the journal', async () => {
  const { url, control } = lenient
  await control.requests.clear()
  await call({ url }, `?${query}`, good)
  await call({ url }, `?${query}`, Buffer.from(good, 'base64').toString('base64url'))
  await call({ url }, '')
  await call({ url }, '?sdkId=unknown', 'AAAA')
  await call({ url }, `?${query}`, sign(messageOf('GET', `/idverify/v1${path}?${query}`)))
  const told = (await control.requests.list()).map(({ signature }) => [signature?.verdict, signature?.explanation])
  expect(told.slice(1, 4)).toEqual([
    [
      'verified',
      expect.stringMatching(
        /^the nonce '.*' was sent before; .*; the digest is base64url; Yoti expects standard base64$/,
      ),
    ],
    ['unsigned', 'not signed: Yoti would answer 400 MALFORMED_REQUEST'],
    [
      'unverified',
      "signature not verified: no key is registered for the sdkId 'unknown'; register it with --key unknown=FILE",
    ],
  ])
  expect(told[4]?.[0]).toBe('refused')
  expect(told[4]?.[1]).toContain("the base path '/idverify/v1' was signed too; sign the path below the base URL")
})
