import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createClient } from '@redis/client'
import { describe, expect, test } from 'vitest'
import { fixedClock, startMockYoti } from '../../server/index.js'
import { runBuiltCommand, runCommand, serveCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { startRedis } from '../support/redis-server.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'
import { testNow } from '../support/server.js'

const redis = redisOfFile()

const settings = (options: object = {}) =>
  ({ store: redis.url, storePrefix: newPrefix(), clock: fixedClock(testNow), visits: 'manual', ...options }) as const

const create = async (apiUrl: string) =>
  (await fetch(`${apiUrl}/sessions?sdkId=ada`, { method: 'POST', body: JSON.stringify(inBranchOrder()) })).status

/** What the command says about a store that it cannot start with: its exit code, and its only line. */
const startWith = async (store: string) => {
  const { code, stderr } = await runCommand(['--port', '0', '--store', store])
  return [code, stderr]
}

/** Says of itself what it is told to say, as a Redis answers INFO. */
const openStandIn = async (info: string) => {
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (bytes) => {
        for (const _command of bytes.toString().match(/^\*/gm) ?? [])
          socket.write(/INFO\r\n$/.test(bytes.toString()) ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n')
      })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `redis://127.0.0.1:${port}`, [Symbol.asyncDispose]: close }
}

// Redis reads it from a folder of its own.
const certificate = resolve('test/support/tls/cert.pem')
const withTls = (port: number) => [
  ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
  ...['--tls-cert-file', certificate, '--tls-key-file', resolve('test/support/tls/key.pem')],
]

describe.skipIf(missingRedis !== undefined)('at the start, a Redis', () => {
  test('that is not there is said in one line, and waited for with --store-wait', async () => {
    expect(await startWith('redis://user:secret@127.0.0.1:1')).toEqual([
      2,
      'mock-yoti: --store redis://127.0.0.1:1 cannot be reached (ECONNREFUSED); --store-wait SECONDS waits for it\n',
    ])
    await using own = await startRedis()
    await own.stop()
    const starting = startMockYoti(settings({ store: own.url, storeWait: 30 }))
    await using _again = await startRedis([], own)
    await using server = await starting
    expect(await create(server.apiUrl)).toBe(201)
  })

  test.each([
    ['redis://:wrong@HOST', 'the user or the password is wrong (WRONGPASS'],
    ['redis://nobody:right@HOST', 'the user or the password is wrong (WRONGPASS'],
    ['redis://HOST', 'it asks for a password: redis://:password@host'],
    ['redis://:right@HOST/99', 'it has no database of this number'],
    ['rediss://:right@HOST', 'redis:// is for one without TLS'],
  ])('with a password refuses %s in one line, with exit code 2', async (address, said) => {
    await using own = await startRedis(['--requirepass', 'right'])
    const [code, line] = await startWith(address.replace('HOST', `127.0.0.1:${own.port}`))
    expect([code, line]).toEqual([2, expect.stringMatching(/^mock-yoti: --store [^\n]*\n$/)])
    expect(line).toContain(said)
    expect(line).not.toMatch(/wrong@|right@/)
  })

  test.each([
    'http://127.0.0.1:6379',
    'redis://127.0.0.1:6379/x',
    'redis://127.0.0.1:6379/0?db=1',
    'redis://127.0.0.1:6379#0',
    'redis:///0',
    'redis://:%zz@127.0.0.1:6379',
    '127.0.0.1:6379',
  ])('has no address like %s', async (store) => {
    expect(await startWith(store)).toEqual([
      2,
      'mock-yoti: --store takes an address such as redis://user:password@host:6379/0, or rediss:// for TLS\n',
    ])
  })

  test('without a password refuses an address that has one', async () => {
    const [code, line] = await startWith(redis.url.replace('//', '//:some@'))
    expect([code, line]).toEqual([2, expect.stringContaining('it has no password, and the address has one')])
  })

  test('that can only be read is refused', async () => {
    await using own = await startRedis(['--replicaof', '127.0.0.1', String(redis.port)])
    expect(await startWith(own.url)).toEqual([
      2,
      `mock-yoti: --store ${own.url}: it is a replica that can only be read; give the address of the primary\n`,
    ])
  })

  test('that is a node of a cluster is refused', async () => {
    await using own = await startRedis(['--cluster-enabled', 'yes'])
    expect(await startWith(own.url)).toEqual([
      2,
      `mock-yoti: --store ${own.url}: it is a node of a cluster; one primary is expected, without cluster mode\n`,
    ])
  })

  test.each([
    [
      'redis_version:6.0.16\r\nredis_mode:standalone\r\n',
      'it is Redis 6.0.16; Redis 6.2 or newer, or Valkey, is expected',
    ],
    [
      'redis_version:7.0.15\r\nredis_mode:sentinel\r\n',
      'it is a Sentinel, which keeps nothing; give the address of the primary',
    ],
    ['redis_version:7.0.15\r\nrole:master\r\nloading:1\r\n', 'cannot be reached (it is still reading its data)'],
  ])('that says %j is refused', async (info, said) => {
    await using standIn = await openStandIn(info)
    const [code, line] = await startWith(standIn.url)
    expect([code, line]).toEqual([2, expect.stringContaining(said)])
  })

  test('with TLS needs rediss:// and a certificate that is trusted', async () => {
    await using own = await startRedis(withTls)
    const [code, line] = await startWith(own.url)
    expect([code, line]).toEqual([2, expect.stringContaining('rediss:// is for one with TLS')])
    const address = `rediss://localhost:${own.port}`
    const untrusted = await startWith(address)
    expect(untrusted).toEqual([2, expect.stringContaining('NODE_EXTRA_CA_CERTS names a file')])
    const server = await serveCommand(['--store', address], { NODE_EXTRA_CA_CERTS: certificate })
    expect(await create(`${server.url}/idverify/v1`)).toBe(201)
    expect((await server.stop()).code).toBe(0)
  })

  test('takes a password and a database from the address, also in the built command', async () => {
    await using own = await startRedis(['--requirepass', 'right'])
    const store = `redis://:right@127.0.0.1:${own.port}/3`
    const server = await serveCommand(['--store', store, '--store-prefix', 'ours'])
    expect(await create(`${server.url}/idverify/v1`)).toBe(201)
    expect((await server.stop()).code).toBe(0)
    const client = await createClient({ url: store, RESP: 2 }).connect()
    expect(await client.get('{ours}:format')).toBe('2')
    client.destroy()
    const { code, stderr } = await runBuiltCommand(['--port', '0', '--store', store.replace('right', 'wrong')])
    expect([code, stderr]).toEqual([2, expect.stringContaining('the user or the password is wrong (WRONGPASS')])
  })

  test('needs to allow its user what docs/replicas.md says, and no more', async () => {
    const page = await readFile('docs/replicas.md', 'utf8')
    const rule = /ACL SETUSER (.+)/.exec(page)?.[1]?.split(' ') ?? []
    const client = await createClient({ url: redis.url, RESP: 2 }).connect()
    await client.sendCommand(['ACL', 'SETUSER', ...rule])
    const store = redis.url.replace('//', '//mock-yoti:password@')
    const options = { ...settings(), store, storePrefix: 'mock-yoti' }
    await (async () => {
      await using server = await startMockYoti(options)
      expect(await create(server.apiUrl)).toBe(201)
      await server.control.state.put(await server.control.state.get())
      await server.control.reset()
    })()
    await client.sendCommand(['ACL', 'SETUSER', 'mock-yoti', '-evalsha'])
    const [code, line] = await startWith(store)
    client.destroy()
    expect([code, line]).toEqual([2, expect.stringContaining('the user may not do what the server needs')])
  })

  test('whose policy may drop keys is said in the log', async () => {
    await using dropping = await startRedis(['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'])
    const lines: string[] = []
    const options = settings({ store: dropping.url, log: 'text', write: (line: string) => lines.push(line) })
    await using _server = await startMockYoti(options)
    expect(lines.join('\n')).toContain('maxmemory-policy allkeys-lru')
  })

  test('where another server has other scenario files is said in the log', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mock-yoti-scenarios-'))
    await writeFile(join(directory, 'own.yaml'), await readFile('scenarios/counter/all-approve.yaml'))
    const options = settings()
    const lines: string[] = []
    await using _one = await startMockYoti(options)
    const write = (line: string) => lines.push(line)
    await using _other = await startMockYoti({ ...options, scenarios: directory, log: 'text', write })
    await rm(directory, { recursive: true })
    expect(lines.join('\n')).toContain('the scenario files of this server differ from those of')
  })

  test('that has what another format keeps is refused', async () => {
    const options = settings()
    await (await startMockYoti(options)).close()
    const client = await createClient({ url: redis.url }).connect()
    await client.set(`{${options.storePrefix}}:format`, '99')
    client.destroy()
    await expect(startMockYoti(options)).rejects.toThrow('has format 99, and this version of mock-yoti reads 2')
  })
})
