// What a kept state may ask of a server that takes it: `bench/block.mjs` measures the time.
import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

const put = async (url: string, state: object) => {
  const response = await fetch(`${url}/__mock/state`, { method: 'PUT', body: JSON.stringify(state) })
  const text = await response.text()
  return { status: response.status, errors: text === '' ? [] : JSON.parse(text).errors }
}

const many = <Item>(count: number, item: (nth: number) => Item) => Array.from({ length: count }, (_, nth) => item(nth))

const delivery = (changes: object) => ({
  ...{ id: 1, sessionId: 'order-1', topic: 'session_completion', dueAt: 0, endpoint: 'http://127.0.0.1:1/' },
  ...{ headers: {}, body: { session_id: 'order-1', topic: 'session_completion' }, status: 'delivered', attempts: [] },
  ...changes,
})

test('of thousands of unknown scenarios the first hundred are named', async () => {
  await using server = await startServer()
  const state = await server.control.state.get()
  const nextSessions = many(20_000, (nth) => ({ scenario: `none-${nth}`, times: 1 }))
  const { status, errors } = await put(server.url, { ...state, nextSessions })
  expect([status, errors.length, errors[99].property]).toEqual([400, 100, 'nextSessions[99].scenario'])
})

test('thousands of choices are taken, and used in their order', async () => {
  await using server = await startServer()
  const state = await server.control.state.get()
  const chosen = ['missing-document', ...many(20_000, () => 'all-approve')]
  const nextSessions = chosen.map((scenario) => ({ scenario, times: 1 }))
  expect((await put(server.url, { ...state, nextSessions })).status).toBe(204)
  const first = await server.control.state.get()
  expect([first.nextSessions.length, first.nextSessions[0]]).toEqual([
    20_001,
    { scenario: 'missing-document', times: 1 },
  ])
})

test.each([
  ['clocks', { shared: { aheadMs: 221_845_392_000_000 }, own: [] }, 'clocks.shared'],
  ['clocks', { shared: { aheadMs: -221_845_392_000_000 }, own: [] }, 'clocks.shared'],
  ['clocks', { shared: { aheadMs: 221_845_392_000_000, heldAt: 0 }, own: [] }, 'clocks.shared'],
  ['clocks', { shared: { aheadMs: 0 }, own: [{ sdkId: 'a', aheadMs: 0, heldAt: 1e300 }] }, 'clocks.own[0].heldAt'],
  ['deliveries', [delivery({ dueAt: 1e300 })], 'deliveries[0].dueAt'],
  [
    'deliveries',
    [delivery({ attempts: [{ at: -1e300, milliseconds: 1, temporary: false }] })],
    'deliveries[0].attempts[0].at',
  ],
])('instants that no clock shows are refused: %s %#', async (name, value, property) => {
  await using server = await startServer()
  const { status, errors } = await put(server.url, { ...(await server.control.state.get()), [name]: value })
  expect([status, errors[0].property]).toEqual([400, property])
})

test('a notification with a number that nothing can follow gets another', async () => {
  await using server = await startServer()
  const deliveries = [delivery({ id: Number.MAX_SAFE_INTEGER }), delivery({ id: 7 })]
  await put(server.url, { ...(await server.control.state.get()), deliveries })
  const ids = (await server.control.notifications.list()).map(({ id }) => id)
  expect(ids).toEqual([1, 7])
})

test('what is held twice is one hold', async () => {
  await using server = await startServer()
  await server.control.notifications.hold({ sdkId: 'ada' })
  await server.control.notifications.hold({ sdkId: 'ada' })
  await server.control.notifications.hold()
  expect((await server.control.state.get()).holds).toEqual([{ sdkId: 'ada' }, {}])
})
