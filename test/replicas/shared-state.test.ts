import { createClient } from '@redis/client'
import { describe, expect, test } from 'vitest'
import { fixedClock, type RunningMockYoti, startMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'
import { openReceiver } from '../support/receiver.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'
import { testNow } from '../support/server.js'

const redis = redisOfFile()

const startPair = async (options: object = {}) => {
  const settings = {
    store: redis.url,
    storePrefix: newPrefix(),
    clock: fixedClock(testNow),
    visits: 'manual',
    checkAnswers: true,
    ...options,
  } as const
  const [a, b] = await Promise.all([startMockYoti(settings), startMockYoti(settings)])
  const close = async () => {
    await Promise.all([a.close(), b.close()])
  }
  return { a, b, settings, [Symbol.asyncDispose]: close }
}

const create = async ({ apiUrl }: RunningMockYoti, sdkId = 'ada', order: object = inBranchOrder()) => {
  const response = await fetch(`${apiUrl}/sessions?sdkId=${sdkId}`, { method: 'POST', body: JSON.stringify(order) })
  return ((await response.json()) as Schema<'CreatedSession'>).session_id
}

const statusOf = async ({ apiUrl }: RunningMockYoti, id: string, sdkId = 'ada') =>
  (await fetch(`${apiUrl}/sessions/${id}?sdkId=${sdkId}`)).status

describe.skipIf(missingRedis !== undefined)('two servers with one Redis', () => {
  test('what one was told, the next request to the other sees', async () => {
    await using pair = await startPair()
    const { a, b } = pair
    const id = await create(a)
    expect(await statusOf(b, id)).toBe(200)
    await a.control.clock.advance('P1D', { sdkId: 'ada' })
    expect((await b.control.clock.get({ sdkId: 'ada' })).now).toBe('2026-03-05T12:00:00Z')
    await a.control.faults.add({ operation: 'getSession', status: 503, times: 1 })
    expect([await statusOf(b, id), await statusOf(a, id)]).toEqual([503, 200])
    await b.control.nextSession({ scenario: 'wrong-document', sdkId: 'ada' })
    expect((await b.control.sessions.get(await create(a))).scenario).toBe('wrong-document')
    await b.control.sessions.visit(id)
    expect((await a.control.sessions.get(id)).stage).toBe('completed')
    await a.control.reset()
    expect(await statusOf(b, id)).toBe(404)
  })

  test('an order that takes any document is kept without the list of them, and means the same to both', async () => {
    await using pair = await startPair()
    const { a, b, settings } = pair
    const order = { requested_checks: [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'NEVER' } }] }
    const id = await create(a, 'ada', order)
    const client = await createClient({ url: redis.url }).connect()
    const kept = await client.hGet(`{${settings.storePrefix}}:session:${id}`, 's')
    client.destroy()
    // The list has 31,000.
    expect(kept?.length).toBeLessThan(3000)
    const configurationOf = async ({ apiUrl }: RunningMockYoti) =>
      (await fetch(`${apiUrl}/sessions/${id}/configuration?sdkId=ada`)).text()
    const [ofA, ofB] = [await configurationOf(a), await configurationOf(b)]
    expect(ofB).toBe(ofA)
    expect(ofB).toContain('"code":"ZWE"')
  })

  test('the journal of either shows every request whose answer the client has, and who answered', async () => {
    await using pair = await startPair()
    const { a, b } = pair
    for (let round = 1; round <= 10; round++) {
      await statusOf(a, 'all-approve')
      expect(await b.control.requests.verify({ operation: 'getSession', exactly: 2 * round - 1 })).toBe(2 * round - 1)
      await statusOf(b, 'all-approve')
      expect(await a.control.requests.verify({ operation: 'getSession', exactly: 2 * round })).toBe(2 * round)
    }
    const replicas = (await a.control.requests.list()).map(({ replica }) => replica)
    expect(new Set(replicas).size).toBe(2)
    expect(replicas[0]).not.toBe(replicas[1])
  })

  test('of 120 sessions created at once on both, each of the hundred choices that wait is used once', async () => {
    await using pair = await startPair()
    const { a, b } = pair
    await a.control.nextSession({ scenario: 'wrong-document', sdkId: 'ada', times: 60 })
    await b.control.nextSession({ scenario: 'missing-document', sdkId: 'ada', times: 40 })
    const ids = await Promise.all(Array.from({ length: 120 }, (_item, at) => create(at % 2 === 0 ? a : b)))
    const sessions = await a.control.sessions.list({ limit: 1000 })
    const count = (scenario: string) => sessions.filter((session) => session.scenario === scenario).length
    expect(new Set(ids).size).toBe(120)
    expect([count('wrong-document'), count('missing-document'), count('all-approve')]).toEqual([60, 40, 20])
  })

  test('counts of a rule are exact, whoever answers', async () => {
    await using pair = await startPair()
    const { a, b } = pair
    const { id } = await a.control.faults.add({ operation: 'getSession', status: 503, after: 10, times: 25 })
    const statuses = await Promise.all(
      Array.from({ length: 80 }, (_item, at) => statusOf(at % 2 === 0 ? a : b, 'all-approve')),
    )
    expect(statuses.filter((status) => status === 503)).toHaveLength(25)
    expect(await b.control.faults.get(id)).toMatchObject({ matched: 80, applied: 25 })
  })

  test('of twenty captures of one document at once, one succeeds', async () => {
    await using pair = await startPair()
    const { a, b } = pair
    const id = await create(a)
    const codes = await Promise.all(
      Array.from({ length: 20 }, async (_item, at) => {
        const { url } = at % 2 === 0 ? a : b
        const body = JSON.stringify({ step: 'capture-document', document: 1 })
        return (await fetch(`${url}/__mock/sessions/${id}/visit`, { method: 'POST', body })).status
      }),
    )
    expect(codes.sort()).toEqual([200, ...Array(19).fill(409)])
  })

  test('each notification is sent once, in the order of its session, whichever server moved the clock', async () => {
    await using receiver = await openReceiver()
    await using pair = await startPair({ visits: 'auto', visitDelay: 86_400 })
    const { a, b } = pair
    const topics = ['client_session_token_deleted', 'session_completion'] as const
    const order = atHomeOrder({ notifications: { endpoint: receiver.url, topics: [...topics] } })
    const ids = await Promise.all(Array.from({ length: 20 }, (_item, at) => create(at % 2 === 0 ? a : b, 'ada', order)))
    await Promise.all([
      b.control.clock.advance('P20D', { sdkId: 'ada' }),
      a.control.clock.advance('P20D', { sdkId: 'ada' }),
    ])
    await a.control.notifications.waitFor({ sdkId: 'ada', count: 40 }, { timeoutSeconds: 30 })
    const topicsOf = (id: string) => receiver.received.filter(({ body }) => body['session_id'] === id)
    for (const id of ids) expect(topicsOf(id).map(({ topic }) => topic)).toEqual(topics)
  })

  test('who waits on one is woken by what happens on the other', async () => {
    await using pair = await startPair()
    const { a, b } = pair
    const id = await create(a)
    const waiting = a.control.sessions.waitFor(id, 'completed', { timeoutSeconds: 30 })
    await b.control.sessions.visit(id)
    expect((await waiting).stage).toBe('completed')
  })

  test('a state is exported from one and imported into the other', async () => {
    await using pair = await startPair()
    await using other = await startPair()
    const id = await create(pair.a)
    await other.b.control.state.put(await pair.b.control.state.get())
    expect(await statusOf(other.a, id)).toBe(200)
  })

  test('a state with many thousands of things is taken, and bounded', async () => {
    await using server = await startMockYoti({ store: redis.url, storePrefix: newPrefix(), clock: fixedClock(testNow) })
    const state = await server.control.state.get()
    const many = <Item>(count: number, item: (nth: number) => Item) =>
      Array.from({ length: count }, (_, nth) => item(nth))
    const large = {
      ...state,
      providerStates: many(9_000, (nth) => ({ key: `state ${nth}`, sessionId: 'order-1' })),
      nextSessions: many(20_000, () => ({ scenario: 'all-approve', times: 1 })),
      tokens: many(25_000, (nth) => ({ token: `token-${nth}`, sdkId: 'ada', expiresAt: 1 })),
      clocks: { shared: { aheadMs: 0 }, own: many(25_000, (nth) => ({ sdkId: `app-${nth}`, aheadMs: nth })) },
    }
    const answer = await fetch(`${server.url}/__mock/state`, { method: 'PUT', body: JSON.stringify(large) })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    const kept = await server.control.state.get()
    expect(kept.providerStates.length).toBe(1_000)
    expect(kept.providerStates.at(-1)).toEqual({ key: 'state 8999', sessionId: 'order-1' })
    expect([kept.nextSessions.length, kept.tokens.length, kept.clocks.own.length]).toEqual([20_000, 25_000, 25_000])
  })

  test('of many notifications the last five thousand are kept, and all that wait', async () => {
    const storePrefix = newPrefix()
    await using server = await startMockYoti({ store: redis.url, storePrefix, clock: fixedClock(testNow) })
    const state = await server.control.state.get()
    const one = { sessionId: 'order-1', topic: 'session_completion', dueAt: 0, endpoint: 'http://127.0.0.1:1/' }
    const body = { session_id: 'order-1', topic: 'session_completion' }
    const deliveries = Array.from({ length: 5_010 }, (_, nth) => ({
      ...{ ...one, id: nth + 1, headers: {}, body, attempts: [], status: nth < 4 ? 'held' : 'delivered' },
    }))
    const put = { method: 'PUT', body: JSON.stringify({ ...state, holds: [{}], deliveries }) }
    expect((await fetch(`${server.url}/__mock/state`, put)).status).toBe(204)
    const { createClient } = await import('@redis/client')
    const client = await createClient({ url: redis.url }).connect()
    const left = await client.keys(`{${storePrefix}}:delivery:*`)
    client.destroy()
    const numbers = left.map((key) => Number(key.split(':').at(-1))).sort((a, b) => a - b)
    expect([numbers.length, ...numbers.slice(0, 6)]).toEqual([5_004, 1, 2, 3, 4, 11, 12])
  })

  test('every key expires or is bounded by an index, and belongs to the prefix', async () => {
    await using pair = await startPair()
    await create(pair.a)
    await pair.b.control.sessions.list()
    const { createClient } = await import('@redis/client')
    const client = await createClient({ url: redis.url, RESP: 2 }).connect()
    const found: string[] = await client.sendCommand(['KEYS', `{${pair.settings.storePrefix}}:*`])
    const lasting: string[] = []
    for (const key of found) {
      const ttl: number = await client.sendCommand(['TTL', key])
      if (ttl < 0) lasting.push(key.slice(key.indexOf(':') + 1).replace(/:.*/, ''))
    }
    client.destroy()
    const indexes = [
      'format',
      'journal',
      'journal-bytes',
      'journal-id',
      'order',
      'replicas',
      'scenarios',
      'sessions',
      'sessions-of',
    ]
    expect(lasting.filter((name) => !indexes.includes(name))).toEqual([])
  })
})
