import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { expectDocumented, readSession } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer, testNow } from '../support/server.js'

const ada = { sdkId: 'ada-suite' }
const bob = { sdkId: 'bob-suite' }

const open = async () => {
  const server = await startServer({ visits: 'manual' })
  const { clock } = server.control
  const create = async ({ sdkId }: { sdkId: string }) => {
    const response = await fetch(`${server.apiUrl}/sessions?sdkId=${sdkId}`, {
      method: 'POST',
      body: JSON.stringify(inBranchOrder()),
    })
    return ((await response.json()) as Schema<'CreatedSession'>).session_id
  }
  const timeOf = async (of?: { sdkId: string }) => (await clock.get(of)).now
  return { ...server, clock, create, timeOf }
}

test('each application has its own clock; sessions live by that of theirs', async () => {
  await using server = await open()
  const [first, second] = [await server.create(ada), await server.create(bob)]
  expectDocumented('control', 'advanceClock', 200, await server.clock.advance('P20D', ada))
  expect(await server.timeOf(ada)).toBe('2026-03-24T12:00:00Z')
  expect(await server.timeOf(bob)).toBe(testNow)
  expect(await server.timeOf()).toBe(testNow)
  expect((await readSession(server.apiUrl, first)).state).toBe('EXPIRED')
  expect((await readSession(server.apiUrl, second)).state).toBe('ONGOING')
})

test("a session that is created lives from its application's present on", async () => {
  await using server = await open()
  await server.clock.set('2027-01-01T00:00:00Z', ada)
  const { client_session_token_ttl } = await readSession(server.apiUrl, await server.create(ada))
  expect(client_session_token_ttl).toBe(1_209_600)
})

test('without an application every clock moves, also one that is held', async () => {
  await using server = await open()
  await server.clock.advance('PT1H', ada)
  await server.clock.freeze(bob)
  await server.clock.advance('P1D')
  expect(await server.timeOf(ada)).toBe('2026-03-05T13:00:00Z')
  expect(await server.timeOf(bob)).toBe('2026-03-05T12:00:00Z')
  expect(await server.timeOf()).toBe('2026-03-05T12:00:00Z')
})

test('one application is held while the others run, and all are let run at once', async () => {
  await using server = await open()
  expect(await server.clock.freeze(ada)).toEqual({ now: testNow, frozen: true, ...ada })
  expect((await server.clock.get(bob)).frozen).toBe(false)
  await server.clock.freeze()
  expect((await server.clock.get(bob)).frozen).toBe(true)
  await server.clock.resume()
  expect((await server.clock.get(ada)).frozen).toBe(false)
})

test("an application's clock goes back by its reset alone", async () => {
  await using server = await open()
  await server.clock.advance('P1D', ada)
  await server.clock.advance('P2D', bob)
  await expect(server.clock.set(testNow, ada)).rejects.toThrow('is before 2026-03-05T12:00:00Z')
  await server.control.reset(ada)
  expect(await server.timeOf(ada)).toBe(testNow)
  expect(await server.timeOf(bob)).toBe('2026-03-06T12:00:00Z')
  await server.control.reset()
  expect(await server.timeOf(bob)).toBe(testNow)
})

test('no clock moves a named session', async () => {
  await using server = await open()
  const before = await readSession(server.apiUrl, 'all-approve')
  await server.clock.advance('P40D')
  expect(await readSession(server.apiUrl, 'all-approve')).toEqual(before)
  expect((await server.control.scenarios.get('all-approve')).answer).toEqual(before)
})

test('one application runs on while the others are held', async () => {
  await using server = await startServer()
  const { clock } = server.control
  await clock.freeze()
  expect(await clock.resume({ sdkId: 'one' })).toMatchObject({ frozen: false })
  expect([await clock.get({ sdkId: 'two' }), await clock.get()]).toMatchObject([{ frozen: true }, { frozen: true }])
})

test('an instant that is set for all is shown by all, also by those that were moved before', async () => {
  await using server = await startServer()
  const { clock } = server.control
  await clock.advance('P1D', { sdkId: 'ahead' })
  await clock.freeze({ sdkId: 'held' })
  await clock.set('2027-01-01T00:00:00Z')
  for (const whose of [{}, { sdkId: 'ahead' }, { sdkId: 'held' }, { sdkId: 'another' }])
    expect((await clock.get(whose)).now).toBe('2027-01-01T00:00:00Z')
  await clock.advance('P1D', { sdkId: 'ahead' })
  await expect(clock.set('2027-01-01T12:00:00Z')).rejects.toThrow(
    "2027-01-02T00:00:00Z, which the clock of 'ahead' shows",
  )
  expect((await clock.get()).now).toBe('2027-01-01T00:00:00Z')
})

test.each(['P100000000D', 'P3000000D', 'P99999999999999999999D'])(
  'a clock does not leave the years that can be written: %s',
  async (by) => {
    await using server = await startServer()
    const { clock, sessions } = server.control
    await expect(clock.advance(by, { sdkId: 'one' })).rejects.toThrow('goes no further than 9000-01-01T00:00:00Z')
    await expect(clock.advance(by)).rejects.toThrow('goes no further than')
    await expect(clock.set('9999-01-01T00:00:00Z')).rejects.toThrow('goes no further than')
    expect(await clock.get({ sdkId: 'one' })).toMatchObject({ now: testNow })
    expect(await sessions.list()).toEqual([])
  },
)

test.each(['P1M', 'P1Y', 'P1.5D', 'two days'])('%s is no duration that a clock can advance by', async (by) => {
  await using server = await startServer()
  await expect(server.control.clock.advance(by)).rejects.toThrow('weeks, days, hours, minutes and seconds')
})

test('a system clock that goes back undoes nothing, and time goes on when it has caught up', async () => {
  const time = { now: Date.parse(testNow) }
  await using server = await startServer({ clock: { now: () => time.now } })
  const order = JSON.stringify({ ...inBranchOrder(), user_tracking_id: 'scenario:all-approve' })
  const created = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: order })
  const { session_id } = (await created.json()) as Schema<'CreatedSession'>
  await server.control.sessions.visit(session_id)
  time.now += 3_600_000
  expect((await readSession(server.apiUrl, session_id)).state).toBe('COMPLETED')
  time.now -= 7_200_000
  expect((await readSession(server.apiUrl, session_id)).state).toBe('COMPLETED')
  expect((await server.control.clock.get()).now).toBe('2026-03-04T13:00:00Z')
  time.now += 7_201_000
  expect((await server.control.clock.get()).now).toBe('2026-03-04T13:00:01Z')
})
