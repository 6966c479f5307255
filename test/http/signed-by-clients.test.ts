import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import { startServer } from '../support/server.js'
import { demo, messageOf, sendRaw, sessionPath, sign } from '../support/signing.js'

const lines: string[] = []
let target: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  target = await startServer({ signatures: 'strict', log: 'text', write: (line) => lines.push(line) })
})
afterAll(() => target.close())

type Client = {
  name: string
  /** What goes between host and signed path; some clients do not strip the slash at the end of their base URL. */
  base?: string
  query: string
  headers: Record<string, string>
}

const id = demo.sdkId
const uuid = (last: string) => `1b671a64-40d5-491e-99b0-da01ff1f33${last}`
const json = 'application/json'

/** One signed GET of each client: its parameter order, its units, its headers. */
const clients: readonly Client[] = [
  {
    name: 'Node 4.13.2',
    query: `sdkId=${id}&nonce=${uuid('01')}&timestamp=1772625600123`,
    headers: { 'X-Yoti-SDK': 'Node', 'X-Yoti-SDK-Version': 'Node-4.13.2', Accept: json },
  },
  {
    name: 'Java 4.1.0, whose timestamp is not an epoch',
    query: `sdkId=${id}&nonce=${uuid('02')}&timestamp=2090058129`,
    headers: {
      'X-Yoti-SDK': 'Java',
      'X-Yoti-SDK-Version': 'Java-4.1.0',
      'Content-Type': json,
      Accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2',
    },
  },
  {
    name: 'PHP 4.5.0',
    query: `sdkId=${id}&nonce=${uuid('03')}&timestamp=1772625600123`,
    headers: { 'X-Yoti-SDK': 'PHP', 'X-Yoti-SDK-Version': 'PHP-4.5.0', Accept: json },
  },
  {
    name: 'Go 3.15.0, with sdkID and parameters in any order',
    query: `timestamp=1772625600000&nonce=1B671A64-40D5-491E-99B0-DA01FF1F3304&sdkID=${id}`,
    headers: { 'X-Yoti-SDK': 'Go', 'X-Yoti-SDK-Version': '3.15.0' },
  },
  {
    name: 'Go 3.15.0, with a slash at the end of its base',
    base: '/idverify/v1/',
    query: `nonce=1B671A64-40D5-491E-99B0-DA01FF1F3305&sdkID=${id}&timestamp=1772625600000`,
    headers: { 'X-Yoti-SDK': 'Go', 'X-Yoti-SDK-Version': '3.15.0' },
  },
  {
    name: 'the sandbox client of Go',
    base: '/sandbox/idverify/v1/',
    query: `nonce=1B671A64-40D5-491E-99B0-DA01FF1F3306&timestamp=1772625600000&sdkId=${id}`,
    headers: { 'X-Yoti-SDK': 'Go', 'X-Yoti-SDK-Version': '3.15.0' },
  },
  {
    name: '.NET 3.17.0, timestamp before nonce',
    query: `sdkId=${id}&timestamp=1772625600123&nonce=${uuid('07')}`,
    headers: { 'X-Yoti-SDK': '.NET', 'X-Yoti-SDK-Version': '.NET-3.17.0.0' },
  },
  {
    name: 'Python 2.14.6',
    base: '/idverify/v1/',
    query: `sdkId=${id}&nonce=${uuid('08')}&timestamp=1772625600123`,
    headers: { 'X-Yoti-SDK': 'Python', 'X-Yoti-SDK-Version': 'Python-2.14.6', 'Content-Type': json, Accept: json },
  },
  {
    name: 'Ruby 1.10.0, in seconds, sdkId last',
    base: '/idverify/v1/',
    query: `nonce=${uuid('09')}&timestamp=1772625600&sdkId=${id}`,
    headers: {
      'X-Yoti-SDK': 'Ruby',
      'X-Yoti-SDK-Version': 'Ruby-1.10.0',
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: '*/*',
    },
  },
  {
    name: "GOV.UK One Login's face-to-face service",
    query: `sdkId=${id}&nonce=${uuid('10')}&timestamp=1772625600123`,
    headers: { 'X-Yoti-SDK': 'Node', 'X-Yoti-SDK-Version': 'Node-4.1.0', Accept: json },
  },
  {
    name: 'the Office of the Public Guardian, with ids in its query and seconds',
    query: `sdkId=${id}&sessionId=all-approve&nonce=${uuid('11')}&timestamp=1772625600`,
    headers: {},
  },
]

const read = (server: MockYoti, { base = '/idverify/v1', query, headers }: Client, path = sessionPath) => {
  const digest = sign(messageOf('GET', `${path}?${query}`))
  return sendRaw(server.url, {
    target: `${base}${path}?${query}`,
    headers: { ...headers, 'X-Yoti-Auth-Digest': digest },
  })
}

test.each(clients)('a strict server reads the signature of $name', async (client) => {
  lines.length = 0
  const { status, body } = await read(target, client)
  expect(body.code).toBeUndefined()
  expect(status).toBe(200)
  expect(lines).toEqual([expect.not.stringContaining('\n')])
})

test.each(['/sandbox/idverify/v1', '/scenario/profile-mismatch/idverify/v1', '//idverify/v1', '/idverify//v1/'])(
  'the base %s is left out of what was signed',
  async (base) => {
    const query = `sdkId=${id}&nonce=${base.length}&timestamp=1`
    const answer = await read(target, { name: 'any', base, query, headers: {} })
    expect(answer.status).toBe(200)
  },
)

test('the path and the query are verified as they were sent, escapes and all', async () => {
  const query = `sdkId=${id}&nonce=a%20b&timestamp=1&x=%c3%A9&empty=`
  expect((await read(target, { name: 'any', query, headers: {} }, '/sessions/all%2Dapprove')).status).toBe(200)
})

test('a nonce that comes again, as in the Office of the Public Guardian, is accepted and noted', async () => {
  const client = { name: 'any', query: `sdkId=${id}&nonce=again&timestamp=1`, headers: {} }
  await read(target, client)
  lines.length = 0
  expect((await read(target, client)).status).toBe(200)
  expect(lines.join()).toContain("the nonce 'again' was sent before")
})
