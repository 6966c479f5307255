import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorTable } from '../../server/base/errors.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { expectDocumented } from '../support/answers.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const errors = builtInScenarios().flatMap(({ id, group, answers }) =>
  group !== 'errors' || answers.everyOperation === undefined ? [] : [{ id, code: answers.everyOperation.error }],
)

test.each(errors)('$id answers $code, by name, by UUID and under its base URL', async ({ id, code }) => {
  const { session_id, shape, status, answer } = await target.control.scenarios.get(id)
  expect(id).toBe(`error-${code.toLowerCase().replaceAll('_', '-')}`)
  expect(status).toBe(errorTable[code].status)
  expect(shape).toBe(`${status} ${code}`)
  for (const url of [
    `${target.apiUrl}/sessions/${id}`,
    `${target.apiUrl}/sessions/${session_id}`,
    `${target.sandboxUrl}/sessions/${id}`,
    `${target.scenarioUrl(id)}/sessions/any`,
  ]) {
    const { body, headers } = await request(url).get('').expect(status)
    expectDocumented('yoti', 'getSession', status, body)
    expect(body).toEqual(answer)
    expect(body).toEqual({ code, message: errorTable[code].message })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('every error that openapi.yaml gives reading a session, but for a malformed request, is a scenario', async () => {
  const { body } = await request(target.url).get('/openapi.json').expect(200)
  const codes = ['Unauthorised', 'SessionNotFound', 'TooManyRequests', 'ServerError', 'TemporarilyUnavailable'].flatMap(
    (name) => Object.keys(body.components.responses[name].content['application/json'].examples),
  )
  expect(errors.map(({ code }) => code).sort()).toEqual(codes.sort())
})
