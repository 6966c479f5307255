import { readFile } from 'node:fs/promises'
import { createClient } from '@redis/client'
import { describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { inBranchOrder } from '../support/orders.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'

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

describe.skipIf(missingRedis !== undefined)('round trips', () => {
  test.each([
    ['read a session', 2, async (api: string, id: string) => (await fetch(`${api}/sessions/${id}?sdkId=ada`)).status],
    [
      'create a session',
      3,
      async (api: string) =>
        (await fetch(`${api}/sessions?sdkId=ada`, { method: 'POST', body: JSON.stringify(inBranchOrder()) })).status,
    ],
  ] as const)('to %s takes %d with the journal', async (_name, expected, call) => {
    await using server = await startMockYoti({ store: redis.url, storePrefix: newPrefix(), visits: 'manual' })
    using counter = await openCounter()
    const answer = await fetch(`${server.apiUrl}/sessions?sdkId=ada`, {
      method: 'POST',
      body: JSON.stringify(inBranchOrder()),
    })
    const { session_id } = (await answer.json()) as Schema<'CreatedSession'>
    // The watch looks once a second: the calls between two looks are counted.
    const count = async () => {
      const before = await counter.count()
      await call(server.apiUrl, session_id)
      await server.control.version()
      return (await counter.count()) - before
    }
    // `version` reads the clock, as every call of the control API does.
    await expect.poll(count).toBe(expected + 1)
  })

  test('docs/replicas.md has the same numbers', async () => {
    const text = await readFile(new URL('../../docs/replicas.md', import.meta.url), 'utf8')
    expect(text).toContain('| read a session, media, the configuration | 1 | 1 (journal) |')
    expect(text).toContain('| create, change or delete a session | 2 | 1 (journal) |')
  })
})
