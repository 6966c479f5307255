import { expect, test } from 'vitest'
import { topics } from '../../server/engine/model/topics.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { createNamedSession } from '../../server/engine/sessions/named-sessions.js'
import type { Schema } from '../../server/openapi/schema.js'
import { orderLike } from '../support/order-like.js'
import { startServer, testNow } from '../support/server.js'

/** Scenarios whose sessions can be read, and whose notifications do not go astray. */
const scenarios = builtInScenarios().filter(
  ({ answers, group }) => Object.keys(answers).length === 0 && group !== 'webhooks',
)

test('of every scenario exactly what its answer shows as done is told, the end last', async () => {
  await using server = await startServer({ visits: 'manual' })
  const { control } = server
  await control.notifications.hold()
  const send = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${server.apiUrl}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    return (await answer.json()) as unknown
  }
  for (const scenario of scenarios) {
    const { request } = createNamedSession(scenario, Date.parse(testNow))
    const notifications = { endpoint: 'http://127.0.0.1:1/', topics: [...topics] }
    const created = await send('POST', '/sessions', {
      ...orderLike({ ...request, userTrackingId: `scenario:${scenario.id}` }),
      notifications,
    })
    const sessionId = (created as Schema<'CreatedSession'>).session_id
    if (scenario.visit !== 'none') await control.sessions.visit(sessionId)
    await control.clock.advance('PT1H')
    const { state, resources, checks } = (await send('GET', `/sessions/${sessionId}`)) as Schema<'SessionResult'>
    const told = (await control.notifications.list({ sessionId })).map(({ body }) => body)
    const aboutOf = (id: 'resource_id' | 'task_id' | 'check_id') => told.flatMap((body) => body[id] ?? []).sort()
    const captured = [
      ...resources.id_documents,
      ...resources.supplementary_documents,
      ...resources.face_capture,
      ...resources.liveness_capture,
      ...(resources.share_codes ?? []),
    ]
    const ended = captured.flatMap(({ tasks }) =>
      tasks.filter((task) => task.state === 'DONE' || task.state === 'FAILED'),
    )
    const done = checks.filter((check) => check.state === 'DONE')
    const sorted = (things: readonly { id: string }[]) => things.map(({ id }) => id).sort()
    expect(aboutOf('resource_id'), scenario.id).toEqual(sorted(captured))
    expect(aboutOf('task_id'), scenario.id).toEqual(sorted(ended))
    expect(aboutOf('check_id'), scenario.id).toEqual(sorted(done))
    const end = told.findIndex(({ topic }) => topic === 'session_completion')
    expect(end, scenario.id).toBe(state === 'COMPLETED' ? told.length - 1 : -1)
  }
})
