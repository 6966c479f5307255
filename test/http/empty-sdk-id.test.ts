import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../support/server.js'

// A variable that is not set makes an empty text of it: nothing is done for an application that nobody can be.

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

test.each([
  ['PUT', '/clock', { frozen: true, sdkId: '' }],
  ['POST', '/clock/advance', { by: 'PT1H', sdkId: '' }],
  ['POST', '/next-session', { scenario: 'all-approve', sdkId: '' }],
  ['POST', '/faults', { operation: 'getSession', status: 503, sdkId: '' }],
  ['POST', '/notifications/hold', { sdkId: '' }],
  ['POST', '/reset', { sdkId: '' }],
  ['POST', '/requests/verify', { sdkId: '' }],
  ['DELETE', '/requests?sdkId=', undefined],
  ['DELETE', '/faults?sdkId=', undefined],
  ['GET', '/requests?sdkId=', undefined],
  ['GET', '/state?sdkId=', undefined],
])('%s %s with an empty sdkId is refused', async (method, path, body) => {
  const response = await fetch(`${target.url}/__mock${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  const { errors } = (await response.json()) as { errors?: unknown }
  expect([response.status, errors]).toEqual([400, [{ property: 'sdkId', message: 'must not be empty' }]])
})
