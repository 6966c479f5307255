import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const scenarios = [
  ['error-message-signing', 401, 'MESSAGE_SIGNING'],
  ['error-bad-sdk-id', 401, 'BAD_SDK_ID'],
  ['error-bad-public-key', 401, 'BAD_PUBLIC_KEY'],
  ['error-session-not-found', 404, 'SESSION_NOT_FOUND'],
  ['error-app-not-found', 404, 'APP_NOT_FOUND'],
  ['error-too-many-requests', 429, 'TOO_MANY_REQUESTS'],
  ['error-server-error', 500, 'SERVER_ERROR'],
  ['error-temporarily-unavailable', 503, 'TEMPORARILY_UNAVAILABLE'],
  ['retention-over', 404, 'SESSION_NOT_FOUND'],
] as const

const operations = [
  ['GET', ''],
  ['GET', '/configuration'],
  ['GET', '/instructions'],
  ['PUT', '/instructions'],
  ['GET', '/instructions/pdf'],
  ['GET', '/instructions/contact-profile'],
  ['POST', '/instructions/email'],
  ['GET', '/media/7b1d3f0e-0000-4000-8000-000000000001/content'],
  ['DELETE', '/media/7b1d3f0e-0000-4000-8000-000000000001/content'],
  ['POST', '/resources/face-capture'],
  ['PUT', '/resources/face-capture/any/image'],
  ['GET', '/tracked-devices'],
  ['DELETE', '/tracked-devices'],
  ['DELETE', ''],
] as const

test.each(scenarios)('%s answers %i %s to every operation on the session', async (id, status, code) => {
  const created = await fetch(`${server.scenarioUrl(id)}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(inBranchOrder()),
  })
  expect(created.status).toBe(201)
  const { session_id } = (await created.json()) as { session_id: string }
  for (const session of [id, session_id])
    for (const [method, path] of operations) {
      const answer = await fetch(`${server.apiUrl}/sessions/${session}${path}`, { method })
      expect([method, path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        method,
        path,
        status,
        code,
      ])
    }
})
