import type { LookupFunction } from 'node:net'
import { expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { openNotified } from '../support/notified.js'
import { listenLocally } from '../support/receiver.js'
import { signedOrder } from '../support/signed-order.js'
import { demo } from '../support/signing.js'
import { listenWithTls } from '../support/tls-receiver.js'

/** Knows two names, whoever asks. */
const lookup: LookupFunction = (hostname, options, callback) => {
  const address = hostname === 'metadata.example' ? '169.254.169.254' : '127.0.0.1'
  if (options.all) callback(null, [{ address, family: 4 }])
  else callback(null, address, 4)
}

const failureOf = async (server: Awaited<ReturnType<typeof openNotified>>, endpoint: string) => {
  const sessionId = await server.create({ endpoint, topics: ['session_completion'] })
  await server.control.sessions.visit(sessionId)
  const [failed] = await server.control.notifications.waitFor({ sessionId, status: 'failed' })
  return failed
}

test.each([
  'http://169.254.169.254/latest/meta-data',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::169.254.169.254]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fd00:ec2::23]/',
  'http://[fd20:ce::254]/',
  'http://[fd00:c1::a9fe:a9fe]/',
  'http://[fd00:a9fe:a9fe::1]/',
  'http://[fd00:42::42]/',
  'http://[64:ff9b:1::a9fe:a9fe]/',
  'http://[64:ff9b:1:a9fe:a9:fe00::]/',
  'http://[64:ff9b::6464:64c8]/',
  'http://[::ffff:0:169.254.169.254]/',
  'http://[2002:a83f:8110::1]/',
  'http://[2001:db8::5efe:a9fe:a9fe]/',
  'http://[::ffff:192.0.0.192]/',
  'http://100.100.100.200/',
  'http://metadata.example/computeMetadata',
])('nothing is ever sent to %s', async (endpoint) => {
  await using server = await openNotified({ lookup })
  const failed = await failureOf(server, endpoint)
  expect(failed?.attempts).toHaveLength(1)
  expect(failed?.attempts[0]?.error).toContain('link-local or cloud metadata')
})

test('a redirect is not followed, wherever it leads', async () => {
  await using server = await openNotified()
  await using redirecting = await listenLocally((_request, response) => {
    response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end()
  })
  const failed = await failureOf(server, redirecting.url)
  expect(failed?.attempts).toEqual([expect.objectContaining({ status: 307, error: 'redirects are not followed' })])
})

test('a name of this machine is sent to', async () => {
  await using server = await openNotified({ lookup })
  const { port } = new URL(server.receiver.url)
  const sessionId = await server.create({
    endpoint: `http://receiver.example:${port}/`,
    topics: ['session_completion'],
  })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId })
  expect(server.receiver.received[0]?.headers.host).toBe(`receiver.example:${port}`)
})

test.each(['http://receiver.example/', 'receiver.example:80', 'receiver.example/yoti', ''])(
  '--notify-allow %s can never be a host',
  async (name) => {
    await expect(openNotified({ notifyAllow: [name] })).rejects.toThrow(`without scheme, port or path`)
  },
)

test('--notify-allow takes IPv6 addresses with and without brackets; a time-out is more than nothing', async () => {
  for (const name of ['[::1]', '::1']) await (await openNotified({ notifyAllow: [name] })).close()
  await expect(openNotified({ notifyTimeout: 0 })).rejects.toThrow('--notify-timeout takes more than 0 seconds; got 0')
})

test('--notify-allow restricts what is sent to', async () => {
  await using server = await openNotified({ lookup, notifyAllow: ['receiver.example'] })
  const { port } = new URL(server.receiver.url)
  const failed = await failureOf(server, `http://127.0.0.1:${port}/`)
  expect(failed?.attempts[0]?.error).toBe('127.0.0.1 is none of the hosts that --notify-allow names: receiver.example')
  const sessionId = await server.create({ endpoint: `http://Receiver.example:${port}/` })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 3 })
})

test('plain http is noted where Yoti would refuse it, and refused under strict', async () => {
  const lines: string[] = []
  await using server = await openNotified({ log: 'text', write: (line) => lines.push(line) })
  await server.create()
  expect(lines.join('\n')).toContain('notifications go to plain http, which Yoti refuses')
  await server.control.applications.put(demo.sdkId, { signatures: 'strict', public_key: demo.publicKey })
  const plain = await signedOrder(server.apiUrl, 'http://127.0.0.1:1/yoti')
  expect(plain).toMatchObject({
    status: 400,
    body: { errors: [{ property: 'notifications.endpoint', message: 'must match "^https://.+$"' }] },
  })
  expect((await signedOrder(server.apiUrl, 'https://127.0.0.1:1/yoti')).status).toBe(201)
})

test('a certificate that nobody knows is not trusted, unless the server is told to', async () => {
  await using receiver = await listenWithTls()
  await using careful = await openNotified()
  const failed = await failureOf(careful, receiver.url)
  expect(failed?.attempts).toHaveLength(1)
  expect(failed?.attempts[0]?.error).toContain('--notify-insecure takes any')
  await using careless = await openNotified({ notifyInsecure: true })
  const sessionId = await careless.create({ endpoint: receiver.url, topics: ['session_completion'] })
  await careless.control.sessions.visit(sessionId)
  await careless.control.notifications.waitFor({ sessionId })
})

test('a server that ends leaves nothing on its way', async () => {
  await using silent = await listenLocally(() => undefined)
  const server = await openNotified()
  const sessionId = await server.create({ endpoint: silent.url })
  await server.control.sessions.visit(sessionId)
  await server.close()
  await using other = await startMockYoti()
  expect(await other.control.notifications.list()).toEqual([])
})
