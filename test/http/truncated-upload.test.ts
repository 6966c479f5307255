import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

// A multipart body that ends within its part once ended the process.

const headers = { 'content-type': 'multipart/form-data; boundary=B' }
const truncated = (name: string) => `--B\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\nabc`

test.each([
  ['POST', '/idverify/v1/sessions', 'binary-content'],
  ['POST', '/idverify/v1/sessions', 'something-else'],
  ['POST', '/__mock/reset', 'binary-content'],
  ['PUT', '/idverify/v1/sessions/all-approve/instructions', 'binary-content'],
])('%s %s with a multipart body that ends within %s answers 400', async (method, path, part) => {
  await using server = await startServer()
  const response = await fetch(`${server.url}${path}`, { method, headers, body: truncated(part) })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'MALFORMED_REQUEST',
    errors: [{ property: 'body', message: 'is not multipart/form-data' }],
  })
  expect((await fetch(`${server.url}/__mock/health`)).status).toBe(200)
})
