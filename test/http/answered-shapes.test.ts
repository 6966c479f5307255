import { expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { startServer } from '../support/server.js'

test('shapes say how often this server answered them, named or created', async () => {
  await using server = await startServer({ visits: 'manual' })
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  const { session_id } = await server.control.sessions.start({ scenario: 'all-approve' })
  // A session that is not there yet is another shape.
  await fetch(`${server.apiUrl}/sessions/${session_id}`)
  await server.control.sessions.visit(session_id)
  await fetch(`${server.apiUrl}/sessions/${session_id}`)
  await fetch(`${server.apiUrl}/sessions/nobody`)
  await server.control.faults.add({ operation: 'getSession', code: 'TOO_MANY_REQUESTS', times: 1 })
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  const { shapes, operations } = await server.control.shapes()
  expectDocumented('control', 'listShapes', 200, { shapes, operations })
  expect(shapes.length).toBeGreaterThan(250)
  const answered = shapes.filter((shape) => (shape.answered?.count ?? 0) > 0)
  const last_at = '2026-03-04T12:00:00.000Z'
  expect(answered.map((shape) => [shape.id, shape.answered])).toEqual([
    ['all-approve', { count: 2, last_at }],
    ['error-session-not-found', { count: 1, last_at }],
    ['error-too-many-requests', { count: 1, last_at }],
  ])
  expect(operations).toEqual([
    { operation: 'getSession', status: 200, count: 3, last_at },
    { operation: 'getSession', status: 404, code: 'SESSION_NOT_FOUND', count: 1, last_at },
    { operation: 'getSession', status: 429, code: 'TOO_MANY_REQUESTS', count: 1, last_at },
  ])
})

test('a shape that cannot be told from another says nothing about itself', async () => {
  await using server = await startServer()
  const { shapes } = await server.control.shapes()
  const configurations = shapes.filter(
    ({ operation, status }) => operation === 'getSessionConfiguration' && status === 200,
  )
  expect(configurations.length).toBeGreaterThan(1)
  expect(configurations.map(({ answered }) => answered)).toEqual(configurations.map(() => undefined))
})
