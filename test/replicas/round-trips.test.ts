import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createClient } from '@redis/client'
import { describe, expect, test } from 'vitest'
import { type RunningMockYoti, startMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { inBranchOrder } from '../support/orders.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'
import { demoQuery, messageOf, sendRaw, sign } from '../support/signing.js'

const redis = redisOfFile()

/** Counts the scripts that a Redis has run. */
const openCounter = async () => {
  const client = await createClient({ url: redis.url, RESP: 2 }).connect()
  const count = async () => {
    const text: string = await client.sendCommand(['INFO', 'commandstats'])
    return Number(/cmdstat_evalsha:calls=(\d+)/.exec(text)?.[1] ?? 0)
  }
  return { count, [Symbol.dispose]: () => client.destroy() }
}

type Call = (server: RunningMockYoti, sessionId: string) => Promise<number>

const read: Call = async ({ apiUrl }, id) => (await fetch(`${apiUrl}/sessions/${id}?sdkId=ada`)).status

const readSigned: Call = async ({ apiUrl }) => {
  const path = `/sessions/all-approve?${demoQuery(randomUUID())}`
  const answer = await sendRaw(apiUrl, {
    target: `${new URL(apiUrl).pathname}${path}`,
    headers: { 'X-Yoti-Auth-Digest': sign(messageOf('GET', path)) },
  })
  return answer.status
}

const readConfiguration: Call = async ({ apiUrl }, id) =>
  (await fetch(`${apiUrl}/sessions/${id}/configuration?sdkId=ada`)).status

const create: Call = async ({ apiUrl }) => {
  const body = JSON.stringify(inBranchOrder())
  return (await fetch(`${apiUrl}/sessions?sdkId=ada`, { method: 'POST', body })).status
}

const createAndDelete: Call = async ({ apiUrl }) => {
  const body = JSON.stringify(inBranchOrder())
  const created = await fetch(`${apiUrl}/sessions?sdkId=ada`, { method: 'POST', body })
  const { session_id } = (await created.json()) as Schema<'CreatedSession'>
  return (await fetch(`${apiUrl}/sessions/${session_id}?sdkId=ada`, { method: 'DELETE' })).status
}

const changeInstructions: Call = async ({ apiUrl }, id) => {
  const body = JSON.stringify({
    contact_profile: { first_name: 'A', last_name: 'B', email: 'a@b.example' },
    documents: [],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  })
  return (await fetch(`${apiUrl}/sessions/${id}/instructions?sdkId=ada`, { method: 'PUT', body })).status
}

const startServer = () => startMockYoti({ store: redis.url, storePrefix: newPrefix(), visits: 'manual' })

const order = async ({ apiUrl }: RunningMockYoti): Promise<string> => {
  const body = JSON.stringify(inBranchOrder())
  const answer = await fetch(`${apiUrl}/sessions?sdkId=ada`, { method: 'POST', body })
  return ((await answer.json()) as Schema<'CreatedSession'>).session_id
}

describe.skipIf(missingRedis !== undefined)('round trips', () => {
  test.each([
    ['read a session', 200, 2, read],
    ['read the configuration of a session', 200, 2, readConfiguration],
    ['read a session, signed', 200, 3, readSigned],
    ['create a session', 201, 3, create],
    ['create and delete a session', 204, 6, createAndDelete],
    ['change the instructions of a session', 200, 3, changeInstructions],
  ] as const)('to %s takes its number with the journal', async (_name, status, expected, call) => {
    await using server = await startServer()
    using counter = await openCounter()
    const sessionId = await order(server)
    // The watch looks once a second: the calls between two looks are counted.
    const count = async () => {
      const before = await counter.count()
      expect(await call(server, sessionId)).toBe(status)
      await server.control.version()
      return (await counter.count()) - before
    }
    // `version` reads the clock, as every call of the control API does.
    await expect.poll(count).toBe(expected + 1)
  })

  test('a call that a fault rule counts takes two, and one with the journal', async () => {
    await using server = await startServer()
    using counter = await openCounter()
    const sessionId = await order(server)
    await server.control.faults.add({ operation: 'getSession', status: 503, times: 1000 })
    const count = async () => {
      const before = await counter.count()
      expect(await read(server, sessionId)).toBe(503)
      await server.control.version()
      return (await counter.count()) - before
    }
    await expect.poll(count).toBe(4)
  })

  test('of a hundred reads that come at once are shared', async () => {
    await using server = await startServer()
    using counter = await openCounter()
    const sessionId = await order(server)
    await Promise.all(Array.from({ length: 100 }, () => read(server, sessionId)))
    const before = await counter.count()
    const answers = await Promise.all(Array.from({ length: 100 }, () => read(server, sessionId)))
    await server.control.version()
    expect(new Set(answers)).toEqual(new Set([200]))
    // Without sharing they would be 200; a hundred if only what is read, or only what is written down, were shared.
    expect((await counter.count()) - before).toBeLessThan(50)
  })

  test('docs/replicas.md has the same numbers', async () => {
    const text = await readFile(new URL('../../docs/replicas.md', import.meta.url), 'utf8')
    expect(text).toContain('| read a session, media, the configuration | 1 | 1 (journal) |')
    expect(text).toContain('| the same, signed | 1 | 2 (journal, nonce) |')
    expect(text).toContain('| create, change or delete a session | 2 | 1 (journal) |')
    expect(text).toContain('| a call that a fault rule counts | 2 | 1 (journal) |')
  })
})
