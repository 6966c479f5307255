import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'
import { demo, demoQuery, sendRaw, sessionPath, sign } from '../support/signing.js'

const start = async (signatures: 'off' | 'lenient' | 'strict') => {
  const lines: string[] = []
  const server = await startServer({ signatures, log: 'text', write: (line) => lines.push(line) })
  const read = async (query: string, headers: Record<string, string> = {}) => {
    lines.length = 0
    const { status, body } = await sendRaw(server.url, { target: `/idverify/v1${sessionPath}${query}`, headers })
    return { answer: body.code === undefined ? `${status}` : `${status} ${body.code}`, body, log: lines.join('\n') }
  }
  return { server, read, [Symbol.asyncDispose]: server.close }
}

const noSignature = { 'X-Yoti-Auth-Digest': 'bm90IGEgc2lnbmF0dXJl' }
const valid = { 'X-Yoti-Auth-Digest': sign(`GET&${sessionPath}?${demoQuery()}`) }

const requests = {
  'nothing at all': ['', {}],
  'a digest without an sdkId': ['?nonce=a&timestamp=1', noSignature],
  'an unknown sdkId and no digest': ['?sdkId=a&nonce=a&timestamp=1', {}],
  'an unknown sdkId and a digest': ['?sdkId=a&nonce=a&timestamp=1', noSignature],
  'a known sdkId and no digest': [`?${demoQuery()}`, {}],
  'a known sdkId and a wrong digest': [`?${demoQuery()}`, noSignature],
  'a known sdkId and its digest': [`?${demoQuery()}`, valid],
  'a bearer token that nobody issued': ['', { Authorization: 'Bearer nobody' }],
} as const satisfies Record<string, readonly [string, Record<string, string>]>

/** The table of docs/signatures.md: what is answered, by request and policy. */
const rows = readFileSync(new URL('../../docs/signatures.md', import.meta.url), 'utf8').matchAll(
  /^\| (an? .+|nothing at all) \| (.+) \| (.+) \| (.+) \|$/gm,
)
const asStatus = (cell = '') => (cell.startsWith('accepted') ? '200' : cell.replaceAll('`', ''))
const answers = [...rows].map(([, what = '', off, lenient, strict]) => ({
  what,
  off: asStatus(off),
  lenient: asStatus(lenient),
  strict: asStatus(strict),
}))

test.each(['off', 'lenient', 'strict'] as const)(
  '--signatures %s answers as docs/signatures.md says',
  async (policy) => {
    await using server = await start(policy)
    const seen: Record<string, string> = {}
    for (const [what, [query, headers]] of Object.entries(requests))
      seen[what] = (await server.read(query, headers)).answer
    expect(seen).toEqual(Object.fromEntries(answers.map((row) => [row.what, row[policy]])))
  },
)

test('a registered key and no digest: the answer names the header, as Yoti does', async () => {
  await using server = await start('lenient')
  const { body } = await server.read(`?${demoQuery()}`)
  expect(body.errors).toEqual([{ property: 'header.X-Yoti-Auth-Digest', message: 'must not be null or empty' }])
})

test('what lenient accepts and Yoti would not is noted in the log', async () => {
  await using server = await start('lenient')
  expect((await server.read('')).log).toContain('not signed: Yoti would answer 400 MALFORMED_REQUEST')
  expect((await server.read('?sdkId=a', noSignature)).log).toContain("no key is registered for the sdkId 'a'")
  expect((await server.read('?nonce=a', noSignature)).log).toContain('the query has no sdkId')
})

test('a signed request without a nonce is noted, or refused by a strict server', async () => {
  const query = `?sdkId=${demo.sdkId}&timestamp=today`
  const headers = { 'X-Yoti-Auth-Digest': sign(`GET&${sessionPath}${query}`) }
  await using lenient = await start('lenient')
  expect(await lenient.read(query, headers)).toMatchObject({ answer: '200' })
  await using strict = await start('strict')
  expect((await strict.read(query, headers)).body.errors).toEqual([
    { property: 'query.nonce', message: 'must not be null or empty' },
    { property: 'query.timestamp', message: 'must be a number' },
  ])
})

test('an application can have a policy of its own, set through the control API', async () => {
  await using server = await start('lenient')
  const { control } = server.server
  await control.applications.put('careful', { signatures: 'strict' })
  await control.applications.put('careless', { signatures: 'off', public_key: demo.publicKey })
  expect((await server.read('?sdkId=careful', noSignature)).answer).toBe('401 BAD_SDK_ID')
  expect((await server.read('?sdkId=careless', noSignature)).answer).toBe('200')
  const list = await control.applications.list()
  expect(list.map(({ sdk_id, signatures }) => [sdk_id, signatures])).toEqual([
    [demo.sdkId, 'lenient'],
    ['careful', 'strict'],
    ['careless', 'off'],
  ])
  expect(list[0]?.public_keys).toEqual([demo.publicKey])
})

test('a key that cannot be read is refused with what is wrong with it', async () => {
  await using server = await start('lenient')
  const put = (public_key: string) => server.server.control.applications.put('a', { public_key })
  await expect(put('no key')).rejects.toThrow("public_key it has no '-----BEGIN PUBLIC KEY-----': a PEM is expected")
  await expect(put('-----BEGIN PUBLIC KEY-----')).rejects.toThrow("it has no '-----END PUBLIC KEY-----'")
  const { publicKey } = generateKeyPairSync('ed25519')
  await expect(put(publicKey.export({ type: 'spki', format: 'pem' }) as string)).rejects.toThrow('of type ed25519')
})

type Item = Record<string, { security?: object[] }> & { servers?: { url: string }[] }

test('every operation asks a strict server for a signature, but for those that openapi.yaml leaves open', async () => {
  await using server = await start('strict')
  const response = await fetch(`${server.server.url}/openapi.json`)
  const document = (await response.json()) as { security: object[]; paths: Record<string, Item> }
  for (const [path, item] of Object.entries(document.paths))
    for (const method of ['get', 'put', 'post', 'delete'].filter((name) => item[name])) {
      const security = item[method]?.security ?? document.security
      const [own] = item.servers ?? []
      const base = own === undefined ? '/idverify/v1' : new URL(own.url).pathname
      const target = `${base}${path.replaceAll(/\{\w+\}/g, 'all-approve')}`
      const { body } = await sendRaw(server.server.url, { method: method.toUpperCase(), target })
      const isOpen = security.length === 0 || security.some((scheme) => Object.keys(scheme).length === 0)
      expect([target, body.errors?.[0]?.property === 'header.X-Yoti-Auth-Digest']).toEqual([target, !isOpen])
    }
})
