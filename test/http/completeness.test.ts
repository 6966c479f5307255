import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { atHomeOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** Sends bytes as they are; all that comes back. */
const exchange = async (text: string) => {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.write(text)
  return (await socket.toArray()).join('')
}

const get = (target: string, headers = 'Host: x\r\n') => `GET ${target} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`

test.each([
  '/__mock/health',
  '/idverify/v1/sessions/all-approve',
  '/idverify/v1/supported-documents',
  '/openapi.json',
  '/idverify/v1/sessions/no-such',
])('HEAD %s answers as GET, without a body', async (path) => {
  const [head, got] = await Promise.all([
    fetch(`${server.url}${path}`, { method: 'HEAD' }),
    fetch(`${server.url}${path}`),
  ])
  const bytes = (await got.arrayBuffer()).byteLength
  expect(head.status).toBe(got.status)
  expect(head.headers.get('content-type')).toBe('application/json')
  expect(Number(head.headers.get('content-length'))).toBe(bytes)
  expect(await head.text()).toBe('')
})

test.each([
  ['/idverify/v1/sessions', 'POST, OPTIONS'],
  ['/idverify/v1/sessions/all-approve', 'GET, DELETE, HEAD, OPTIONS'],
  ['/__mock/health', 'GET, HEAD, OPTIONS'],
  ['/v1/oauth/token', 'POST, OPTIONS'],
  ['/openapi.json', 'GET, HEAD, OPTIONS'],
  ['/web/index.html', 'GET, POST, HEAD, OPTIONS'],
])('OPTIONS %s answers what the path takes', async (path, allow) => {
  const answer = await fetch(`${server.url}${path}`, { method: 'OPTIONS' })
  expect([answer.status, answer.headers.get('allow')]).toEqual([204, allow])
})

test('OPTIONS of a path that nothing answers is 404, and OPTIONS * is answered', async () => {
  expect((await fetch(`${server.url}/idverify/v1/nothing`, { method: 'OPTIONS' })).status).toBe(404)
  expect(await exchange('OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain(
    'Allow: GET, POST, PUT, DELETE, HEAD, OPTIONS',
  )
})

test('a whole URL as the target, as clients send it to a proxy, is answered as its path', async () => {
  const answer = await exchange(get('http://api.yoti.com/idverify/v1/sessions/all-approve'))
  expect(answer).toContain('HTTP/1.1 200 OK')
  expect(answer).toContain('"state":"COMPLETED"')
})

test.each(['http://', 'https://x', 'http://x?a', '/__mock/health#x', '//[#', '/\\#@x:y'])(
  'GET %s is an error of Yoti, not HTML',
  async (target) => {
    const answer = await exchange(get(target))
    expect(answer).toContain('HTTP/1.1 404 ')
    expect(answer).toContain('{"code":"NOT_FOUND"')
  },
)

test('a request without the Host that HTTP/1.1 requires is told so; HTTP/1.0 needs none', async () => {
  const answer = await exchange(get('/idverify/v1/sessions/all-approve', ''))
  expect(answer).toContain('HTTP/1.1 400 ')
  expect(answer).toContain('{"property":"header.Host","message":"is missing; HTTP/1.1 requires it"}')
  expect(await exchange('GET /__mock/openapi.json HTTP/1.0\r\n\r\n')).toContain(' 200 OK')
})

test('a request with two hosts is refused: nobody could say which one is meant', async () => {
  const answer = await exchange(get('/idverify/v1/sessions/all-approve', 'Host: a.example\r\nhost: b.example\r\n'))
  expect(answer).toContain('HTTP/1.1 400 ')
  expect(answer).toContain('{"property":"header.Host","message":"stands twice; HTTP/1.1 takes one"}')
})

test('a client that wants a tunnel through this server is told what to do instead, after earlier answers', async () => {
  const answer = await exchange(
    'GET /__mock/health HTTP/1.1\r\nHost: x\r\n\r\nCONNECT api.yoti.com:443 HTTP/1.1\r\nHost: api.yoti.com:443\r\n\r\n',
  )
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 405'])
  expect(answer).toContain(
    '{"code":"METHOD_NOT_ALLOWED","message":"CONNECT api.yoti.com:443: this server opens no tunnels.',
  )
  expect((await fetch(`${server.url}/__mock/health`)).status).toBe(200)
})

test('the answer to a request arrives before the 400 of the garbage behind it', async () => {
  const body = JSON.stringify(atHomeOrder())
  const answer = await exchange(
    `POST /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}FOO\r\n\r\n`,
  )
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 201', 'HTTP/1.1 400'])
  const [, id = ''] = /"session_id":"([^"]+)"/.exec(answer) ?? []
  expect((await readSession(server.apiUrl, id)).state).toBe('ONGOING')
})

test('100 Continue comes after an earlier answer, not within it', async () => {
  await server.control.faults.add({ operation: 'getSession', slowBody: 'PT0.1S', times: 1 })
  const body = JSON.stringify(atHomeOrder())
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.write(
    `GET /idverify/v1/sessions/all-approve HTTP/1.1\r\nHost: x\r\n\r\nPOST /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  let answer = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    answer += chunk.toString()
    if (answer.endsWith('HTTP/1.1 100 Continue\r\n\r\n')) socket.write(body)
  }
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 100', 'HTTP/1.1 201'])
  const [, length = '', first = ''] = /Content-Length: (\d+)\r\n[^{]*(\{.*?)HTTP\/1\.1 100/s.exec(answer) ?? []
  expect(first).toHaveLength(Number(length))
})

test.each(['Trailer', 'trailer'])(
  'a fault with the header %s, which cannot be sent, is an error of Yoti',
  async (name) => {
    await server.control.faults.add({ operation: 'getSession', status: 503, headers: { [name]: 'x' }, times: 1 })
    const answer = await fetch(`${server.apiUrl}/sessions/all-approve`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/json'])
    expect(answer.statusText).toBe('Internal Server Error')
    expect(await answer.json()).toEqual({ code: 'SERVER_ERROR', message: 'An unexpected error occurred on the server' })
    expect((await fetch(`${server.apiUrl}/sessions/all-approve`)).status).toBe(200)
  },
)
