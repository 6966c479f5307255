import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'
import { demo, demoQuery, messageOf, sendRaw, sign } from '../../support/signing.js'

// Go, Python and Ruby join a base that ends in a slash and a path that begins with one, and sign the path below the base.
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test.each([
  ['/idverify/v1/sessions/all-approve', 200],
  ['/idverify/v1//sessions/all-approve', 200],
  ['//idverify///v1////sessions/////all-approve', 200],
  ['/idverify/v1/sessions/all-approve/', 200],
  ['/idverify/v1/sessions/all-approve///', 200],
  ['/sandbox/idverify/v1/sessions/all-approve', 200],
  ['/scenario/documents-differ/idverify/v1/sessions/all-approve', 200],
  ['/scenario/documents-differ/sandbox//idverify/v1/sessions/all-approve', 200],
  ['/scenario/no-such/idverify/v1/sessions/all-approve', 400],
  ['/idverify/v1', 404],
  ['/idverify/v1/', 404],
  ['/idverify/v2/sessions/all-approve', 404],
  ['/idverify/v1x/sessions/all-approve', 404],
  ['/Idverify/v1/sessions/all-approve', 404],
  ['/openapi.json', 200],
  ['/__mock/openapi.json', 200],
  ['/__mock/health', 200],
  ['/__mock//health/', 200],
  ['/__mockery/health', 404],
  ['/web/index.html', 400],
  ['/nothing', 404],
])('GET %s answers %d', async (target, status) => {
  expect((await sendRaw(server.url, { target })).status).toBe(status)
})

test.each([
  ['/idverify/v1/sessions/all-approve', '/sessions/all-approve', 200],
  ['/idverify/v1//sessions/all-approve', '/sessions/all-approve', 200],
  ['//idverify/v1///sessions//all-approve', '/sessions/all-approve', 200],
  ['/sandbox/idverify/v1/sessions/all-approve', '/sessions/all-approve', 200],
  ['/idverify/v1/sessions/all-approve', '/idverify/v1/sessions/all-approve', 401],
  // A slash at the end is signed by those who send it.
  ['/idverify/v1/sessions/all-approve/', '/sessions/all-approve/', 200],
  ['/idverify/v1/sessions/all-approve/', '/sessions/all-approve', 401],
])('%s, signed as %s, answers %d', async (path, signed, status) => {
  const query = demoQuery()
  const digest = sign(messageOf('GET', `${signed}?${query}`))
  const answer = await sendRaw(server.url, { target: `${path}?${query}`, headers: { 'X-Yoti-Auth-Digest': digest } })
  expect(answer.status).toBe(status)
  expect(demo.sdkId).toBe('3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684')
})
