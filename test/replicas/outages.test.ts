import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { describe, expect, test } from 'vitest'
import type { YotiError } from '../../server/base/errors.js'
import { createLog } from '../../server/base/log.js'
import { type RunningMockYoti, startMockYoti } from '../../server/index.js'
import { Connection } from '../../server/state/redis/connection.js'
import { sampled } from '../support/matrix.js'
import { openReceiver } from '../support/receiver.js'
import { type RedisServer, startRedis } from '../support/redis-server.js'
import { missingRedis, newPrefix } from '../support/replicas.js'
import { expectNothingLost, startSessionLoad, untilEndsAreTold, withoutDuplicates } from '../support/session-load.js'
import { openWire } from '../support/wire.js'

/** How long a Redis is away, in seconds, and how often its connections are killed. */
const [away = 0] = sampled([10], [3])
const [kills = 0] = sampled([10], [2])

const aof = ['--appendonly', 'yes', '--appendfsync', 'always']

type Scene = {
  readonly redis: RedisServer
  readonly servers: readonly [RunningMockYoti, RunningMockYoti]
  readonly untilVisited: (more: number) => Promise<void>
}

const healthOf = async ({ url }: RunningMockYoti) => (await fetch(`${url}/__mock/health`)).status
const readOf = async ({ apiUrl }: RunningMockYoti) => (await fetch(`${apiUrl}/sessions/all-approve?sdkId=ada`)).status

/** Both answer 503, and their health says so. */
const expectRefused = async (servers: readonly RunningMockYoti[]) => {
  const answers = await Promise.all(servers.flatMap((server) => [readOf(server), healthOf(server)]))
  expect(answers).toEqual(answers.map(() => 503))
}

const command = async ({ url }: RedisServer, ...parts: string[]) => {
  const client = createClient({ url, RESP: 2, socket: { reconnectStrategy: false } }).on('error', () => undefined)
  await client.connect()
  await client.sendCommand(parts)
  client.destroy()
}

const outages: readonly (readonly [string, (scene: Scene) => Promise<AsyncDisposable | undefined>])[] = [
  [
    `that is paused for ${away} s`,
    async ({ redis, servers }) => {
      await command(redis, 'CLIENT', 'PAUSE', String(away * 1000), 'ALL')
      await expectRefused(servers)
      return undefined
    },
  ],
  [
    `whose process stands still for ${away} s`,
    async ({ redis, servers }) => {
      process.kill(redis.pid, 'SIGSTOP')
      // It is still stopped when they have answered.
      await expectRefused(servers)
      await sleep(away * 1000)
      await expectRefused(servers)
      process.kill(redis.pid, 'SIGCONT')
      return undefined
    },
  ],
  [
    'whose connections are killed',
    async ({ redis, untilVisited }) => {
      for (let time = 0; time < kills; time++) {
        await command(redis, 'CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
        await command(redis, 'CLIENT', 'KILL', 'TYPE', 'pubsub')
        await untilVisited(5)
      }
      return undefined
    },
  ],
  [
    'that is killed, and started again with its AOF',
    async ({ redis, servers }) => {
      await redis.stop('SIGKILL')
      await expectRefused(servers)
      return startRedis(aof, redis)
    },
  ],
]

const until200 = (ask: () => Promise<number>) => expect.poll(ask, { timeout: 30_000 }).toBe(200)

describe.skipIf(missingRedis !== undefined)('under load, a Redis', () => {
  test.each(outages)(
    '%s loses nothing that was answered, and every notification is sent once',
    async (_name, happen) => {
      await using redis = await startRedis(aof)
      await using receiver = await openReceiver()
      const settings = { store: redis.url, storePrefix: newPrefix(), visits: 'manual', maxSessions: 100_000 } as const
      await using a = await startMockYoti(settings)
      await using b = await startMockYoti(settings)
      const load = startSessionLoad(() => [a.url, b.url], receiver)
      await load.untilVisited(10)
      const again = await happen({ redis, servers: [a, b], untilVisited: load.untilVisited })
      try {
        await until200(() => healthOf(a))
        await until200(() => healthOf(b))
        await load.untilVisited(10)
        await load.stop()
        expect([...load.statuses.keys()].filter((status) => ![200, 201, 503].includes(status))).toEqual([])
        const completed = await expectNothingLost(load, a)
        const sent = await untilEndsAreTold(completed, receiver)
        expect(new Set(completed.map((id) => sent.get(id)?.join(' ')))).toEqual(
          new Set(['first_branch_visit session_completion']),
        )
      } finally {
        await load.stop()
        await again?.[Symbol.asyncDispose]()
      }
    },
  )

  test('that a server is cut off from without a word is found again; the other server goes on meanwhile', async () => {
    await using redis = await startRedis()
    await using wire = await openWire(redis.port)
    await using receiver = await openReceiver()
    const settings = { storePrefix: newPrefix(), visits: 'manual', maxSessions: 100_000 } as const
    await using a = await startMockYoti({ ...settings, store: wire.url })
    await using b = await startMockYoti({ ...settings, store: redis.url })
    const load = startSessionLoad(() => [a.url, b.url], receiver)
    await load.untilVisited(10)
    wire.drop()
    await expectRefused([a])
    await load.untilVisited(10)
    expect(await healthOf(b)).toBe(200)
    // What was open stays silent: only new connections bring the server back.
    wire.mend()
    await until200(() => healthOf(a))
    await load.untilVisited(10)
    await load.stop()
    const completed = await expectNothingLost(load, a)
    const sent = await untilEndsAreTold(completed, receiver)
    expect(new Set(completed.map((id) => withoutDuplicates(sent.get(id) ?? []).join(' ')))).toEqual(
      new Set(['first_branch_visit session_completion']),
    )
    // The other server repeats at most what this one was sending.
    expect(Math.max(...completed.map((id) => (sent.get(id) ?? []).length))).toBeLessThanOrEqual(3)
  }, 120_000)

  test('that was away has those who wait look again', async () => {
    await using redis = await startRedis()
    await using wire = await openWire(redis.port)
    const settings = { storePrefix: newPrefix(), visits: 'manual' } as const
    await using a = await startMockYoti({ ...settings, store: wire.url })
    await using b = await startMockYoti({ ...settings, store: redis.url })
    const { session_id } = await b.control.sessions.start({ scenario: 'all-approve' })
    await using events = a.control.events()
    expect(await events.next()).toMatchObject({ value: { type: 'hello' } })
    const waiting = a.control.sessions.waitFor(session_id, 'completed', { timeoutSeconds: 60 })
    // It has looked when these, which were sent later, are answered.
    for (let time = 0; time < 5; time++) expect(await readOf(a)).toBe(200)
    wire.cut()
    await b.control.sessions.visit(session_id)
    wire.mend()
    expect((await waiting).stage).toBe('completed')
    for await (const { type } of events) if (type === 'gap') break
  })

  test('that does not answer has at most 5000 commands wait; more are refused at once', async () => {
    await using redis = await startRedis()
    const log = createLog('silent', () => undefined)
    const connection = await Connection.open(redis.url, { prefix: '{p}:', waitSeconds: 0, log })
    process.kill(redis.pid, 'SIGSTOP')
    const reasons = new Map<string, number>()
    const ask = () =>
      connection.command('GET', '{p}:x').catch((error: YotiError) => {
        const reason = error.details.hint ?? ''
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      })
    await Promise.all(Array.from({ length: 6000 }, ask))
    process.kill(redis.pid, 'SIGCONT')
    expect([...reasons]).toEqual([
      ['the store is too slow: 5000 commands wait for it', 1000],
      ['the store did not answer within 1500 ms', 5000],
    ])
    await expect.poll(() => connection.command('GET', '{p}:x').catch(() => 'refused'), { timeout: 30_000 }).toBe(null)
    // Requests that share a command count one by one: of 200 times 32 the last 44 have no room.
    expect(await connection.run('read', [], 32)).toEqual([])
    process.kill(redis.pid, 'SIGSTOP')
    const shared = await Promise.all(
      Array.from({ length: 200 }, () =>
        connection.run('read', [], 32).catch((error: YotiError) => error.details.hint ?? ''),
      ),
    )
    process.kill(redis.pid, 'SIGCONT')
    expect(shared.filter((reason) => reason === 'the store is too slow: 5000 commands wait for it')).toHaveLength(44)
    connection.close()
  })
})
