import { describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'

const redis = redisOfFile()

const newSettings = () => ({ store: redis.url, storePrefix: newPrefix(), visits: 'manual' }) as const

const ask = async (apiUrl: string, times: number, sdkId = 'ada') => {
  const asked = Array.from({ length: times }, (_, at) => fetch(`${apiUrl}/sessions/all-approve?sdkId=${sdkId}&n=${at}`))
  for (const answer of await Promise.all(asked)) await answer.arrayBuffer()
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
})
