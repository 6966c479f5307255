import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { type JWTPayload, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { startServer, testNow } from '../support/server.js'
import { demo, sendRaw, sessionPath } from '../support/signing.js'

type Policy = 'off' | 'lenient' | 'strict'

const start = async (signatures: Policy = 'strict') => {
  const time = { now: Date.parse(testNow) }
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  const server = await startServer({ signatures, clock: { now: () => time.now }, log: 'text', write })
  const ask = async (form: Record<string, string>) => {
    const response = await fetch(`${server.url}/v1/oauth/token`, { method: 'POST', body: new URLSearchParams(form) })
    const body = (await response.json()) as Record<string, unknown>
    return { status: response.status, body }
  }
  const read = async (token: unknown) => {
    const headers = { Authorization: `Bearer ${token}` }
    const { status, body } = await sendRaw(server.url, { target: `/idverify/v1${sessionPath}`, headers })
    return body.code === undefined ? `${status}` : `${status} ${body.code}`
  }
  return { time, lines, ask, read, server, [Symbol.asyncDispose]: server.close }
}

type Assertion = { sdkId?: string; alg?: string; key?: string; claims?: JWTPayload; audience?: string | string[] }

/** The form that the SDKs send: PHP's `aud` is a string, Java's a list of one. */
const formOf = async ({
  sdkId = demo.sdkId,
  alg = 'PS384',
  key = demo.privateKey,
  claims = {},
  audience,
}: Assertion) => {
  const seconds = Math.floor(Date.now() / 1000)
  const subject = `sdk:${sdkId}`
  const jti = 'a0f7f1f1-52ab-4a52-8f36-5f1d2c3b4a59'
  const aud = audience ?? 'http://127.0.0.1:9684/v1/oauth/token'
  const payload = { iss: subject, sub: subject, jti, aud, iat: seconds, exp: seconds + 300, ...claims }
  const assertion = await new SignJWT(payload).setProtectedHeader({ alg, typ: 'JWT' }).sign(createPrivateKey(key))
  return {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: 'idv',
    client_assertion: assertion,
  }
}

const newKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })

test.each([
  ['PHP', 'http://127.0.0.1:9684/v1/oauth/token'],
  ['Java', ['https://auth.api.yoti.com/v1/oauth/token']],
])('the assertion of %s earns a token that a strict server takes instead of a signature', async (_sdk, audience) => {
  await using server = await start()
  const { status, body } = await server.ask(await formOf({ audience }))
  expect({ status, body }).toEqual({
    status: 200,
    body: { access_token: expect.any(String), token_type: 'Bearer', expires_in: 2700, scope: 'idv' },
  })
  expect(await server.read(body['access_token'])).toBe('200')
})

test('a token dies after 45 minutes of the server, and another one is BAD_TOKEN from the start', async () => {
  await using server = await start()
  const { body } = await server.ask(await formOf({}))
  server.time.now += 2_699_000
  expect(await server.read(body['access_token'])).toBe('200')
  server.time.now += 1000
  expect(await server.read(body['access_token'])).toBe('401 BAD_TOKEN')
  expect(server.lines.at(-1)).toContain(`the bearer token of '${demo.sdkId}' has expired`)
  expect(await server.read('invented')).toBe('401 BAD_TOKEN')
  expect(server.lines.at(-1)).toContain('ask for one at POST /v1/oauth/token')
})

test.each([
  ['another key', async () => formOf({ key: newKey() as string }), 401, 'the registered key did not sign it'],
  ['another algorithm', () => formOf({ alg: 'RS256' }), 401, 'another algorithm than PS384'],
  ['an application that is unknown', () => formOf({ sdkId: 'a' }), 401, "no key is registered for the sdkId 'a'"],
  ['an issuer that is no sdkId', () => formOf({ claims: { iss: 'me' } }), 400, "iss must be 'sdk:<sdkId>'"],
  [
    'two applications',
    () => formOf({ claims: { sub: 'sdk:a' } }),
    400,
    'client_assertion.sub: must be the same as iss',
  ],
  ['another audience', () => formOf({ audience: 'https://x/y' }), 400, 'client_assertion.aud: must be the address'],
  [
    'a short jti',
    () => formOf({ claims: { jti: 'a' } }),
    400,
    'client_assertion.jti: must have 16 to 128 bytes; has 1',
  ],
  ['an end in the past', () => formOf({ claims: { exp: 1 } }), 400, 'client_assertion.exp: must be in the future'],
  ['a long life', () => formOf({ claims: { exp: 9_999_999_999 } }), 400, 'client_assertion.exp: must be at most 30'],
  ['no JWT', async () => ({ ...(await formOf({})), client_assertion: 'x' }), 400, 'client_assertion: is not a JWT'],
  [
    'another grant',
    async () => ({ ...(await formOf({})), grant_type: 'password' }),
    400,
    "must be 'client_credentials'",
  ],
  ['an empty form', async () => ({}), 400, 'client_assertion: must not be null or empty'],
] as const)('an assertion with %s earns nothing, and the log says why', async (_what, form, status, told) => {
  await using server = await start()
  const answer = await server.ask(await form())
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.any(String) })
  expect(server.lines.at(-1)).toContain(told)
})

test('a lenient server gives an application without a key its token, and notes it', async () => {
  await using server = await start('lenient')
  const { body } = await server.ask(await formOf({ sdkId: 'a', key: newKey() as string }))
  expect(server.lines.at(-1)).toContain("assertion not verified: no key is registered for the sdkId 'a'")
  expect(await server.read(body['access_token'])).toBe('200')
})

test('the token endpoint takes only POST', async () => {
  await using server = await start()
  const response = await fetch(`${server.server.url}/v1/oauth/token`)
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
})

test.each([
  ['aud', [1], 'must be a string or a list of strings'],
  ['aud', {}, 'must be a string or a list of strings'],
  ['jti', 1, 'must be a string'],
  ['jti', null, 'must be a string'],
  ['iss', ['sdk:x'], 'must be a string'],
  ['sub', {}, 'must be a string'],
  ['exp', 'soon', 'must be a number'],
  ['iat', [], 'must be a number'],
])('the claim %s as %j is refused by its type', async (claim, value, message) => {
  await using server = await start()
  const form = await formOf({})
  const [head, payload = '', signature] = form.client_assertion.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const changed = Buffer.from(JSON.stringify({ ...claims, [claim]: value })).toString('base64url')
  const { status, body } = await server.ask({ ...form, client_assertion: `${head}.${changed}.${signature}` })
  expect({ status, body }).toEqual({
    status: 400,
    body: {
      code: 'MALFORMED_REQUEST',
      message: 'The request is malformed',
      errors: [{ property: `client_assertion.${claim}`, message }],
    },
  })
})

test('a form of more than 50,000 bytes is refused', async () => {
  await using server = await start()
  const { status, body } = await server.ask({ scope: 'x'.repeat(50_000) })
  expect(status).toBe(400)
  expect(body['errors']).toEqual([{ property: 'body', message: 'has 50006 bytes; a form may have 50000' }])
})
