import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

test.each([
  ['/idverify/v1/session/all-approve', 'GET /idverify/v1/sessions/{sessionId}'],
  ['/sandbox/idverify/v1/sesions/all-approve', 'GET /sandbox/idverify/v1/sessions/{sessionId}'],
  ['/sessions/all-approve', 'GET /idverify/v1/sessions/all-approve'],
  ['/idverify/v2/sessions/all-approve', 'GET /idverify/v1/sessions/all-approve'],
  ['/__mock/helth', 'GET /__mock/health'],
])('GET %s is NOT_FOUND and names %s', async (path, nearest) => {
  const { body, headers } = await request(target.url).get(path).expect(404)
  expect(body).toEqual({ code: 'NOT_FOUND', message: `No operation answers GET ${path}. Did you mean ${nearest}?` })
  expect(headers['content-type']).toBe('application/json')
})

test.each(['/', '/docs', '/idverify/v1', '/idverify/v1/', '/idverify/v1/nothing-like-it', '/__mock/'])(
  'GET %s says what there is',
  async (path) => {
    const { body } = await request(target.url).get(path).expect(404)
    expect(body.message).toContain("Yoti's API is below /idverify/v1 (GET /idverify/v1/sessions/all-approve)")
  },
)

test('a method that a path does not take is refused with those that it takes', async () => {
  const { body, headers } = await request(target.url).patch('/idverify/v1/sessions/all-approve').send({}).expect(405)
  expect(body.code).toBe('METHOD_NOT_ALLOWED')
  expect(body.message).toContain('Did you mean GET /idverify/v1/sessions/{sessionId}?')
  expect(headers['allow']?.split(', ')).toContain('GET')
})

test.each(['/openapi.json', '/__mock/openapi.json'])('%s is the document that is served', async (path) => {
  const { body } = await request(target.url).get(path).expect(200)
  expect(body.openapi).toBe('3.1.0')
  await request(target.url).post(path).expect(405)
})
