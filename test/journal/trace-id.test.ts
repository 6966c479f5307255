import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'

test('requests of a trace are found by its id', async () => {
  await using server = await startServer()
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  await fetch(`${server.apiUrl}/sessions/wrong-document`, {
    headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
  })
  const found = await server.control.requests.list({ traceId })
  expect(found.map((one) => [one.id, one.traceId])).toEqual([[2, traceId]])
  const { requests } = await server.control.requests.summaries({ traceId })
  expect(requests.map((one) => [one.id, one.traceId])).toEqual([[2, traceId]])
  expect(await server.control.requests.verify({ traceId, operation: 'getSession', exactly: 1 })).toBe(1)
})

test.each([
  ['upper case', `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`],
  ['no trace', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
  ['no parent', `00-${traceId}-${'0'.repeat(16)}-01`],
  ['a version that is none', `ff-${traceId}-00f067aa0ba902b7-01`],
  ['more than version 00 has', `00-${traceId}-00f067aa0ba902b7-01-more`],
  ['too short', `00-${traceId}-00f067aa0ba902b7`],
])('a traceparent of %s names no trace', async (_what, traceparent) => {
  await using server = await startServer()
  await fetch(`${server.apiUrl}/sessions/all-approve`, { headers: { traceparent } })
  expect((await server.control.requests.get(1)).traceId).toBeUndefined()
})

test('a later version may have more', async () => {
  await using server = await startServer()
  const headers = { traceparent: `01-${traceId}-00f067aa0ba902b7-01-more` }
  await fetch(`${server.apiUrl}/sessions/all-approve`, { headers })
  expect((await server.control.requests.get(1)).traceId).toBe(traceId)
})
