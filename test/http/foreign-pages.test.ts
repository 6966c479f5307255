import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { atHomeOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
let open: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
  open = await startServer({ allowOrigin: ['http://shop.example:3000'] })
})
afterAll(async () => {
  await server.close()
  await open.close()
})

type Headers = Readonly<Record<string, string>>

const send = (url: string, headers: Headers, body = '', method = 'POST') =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, async (response) =>
      resolve({ status: response.statusCode, text: (await response.toArray()).join('') }),
    )
    sent.on('error', reject).end(body)
  })

const order = JSON.stringify(atHomeOrder())

test.each(['/idverify/v1/sessions', '/sandbox/idverify/v1/sessions', '/v1/oauth/token', '/web/index.html'])(
  'a page of another site sends nothing to %s, and is told of --allow-origin',
  async (path) => {
    const { status, text } = await send(`${server.url}${path}`, { Origin: 'https://evil.example' }, order)
    expect(status).toBe(403)
    expect(JSON.parse(text)).toEqual({
      code: 'FOREIGN_PAGE',
      message:
        'Pages of other sites may not use this server unless --allow-origin names them, or --allow-host the name that this server has there; on loopback /__mock answers to local names only',
    })
    expect(await server.control.sessions.list()).toEqual([])
  },
)

test.each<Headers>([
  { Host: 'mock.test:9684', Origin: 'http://mock.test:9684' },
  { Host: 'mock.test', Origin: 'https://mock.test' },
  { Host: 'mock.test:443', Origin: 'https://mock.test' },
  { Host: 'MOCK.test', Origin: 'http://mock.test' },
])('a page that comes from the server itself may, whatever the scheme: %j', async (headers) => {
  expect((await send(`${open.apiUrl}/sessions`, headers, order)).status).toBe(201)
})

test.each<Headers>([
  { Host: 'mock.test:9684', Origin: 'http://mock.test:9685' },
  { Host: 'mock.test', Origin: 'null' },
  { Host: 'mock.test', Origin: 'http://shop.example' },
])('any other may not: %j', async (headers) => {
  expect((await send(`${open.apiUrl}/sessions`, headers, order)).status).toBe(403)
})

test('--allow-origin lets a page of another site in, also to the control API', async () => {
  const headers = { Origin: 'http://shop.example:3000' }
  expect((await send(`${open.apiUrl}/sessions`, headers, order)).status).toBe(201)
  expect((await send(`${open.url}/__mock/reset`, headers)).status).toBe(204)
  const page = await fetch(`${open.url}/web/index.html`)
  expect(page.headers.get('content-security-policy')).toContain(' http://shop.example:3000')
})

test.each(['localhost:9684', 'mock-yoti:9684', 'yoti.staging.example', '[::1]:9684'])(
  'the forms of the pages work where the server is called %s',
  async (Host) => {
    const created = await send(`${server.apiUrl}/sessions`, {}, order)
    const { session_id: id } = JSON.parse(created.text) as { session_id: string }
    const { client_session_token: token = '' } = await readSession(server.apiUrl, id)
    const url = `${server.url}/web/index.html?${new URLSearchParams({ sessionID: id, sessionToken: token })}`
    const form = { Host, Origin: `https://${Host}`, 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await send(url, form, 'action=complete&scenario=all-approve')).status).toBe(303)
    expect((await readSession(server.apiUrl, id)).state).toBe('COMPLETED')
  },
)
