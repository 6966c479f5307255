import { request as httpRequest } from 'node:http'
import { expect, test } from 'vitest'
import { connectMockYoti } from '../../server/index.js'
import { startServer } from '../support/server.js'

/** Sends a request with headers that `fetch` does not let one set; the status and the code of the answer. */
const send = (url: string, headers: Readonly<Record<string, string>>, method = 'POST', path = '/__mock/reset') =>
  new Promise<string>((resolve, reject) => {
    const sent = httpRequest(`${url}${path}`, { method, headers }, async (response) => {
      const text = (await response.toArray()).join('')
      resolve(`${response.statusCode} ${text === '' ? '' : JSON.parse(text).code}`.trim())
    })
    sent.on('error', reject).end()
  })

test('with a control token only those who send it drive the server; health stays open', async () => {
  await using server = await startServer({ controlToken: 'open sesame' })
  const stranger = connectMockYoti(server.url)
  expect(await stranger.control.health()).toEqual({ status: 'ok' })
  await expect(stranger.control.sessions.list()).rejects.toThrow('CONTROL_TOKEN')
  await expect(connectMockYoti(server.url, { token: 'open' }).control.reset()).rejects.toThrow('CONTROL_TOKEN')
  expect(await connectMockYoti(server.url, { token: 'open sesame' }).control.sessions.list()).toEqual([])
  expect(await server.control.sessions.list()).toEqual([])
  expect((await fetch(`${server.apiUrl}/sessions/all-approve`)).status).toBe(200)
})

test.each([
  ['Bearer open sesame', '204'],
  ['bearer open sesame', '204'],
  ['Bearer open sesame!', '401 CONTROL_TOKEN'],
  ['open sesame', '401 CONTROL_TOKEN'],
  ['Basic open sesame', '401 CONTROL_TOKEN'],
])('the control token is a bearer token: %s', async (Authorization, expected) => {
  await using server = await startServer({ controlToken: 'open sesame' })
  expect(await send(server.url, { Authorization })).toBe(expected)
})

test('curl drives the server as it is, whatever it says of the content', async () => {
  await using server = await startServer()
  const type = { 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': 'curl/8.5.0' }
  expect(await send(server.url, type)).toBe('204')
})

test.each([
  { Origin: 'https://evil.example' },
  { Origin: 'http://127.0.0.1:1' },
  { Origin: 'null' },
  { Host: 'evil.example' },
  { Host: 'evil.example', Origin: 'http://evil.example' },
])('a web page of another site cannot drive the server: %j', async (headers) => {
  await using server = await startServer()
  expect(await send(server.url, headers)).toBe('403 FOREIGN_PAGE')
})

test.each(['localhost:9684', 'mock-yoti:9684', 'host.docker.internal', '[::1]:9684', 'yoti.localhost'])(
  'the name %s is a local one',
  async (Host) => {
    await using server = await startServer()
    expect(await send(server.url, { Host })).toBe('204')
    expect(await send(server.url, { Host, Origin: `http://${Host}` })).toBe('204')
  },
)

test('a server that listens elsewhere answers to any name, but to no foreign page', async () => {
  await using server = await startServer({ host: '0.0.0.0' })
  expect(await send(server.url, { Host: 'yoti.staging.example' })).toBe('204')
  expect(await send(server.url, { Host: 'yoti.staging.example', Origin: 'http://evil.example' })).toBe(
    '403 FOREIGN_PAGE',
  )
})
