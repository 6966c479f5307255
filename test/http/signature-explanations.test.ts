import { constants, createSign, generateKeyPairSync, sign as signWith } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../support/server.js'
import { demo, demoQuery, messageOf, sendRaw, sessionPath, sign } from '../support/signing.js'

const lines: string[] = []
let target: Awaited<ReturnType<typeof startServer>>
const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const [registered, unknown] = [newKeys(), newKeys()]

beforeAll(async () => {
  target = await startServer({ log: 'text', write: (line) => lines.push(line) })
  await target.control.applications.put('other', { public_key: registered.publicKey })
})
afterAll(() => target.close())

const query = demoQuery()
const right = `${sessionPath}?${query}`
const sent = JSON.stringify({ url: 'https://a/b', list: [1, 2] })

type Sent = { digest: string; sdkQuery?: string; body?: string }

/** What the log says of a request that was refused. */
const refused = async ({ digest, sdkQuery = query, body = '' }: Sent) => {
  lines.length = 0
  const headers = { 'X-Yoti-Auth-Digest': digest }
  const answer = await sendRaw(target.url, { target: `/idverify/v1${sessionPath}?${sdkQuery}`, headers, body })
  expect(answer).toMatchObject({
    status: 401,
    body: { code: 'MESSAGE_SIGNING', message: 'The message was not signed correctly' },
  })
  return lines.join('\n')
}

test('every explanation shows the exact string that the server expected', async () => {
  expect(await refused({ digest: sign('x') })).toContain(`The server expects 'GET&${right}' to be signed`)
})

const byQuery = [
  ['the base path', `GET&/idverify/v1${right}`, "the base path '/idverify/v1' was signed too"],
  ['no query', `GET&${sessionPath}`, 'the query was not signed'],
  ['another order', `GET&${sessionPath}?${query.split('&').reverse().join('&')}`, 'in another order than it was sent'],
  [
    'a parameter less',
    `GET&${sessionPath}?${query.replace(/&timestamp.*/, '')}`,
    "'timestamp=1772625600000' was sent but",
  ],
  ['no leading slash', `GET&${right.slice(1)}`, 'without its leading slash'],
  ['a doubled slash', `GET&/${right}`, 'with a doubled slash'],
  ['a slash at the end', `GET&${sessionPath}/?${query}`, 'with a slash at its end that was not sent'],
  ['another method', `POST&${right}`, "signed as 'POST'; 'GET' was sent"],
  ['the method in lower case', `get&${right}`, "signed as 'get'; 'GET' was sent"],
  ['a blank, as an old page printed it', `GET ${right}`, 'a blank was signed after the method'],
  ["the method twice, as Yoti's page prints it", `GET GET&${right}`, 'the method was signed twice'],
  ["an '&' for an empty body", `GET&${right}&`, "an '&' was signed for a body that is empty"],
] as const

test.each(byQuery)('%s signed: the log says so', async (_what, message, told) => {
  const log = await refused({ digest: sign(message) })
  expect(log).toContain(told)
  expect(log).toContain(`The digest is that of '${message}'`)
})

const base64 = (text: string, encoding: BufferEncoding = 'base64') => Buffer.from(text).toString(encoding)
const escaped = sent.replaceAll('/', '\\/')
const byBody = [
  ['left out', `GET&${right}`, 'the body was not signed'],
  ['as it is', `GET&${right}&${sent}`, 'the body was signed as it is'],
  ['as hexadecimal', `GET&${right}&${base64(sent, 'hex')}`, 'the body was signed as hexadecimal'],
  [
    'as base64url',
    `GET&${right}&${base64(`${sent}??>`, 'base64url')}`,
    'the body was signed as base64url',
    `${sent}??>`,
  ],
  ['with indentation', messageOf('GET', right, JSON.stringify(JSON.parse(sent), undefined, 2)), 'serialised again'],
  ['as PHP writes it', messageOf('GET', right, escaped), 'serialised again'],
  ['as Python writes it', messageOf('GET', right, '{"url": "https://a/b", "list": [1, 2]}'), 'serialised again'],
  ['with a line end', messageOf('GET', right, `${sent}\n`), 'serialised again'],
] as const

test.each<readonly string[]>(byBody)(
  'a body signed %s: the log says so',
  async (_what, message = '', told = '', body = sent) => {
    expect(await refused({ digest: sign(message), body })).toContain(told)
  },
)

test('a body signed as it was sent passes', async () => {
  const headers = { 'X-Yoti-Auth-Digest': sign(messageOf('GET', right, sent)) }
  const answer = await sendRaw(target.url, { target: `/idverify/v1${right}`, headers, body: sent })
  expect(answer.status).toBe(200)
})

const otherQuery = 'sdkId=other&nonce=n&timestamp=1'
const otherMessage = `GET&${sessionPath}?${otherQuery}`

test('the demo key where another is registered: the log says so', async () => {
  const log = await refused({ digest: sign(otherMessage), sdkQuery: otherQuery })
  expect(log).toContain("made with the demo key, but 'other' has another key registered")
})

test("another application's key: the log names the application", async () => {
  const log = await refused({ digest: sign(`GET&${right}`, registered.privateKey) })
  expect(log).toContain(`made with the key of the application 'other', but '${demo.sdkId}' has another key registered`)
})

test('a key that nobody registered: the log says how to register it', async () => {
  const log = await refused({ digest: sign(`GET&${right}`, unknown.privateKey) })
  expect(log).toContain(`no registered key made the digest. Register its public key: --key ${demo.sdkId}=FILE`)
})

test('PSS instead of PKCS#1: the log says so', async () => {
  const key = { key: demo.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING }
  const digest = signWith('sha256', Buffer.from(`GET&${right}`), key).toString('base64')
  expect(await refused({ digest })).toContain('the padding is PSS; sign with PKCS#1 v1.5')
})

test.each(['SHA1', 'SHA384', 'SHA512'])('%s instead of SHA-256: the log says so', async (hash) => {
  const digest = createSign(`RSA-${hash}`).update(`GET&${right}`).sign(demo.privateKey, 'base64')
  expect(await refused({ digest })).toContain(`made with SHA-${hash.slice(3)}; SHA-256 is expected`)
})

test('a digest that is no signature at all: the log says why', async () => {
  const hex = Buffer.from(sign(`GET&${right}`), 'base64').toString('hex')
  expect(await refused({ digest: hex })).toContain('the digest is hexadecimal')
  expect(await refused({ digest: '<digest>' })).toContain('the digest is not base64')
  expect(await refused({ digest: 'bm90IGEgc2lnbmF0dXJl' })).toContain(
    'the digest has 15 bytes; a signature by the registered key has 256',
  )
})

test('the right key over a string that nobody can guess: the log gives both hashes', async () => {
  expect(await refused({ digest: sign('something else') })).toMatch(
    /signed another string, whose SHA-256 is [0-9a-f]{64}/,
  )
})

test('a large body is cut in the middle of its explanation', async () => {
  const log = await refused({ digest: sign(`GET&${right}`), body: JSON.stringify('x'.repeat(100_000)) })
  expect(log).toContain('the body was not signed')
  expect(log.length).toBeLessThan(6000)
})

test('a body of nine megabytes with a wrong digest is refused, and the server goes on', async () => {
  const body = JSON.stringify('x'.repeat(9_000_000))
  expect(await refused({ digest: sign(`GET&${right}`), body })).toContain('the body was not signed')
  expect(await refused({ digest: sign('something else'), body })).toContain('the right key signed another string')
})
