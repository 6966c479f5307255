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
    errors: [{ property: 'body', message: 'ends before the last boundary of its multipart/form-data' }],
  })
  expect((await fetch(`${server.url}/__mock/health`)).status).toBe(200)
})

type Item = { readonly servers?: readonly { readonly url: string }[] } & Readonly<
  Record<'post' | 'put' | 'delete', { readonly requestBody?: object } | undefined>
>

test('every operation that takes a body answers 400 to one that ends too soon', async () => {
  await using server = await startServer()
  const answers: string[] = []
  for (const [document, base] of [
    ['/openapi.json', '/idverify/v1'],
    ['/__mock/openapi.json', '/__mock'],
  ]) {
    const { paths } = (await (await fetch(`${server.url}${document}`)).json()) as { paths: Record<string, Item> }
    for (const [path, item] of Object.entries(paths))
      for (const method of ['post', 'put', 'delete'] as const) {
        if (item[method]?.requestBody === undefined) continue
        const url = `${item.servers?.[0]?.url ?? `${server.url}${base}`}${path.replaceAll(/\{\w+\}/g, 'all-approve')}`
        const response = await fetch(url, { method: method.toUpperCase(), headers, body: truncated('binary-content') })
        const { code } = (await response.json()) as { code: string }
        answers.push(`${response.status} ${code}`)
      }
  }
  expect(answers.length).toBeGreaterThan(25)
  expect([...new Set(answers)]).toEqual(['400 MALFORMED_REQUEST'])
  expect((await fetch(`${server.url}/__mock/health`)).status).toBe(200)
})

test.each([
  ['multipart/form-data', 'is multipart/form-data without a boundary in its Content-Type'],
  ['multipart/form-data; boundary=C', 'ends before the last boundary of its multipart/form-data'],
])('an upload as %s says what is wrong', async (type, message) => {
  await using server = await startServer()
  const url = `${server.url}/idverify/v1/sessions`
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: truncated('a') })
  expect(await response.json()).toMatchObject({ errors: [{ property: 'body', message }] })
})
