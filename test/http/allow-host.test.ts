import { request as httpRequest } from 'node:http'
import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

const send = (url: string, headers: Readonly<Record<string, string>>, method = 'POST') =>
  new Promise<{ status: number | undefined; message: string | undefined }>((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, async (response) => {
      const text = (await response.toArray()).join('')
      resolve({ status: response.statusCode, message: text === '' ? undefined : JSON.parse(text).message })
    })
    sent.on('error', reject).end()
  })

const page = (name: string) => ({ Host: name, Origin: `https://${name}` })

test.each(['127.0.0.1', '0.0.0.0'])(
  'a page by a name that is not local is told of --allow-host, on %s',
  async (host) => {
    await using server = await startServer({ host })
    expect(await send(`${server.url}/__mock/reset`, page('mock.example.com'))).toEqual({
      status: 403,
      message:
        "'mock.example.com' is not a local name: pages reach /__mock by it only with --allow-host mock.example.com, or with a --control-token",
    })
  },
)

test.each(['127.0.0.1', '0.0.0.0'])('--allow-host lets pages by that name drive the server, on %s', async (host) => {
  await using server = await startServer({ host, allowHost: ['mock.example.com'] })
  expect((await send(`${server.url}/__mock/reset`, page('mock.example.com'))).status).toBe(204)
  expect((await send(`${server.url}/__mock/reset`, page('other.example.com'))).status).toBe(403)
  const foreign = { Host: 'mock.example.com', Origin: 'https://evil.example' }
  expect((await send(`${server.url}/__mock/reset`, foreign)).status).toBe(403)
})

test('a proxy may change the Host of what the page sends', async () => {
  await using server = await startServer({ allowHost: ['mock.example.com'] })
  const behindProxy = { Host: '127.0.0.1:9684', Origin: 'https://mock.example.com:8443' }
  expect((await send(`${server.url}/__mock/reset`, behindProxy)).status).toBe(204)
  expect((await send(`${server.url}/idverify/v1/sessions`, behindProxy)).status).toBe(400)
})

test('with a control token any name will do', async () => {
  await using server = await startServer({ controlToken: 'open sesame' })
  const headers = { ...page('mock.example.com'), Authorization: 'Bearer open sesame' }
  expect((await send(`${server.url}/__mock/reset`, headers)).status).toBe(204)
})

test('what a page of another site loads without an Origin is refused; a link that somebody follows is not', async () => {
  await using server = await startServer()
  const image = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }
  const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
  expect((await send(`${server.url}/__mock/requests`, image, 'GET')).status).toBe(403)
  expect((await send(`${server.url}/__mock/requests`, link, 'GET')).status).toBe(200)
})
