import { describe, expect, test } from 'vitest'
import { connectMockYoti, startMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { sampled } from '../support/matrix.js'
import { inBranchOrder } from '../support/orders.js'
import { openReceiver } from '../support/receiver.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'
import { openRoundRobin } from '../support/round-robin.js'

const redis = redisOfFile()

const scenarios = [
  'all-approve',
  'wrong-document-rejected',
  'profile-mismatch-rejected',
  'authenticity-rejected:TAMPERED',
] as const
const readsOfNamed = 15
/** A rule, a clock, a session with its visit and its reading, and the reads of a named one. */
const callsOfRound = 5 + readsOfNamed
/** Over twenty applications: 50,000 calls in the matrix. */
const [rounds = 0] = sampled([125], [1])

describe.skipIf(missingRedis !== undefined)('three servers with one Redis', () => {
  test(`answer ${20 * rounds * callsOfRound} calls of twenty applications: none meets another, every count is exact, each webhook is sent once`, async () => {
    const settings = { store: redis.url, storePrefix: newPrefix(), visits: 'manual', maxSessions: 100_000 } as const
    await using a = await startMockYoti(settings)
    await using b = await startMockYoti(settings)
    await using c = await startMockYoti(settings)
    await using balancer = await openRoundRobin([a.url, b.url, c.url])
    await using receiver = await openReceiver()
    const { apiUrl, control } = connectMockYoti(balancer.url)
    const notifications = { endpoint: receiver.url, topics: ['first_branch_visit', 'session_completion'] }
    const order = JSON.stringify(inBranchOrder({ notifications }))

    const play = async (sdkId: string, scenario: string) => {
      const call = async (path: string, init?: RequestInit) => {
        const response = await fetch(`${apiUrl}${path}?sdkId=${sdkId}`, init)
        return { status: response.status, body: (await response.json()) as Schema<'CreatedSession'> }
      }
      const began = Date.parse((await control.clock.get({ sdkId })).now)
      const ids: string[] = []
      for (let round = 0; round < rounds; round++) {
        const { id } = await control.faults.add({
          operation: 'getSession',
          sdkId,
          sessionId: 'all-approve',
          status: 503,
          times: 2,
        })
        const named = await Promise.all(Array.from({ length: readsOfNamed }, () => call('/sessions/all-approve')))
        expect(named.filter(({ status }) => status === 503)).toHaveLength(2)
        expect(await control.faults.get(id)).toMatchObject({ matched: readsOfNamed, applied: 2 })
        await control.faults.remove(id)
        await control.clock.advance('PT1M', { sdkId })
        await control.nextSession({ scenario, sdkId })
        const { body: created } = await call('/sessions', { method: 'POST', body: order })
        await control.sessions.visit(created.session_id)
        const { status, body } = await call(`/sessions/${created.session_id}`)
        expect([status, body.session_id]).toEqual([200, created.session_id])
        ids.push(created.session_id)
      }
      const chosen = await Promise.all(ids.slice(-5).map(async (id) => (await control.sessions.get(id)).scenario))
      expect(new Set(chosen)).toEqual(new Set([scenario]))
      const minutes = (Date.parse((await control.clock.get({ sdkId })).now) - began) / 60_000
      expect(Math.floor(minutes)).toBeGreaterThanOrEqual(rounds)
      // What is above the minutes that were added went by on the wall.
      expect(Math.floor(minutes)).toBeLessThan(rounds + 10)
      return ids
    }

    const all = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => play(`app-${nth}`, scenarios[nth % scenarios.length] ?? '')),
    )
    const ids = all.flat()
    expect(new Set(ids).size).toBe(20 * rounds)
    const wanted = ids.flatMap((id) => [`${id} first_branch_visit`, `${id} session_completion`]).sort()
    const sent = () => receiver.received.map(({ body }) => `${body['session_id']} ${body['topic']}`).sort()
    await expect.poll(() => sent().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(wanted.length)
    expect(sent()).toEqual(wanted)
  }, 600_000)
})
