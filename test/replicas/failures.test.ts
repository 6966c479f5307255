import { describe, expect, test } from 'vitest'
import { connectMockYoti, fixedClock, startMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { serveCommand } from '../support/command.js'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'
import { listenLocally } from '../support/receiver.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'
import { testNow } from '../support/server.js'
import { openWire } from '../support/wire.js'

const redis = redisOfFile()

const settings = (options: object = {}) =>
  ({ store: redis.url, storePrefix: newPrefix(), clock: fixedClock(testNow), visits: 'manual', ...options }) as const

const create = async (apiUrl: string, order: object = inBranchOrder()) => {
  const response = await fetch(`${apiUrl}/sessions?sdkId=ada`, { method: 'POST', body: JSON.stringify(order) })
  return { status: response.status, id: ((await response.json()) as Schema<'CreatedSession'>).session_id }
}

describe.skipIf(missingRedis !== undefined)('a Redis that fails', () => {
  test('cut off, a server answers 503 and says so in its health; back, it goes on', async () => {
    await using wire = await openWire(redis.port)
    await using server = await startMockYoti(settings({ store: wire.url }))
    const { id } = await create(server.apiUrl)
    wire.cut()
    const refused = await fetch(`${server.apiUrl}/sessions/${id}?sdkId=ada`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await refused.json()).toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' })
    expect((await fetch(`${server.url}/__mock/health`)).status).toBe(503)
    wire.mend()
    await expect.poll(async () => (await fetch(`${server.url}/__mock/health`)).status, { timeout: 10_000 }).toBe(200)
    expect((await fetch(`${server.apiUrl}/sessions/${id}?sdkId=ada`)).status).toBe(200)
  })

  test('cut off while somebody listens for the next stage of a session, a server goes on, and tells of it later', async () => {
    await using wire = await openWire(redis.port)
    const args = ['--store', wire.url, '--store-prefix', newPrefix(), '--visits', 'auto', '--visit-delay', '1']
    const server = await serveCommand(args)
    const { apiUrl, control } = connectMockYoti(server.url)
    await using events = control.events({ types: ['session'] })
    expect(await events.next()).toMatchObject({ value: { type: 'hello' } })
    const { id } = await create(apiUrl, atHomeOrder())
    expect(await events.next()).toMatchObject({
      value: { type: 'session', data: { session_id: id, state: 'ONGOING' } },
    })
    wire.cut()
    await server.untilPrinted(/an event could not be told/)
    wire.mend()
    for await (const { data } of events) if ('state' in data && data.state === 'COMPLETED') break
    expect((await server.stop()).code).toBe(0)
  })

  test('cut off while a notification is on its way, a server writes down what came of it, and sends it once', async () => {
    await using wire = await openWire(redis.port)
    await using server = await startMockYoti(settings({ store: wire.url, log: 'silent' }))
    let received = 0
    await using receiver = await listenLocally(async (_request, response) => {
      received += 1
      wire.cut()
      await new Promise((resolve) => setTimeout(resolve, 300))
      response.end()
      wire.mend()
    })
    const endpoint = receiver.url
    const { id } = await create(
      server.apiUrl,
      inBranchOrder({ notifications: { endpoint, topics: ['session_completion'] } }),
    )
    await server.control.sessions.visit(id)
    const sent = async () => {
      const list = await server.control.notifications.list().catch(() => [])
      return list.map(({ status, attempts }) => [status, attempts.length])
    }
    await expect.poll(sent, { timeout: 10_000 }).toEqual([['delivered', 1]])
    expect(received).toBe(1)
  })

  test('what is no message of a replica is logged, and nothing else happens', async () => {
    const lines: string[] = []
    const options = settings({ log: 'json', write: (line: string) => lines.push(line) })
    await using server = await startMockYoti(options)
    const { createClient } = await import('@redis/client')
    const client = await createClient({ url: redis.url }).connect()
    for (const message of ['x', 'null', '{"type":"of a later version"}'])
      await client.publish(`{${options.storePrefix}}:events`, message)
    client.destroy()
    await expect.poll(() => lines.filter((line) => line.includes('could not be read')).length).toBe(2)
    expect((await create(server.apiUrl)).status).toBe(201)
  })
})
