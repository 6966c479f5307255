import { constants, createSign } from 'node:crypto'
import { expect, test } from 'vitest'
import { startServer } from '../../support/server.js'
import { demo } from '../../support/signing.js'

// Yoti docs, "Central authentication": client credentials with a JWT signed PS384; iss and sub `sdk:<id>`; jti of 16 to 128
// bytes; at most 30 minutes; the token lives 45 minutes.
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const assertion = (changes: object = {}, alg = 'PS384') => {
  const now = Math.floor(Date.now() / 1000)
  const issuer = `sdk:${demo.sdkId}`
  const audience = 'https://auth.api.yoti.com/v1/oauth/token'
  const claims = {
    iss: issuer,
    sub: issuer,
    aud: audience,
    jti: '0123456789abcdef',
    iat: now,
    exp: now + 600,
    ...changes,
  }
  const text = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`
  const key = { key: demo.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: alg === 'PS384' ? 48 : 32 }
  return `${text}.${createSign(alg === 'PS384' ? 'sha384' : 'sha256')
    .update(text)
    .sign(key, 'base64url')}`
}

const ask = async (url: string, client_assertion: string, changes: Record<string, string> = {}) => {
  const form = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: 'idv:session:read',
    client_assertion,
    ...changes,
  }
  const answer = await fetch(`${url}/v1/oauth/token`, { method: 'POST', body: new URLSearchParams(form) })
  const body = (await answer.json()) as Record<string, unknown> & { errors?: { property: string; message: string }[] }
  return {
    status: answer.status,
    body,
    told: (body.errors ?? []).map(({ property, message }) => `${property} ${message}`),
  }
}

test('a token is for Bearer, lives 2,700 seconds by the clock of its application, and repeats the scope', async () => {
  await using server = await startServer()
  const { status, body } = await ask(server.url, assertion())
  expect([status, body]).toEqual([
    200,
    { access_token: expect.any(String), token_type: 'Bearer', expires_in: 2700, scope: 'idv:session:read' },
  ])
  const read = async () => {
    const headers = { Authorization: `Bearer ${body['access_token']}` }
    return (await fetch(`${server.apiUrl}/sessions/all-approve`, { headers })).status
  }
  expect(await read()).toBe(200)
  await server.control.clock.advance('PT2699S', { sdkId: demo.sdkId })
  expect(await read()).toBe(200)
  await server.control.clock.advance('PT1S', { sdkId: demo.sdkId })
  expect(await read()).toBe(401)
})

test('claims that Yoti refuses are refused, all at once', async () => {
  await using server = await startServer()
  const now = Math.floor(Date.now() / 1000)
  const told = async (changes: object) => (await ask(server.url, assertion(changes))).told
  expect(await told({ sub: 'sdk:x' })).toEqual([
    `client_assertion.sub must be the same as iss; got 'sdk:x' and 'sdk:${demo.sdkId}'`,
  ])
  expect(await told({ aud: 'https://x.example' })).toEqual([
    "client_assertion.aud must be the address of the token endpoint; got 'https://x.example'",
  ])
  expect(await told({ aud: ['https://x.example', `${server.url}/v1/oauth/token/`] })).toEqual([])
  expect(await told({ jti: 'x'.repeat(15) })).toEqual(['client_assertion.jti must have 16 to 128 bytes; has 15'])
  expect(await told({ jti: 'x'.repeat(129) })).toEqual(['client_assertion.jti must have 16 to 128 bytes; has 129'])
  expect(await told({ jti: 'x'.repeat(128) })).toEqual([])
  expect(await told({ exp: undefined })).toEqual(['client_assertion.exp must not be null or empty'])
  expect(await told({ exp: now - 1 })).toEqual(['client_assertion.exp must be in the future'])
  expect(await told({ iat: now, exp: now + 1800 })).toEqual([])
  expect(await told({ iat: now - 60, exp: now + 1770 })).toEqual([
    'client_assertion.exp must be at most 30 minutes ahead',
  ])
})

test('the form and the signature', async () => {
  await using server = await startServer()
  expect((await ask(server.url, '')).told).toEqual(['client_assertion must not be null or empty'])
  expect((await ask(server.url, 'x')).told).toEqual(['client_assertion is not a JWT'])
  expect((await ask(server.url, assertion({ iss: 'x' }))).told).toEqual([
    "client_assertion iss must be 'sdk:<sdkId>'; got 'x'",
  ])
  expect((await ask(server.url, assertion(), { grant_type: 'password' })).told).toEqual([
    "grant_type must be 'client_credentials'; got 'password'",
  ])
  expect((await ask(server.url, assertion(), { client_assertion_type: '' })).told).toEqual([
    "client_assertion_type must be 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'; got ''",
  ])
  const { status, body } = await ask(server.url, assertion({}, 'PS256'))
  expect([status, body['code']]).toEqual([401, 'MESSAGE_SIGNING'])
})
