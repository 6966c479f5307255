import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowedHosts, guardLookup } from '../../../server/webhooks/addresses.js'
import { type NotifiedServer, openNotified } from '../../support/notified.js'

// Link-local: RFC 3927 and RFC 4291. Metadata: AWS, Azure (168.63.129.16), Oracle (192.0.0.192), Alibaba (100.100.100.200),
// AWS and Google over IPv6. IPv4 within IPv6: RFC 4291 (mapped, compatible), RFC 6052 (NAT64), RFC 3056 (6to4).
const names: Readonly<Record<string, readonly string[]>> = {
  'link-local.example': ['169.254.1.2'],
  'oracle.example': ['192.0.0.192'],
  'second.example': ['127.0.0.1', '169.254.169.254'],
  'six.example': ['fe80::1'],
}
const lookup: LookupFunction = (hostname, options, callback) => {
  const found = (names[hostname] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  if (options.all) callback(null, found)
  else callback(null, found[0]?.address ?? '', found[0]?.family)
}

let server: NotifiedServer
beforeAll(async () => {
  // Port 9 answers nobody: what is not refused fails to connect, once.
  server = await openNotified({ lookup, notifyRetries: 0, notifyTimeout: 0.2 })
})
afterAll(() => server.close())

const errorOf = async (host: string) => {
  const sessionId = await server.create({ endpoint: `http://${host}:9/`, topics: ['session_completion'] })
  const [attempt] = (await server.control.notifications.notifyNow({ sessionId, topic: 'session_completion' })).attempts
  return attempt?.error ?? ''
}

test.each([
  '169.254.0.0',
  '169.254.169.254',
  '169.254.255.255',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '[fe80::1]',
  '[febf:ffff::1]',
  '[fd00:ec2::254]',
  '[fd20:ce::254]',
  '[::ffff:169.254.169.254]',
  '[::ffff:192.0.0.192]',
  '[::ffff:100.100.100.200]',
  '[::ffff:168.63.129.16]',
  '[::169.254.169.254]',
  '[64:ff9b::169.254.169.254]',
  '[2002:a9fe:a9fe::1]',
  'link-local.example',
  'oracle.example',
  'second.example',
  'six.example',
])('nothing is sent to %s', async (host) => {
  expect(await errorOf(host)).toMatch(/is link-local or cloud metadata: never a receiver$/)
})

/** What the guard says of a name that has this address. */
const judge = (address: string) =>
  new Promise((resolve) => {
    const found: LookupFunction = (_hostname, _options, callback) => callback(null, address, 4)
    guardLookup(found)('name.example', {}, (error, passed) => resolve(error?.message ?? passed))
  })

test.each([
  '127.0.0.1',
  '10.0.0.1',
  '169.253.255.255',
  '169.255.0.0',
  '192.0.0.191',
  '192.0.0.193',
  '100.100.100.199',
  '168.63.129.17',
  '::1',
  'fec0::1',
  'fe7f::1',
  'fd00:ec3::254',
  'fd20:cf::254',
  '::ffff:10.0.0.1',
  '::a9fd:1',
  '64:ff9b::a9fd:1',
  '2002:a9fd::1',
])('%s is not refused', async (address) => {
  expect(await judge(address)).toBe(address)
})

test.each([
  '169.254.0.0',
  '192.0.0.192',
  '100.100.100.200',
  '168.63.129.16',
  'fe80::',
  'febf::1',
  '::ffff:192.0.0.192',
])('a name that leads to %s is refused, and says where it leads', async (address) => {
  expect(await judge(address)).toBe(
    `name.example is ${address}, which is link-local or cloud metadata: never a receiver`,
  )
})

test('a name that cannot be looked up is not judged', async () => {
  const failing: LookupFunction = (_hostname, _options, callback) => callback(new Error('ENOTFOUND'), '')
  const told = await new Promise((resolve) => guardLookup(failing)('x.example', {}, (error) => resolve(error?.message)))
  expect(told).toBe('ENOTFOUND')
})

test.each([
  ['receiver.local', 'receiver.local'],
  ['Receiver.LOCAL', 'receiver.local'],
  ['[::1]', '::1'],
  ['127.0.0.1', '127.0.0.1'],
  ['a', 'a'],
  ['under_score.example', 'under_score.example'],
])('--notify-allow %s is the host %s', (name, host) => {
  expect(allowedHosts([name])).toEqual([host])
})

test.each(['http://a.example', 'a.example:80', 'a.example/x', '', '-a.example', 'a.example.', 'a b', 'ä.example'])(
  '--notify-allow %s is no host',
  (name) => {
    expect(() => allowedHosts([name])).toThrow(
      `--notify-allow takes a host without scheme, port or path, such as receiver.local; got '${name}'`,
    )
  },
)
