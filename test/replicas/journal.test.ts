import { connect } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'
import { openWire } from '../support/wire.js'

const redis = redisOfFile()

const newSettings = () => ({ store: redis.url, storePrefix: newPrefix(), visits: 'manual' }) as const

const ask = async (apiUrl: string, times: number, sdkId = 'ada') => {
  const asked = Array.from({ length: times }, (_, at) => fetch(`${apiUrl}/sessions/all-approve?sdkId=${sdkId}&n=${at}`))
  for (const answer of await Promise.all(asked)) await answer.arrayBuffer()
}

/** Without waiting for an answer before the next request, on 20 connections. */
const askAtOnce = async (port: number, times: number) => {
  const request = 'GET /idverify/v1/sessions/all-approve?sdkId=ada HTTP/1.1\r\nHost: a\r\n'
  const askSome = async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(`${request}\r\n`.repeat(times / 20 - 1))
    socket.write(`${request}Connection: close\r\n\r\n`)
    for await (const _ of socket);
  }
  await Promise.all(Array.from({ length: 20 }, askSome))
}

describe.skipIf(missingRedis !== undefined)('the journal of two servers with one Redis', () => {
  test('has each of 250 requests that come at once, with its body, under a number of its own', async () => {
    const settings = newSettings()
    await using a = await startMockYoti(settings)
    await using b = await startMockYoti(settings)
    await ask(a.apiUrl, 250)
    const kept = await b.control.requests.list({ sdkId: 'ada' })
    expect(new Set(kept.map(({ id }) => id)).size).toBe(250)
    expect(new Set(kept.map(({ query }) => Number(query?.['n'])))).toEqual(
      new Set(Array.from({ length: 250 }, (_, n) => n)),
    )
    const states = kept.map(({ answer }) => (answer?.body as { readonly state?: string } | undefined)?.state)
    expect(new Set(states)).toEqual(new Set(['COMPLETED']))
  })

  test('tells who listens on one server of each request to the other', async () => {
    const settings = newSettings()
    await using a = await startMockYoti(settings)
    await using b = await startMockYoti(settings)
    await using events = b.control.events()
    expect(await events.next()).toMatchObject({ value: { type: 'hello' } })
    await ask(a.apiUrl, 40)
    const seen: number[] = []
    for await (const event of events) {
      if (event.type === 'request' && event.data.sessionId === 'all-approve') seen.push(event.data.id)
      if (seen.length === 40) break
    }
    expect(new Set(seen).size).toBe(40)
  })

  test('keeps the last entries of both, and says of whom it has forgotten some', async () => {
    const settings = { ...newSettings(), journalSize: 30 }
    await using a = await startMockYoti(settings)
    await using b = await startMockYoti(settings)
    await ask(a.apiUrl, 20, 'ada')
    await ask(b.apiUrl, 25, 'grace')
    await ask(a.apiUrl, 4, 'edith')
    expect(await b.control.requests.list({ sdkId: 'edith' })).toHaveLength(4)
    // Of 49 the oldest 19 have gone; the list of one application says so, where it has lost some.
    expect(await a.control.requests.list({ sdkId: 'ada' })).toHaveLength(1)
    expect(await a.control.requests.list({ sdkId: 'grace' })).toHaveLength(25)
    await expect(b.control.requests.verify({ sdkId: 'ada', exactly: 1 })).rejects.toThrow(/journal/)
    expect(await b.control.requests.verify({ sdkId: 'grace', exactly: 25 })).toBe(25)
  })

  test('says that it has lost the entries of requests that were answered while the store took none', async () => {
    await using wire = await openWire(redis.port)
    const settings = newSettings()
    await using a = await startMockYoti({ ...settings, store: wire.url })
    await using b = await startMockYoti(settings)
    await ask(a.apiUrl, 1, 'grace')
    expect(await b.control.requests.verify({ sdkId: 'grace', exactly: 1 })).toBe(1)
    wire.cut()
    await ask(a.apiUrl, 3, 'ada')
    wire.mend()
    await vi.waitFor(async () => expect((await fetch(`${a.url}/__mock/health`)).status).toBe(200), { timeout: 15_000 })
    await ask(a.apiUrl, 1, 'edith')
    expect(await b.control.requests.verify({ sdkId: 'edith', exactly: 1 })).toBe(1)
    await expect(b.control.requests.verify({ sdkId: 'ada', exactly: 0 })).rejects.toThrow(/had to forget/)
    await b.control.requests.clear({ sdkId: 'ada' })
    expect(await b.control.requests.verify({ sdkId: 'ada', exactly: 0 })).toBe(0)
  })

  test('has each of 6,000 requests that come at once, or says that it has lost some', async () => {
    const settings = { ...newSettings(), journalSize: 10_000 }
    await using a = await startMockYoti(settings)
    await using b = await startMockYoti(settings)
    await askAtOnce(Number(new URL(a.url).port), 6000)
    const count = await b.control.requests.verify({ sdkId: 'ada', atLeast: 1 })
    const counted = b.control.requests.verify({ sdkId: 'ada', exactly: count })
    if (count === 6000) expect(await counted).toBe(6000)
    else await expect(counted).rejects.toThrow(/had to forget/)
  })
})
