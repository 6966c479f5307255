import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'

// docs/security.md: who may drive the server. RFC 6761 and RFC 8375 keep the local domains.
let loopback: Awaited<ReturnType<typeof startServer>>
let everywhere: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  loopback = await startServer()
  everywhere = await startServer({ host: '0.0.0.0' })
})
afterAll(async () => {
  await loopback.close()
  await everywhere.close()
})

const statusOf = (url: string, headers: Readonly<Record<string, string>>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = httpRequest(`${url}/__mock/defaults`, { headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject).end()
  })

// A name of a stranger that points here (DNS rebinding) comes as Host; a page sends its Origin.
test.each([
  [{}, 200, 200],
  [{ Host: 'localhost' }, 200, 200],
  [{ Host: 'mock-yoti:9684' }, 200, 200],
  [{ Host: '127.0.0.1:1' }, 200, 200],
  [{ Host: '10.1.2.3' }, 200, 200],
  [{ Host: '[::1]:9684' }, 200, 200],
  [{ Host: 'yoti.localhost' }, 200, 200],
  [{ Host: 'yoti.local' }, 200, 200],
  [{ Host: 'host.docker.internal' }, 200, 200],
  [{ Host: 'yoti.test' }, 200, 200],
  [{ Host: 'evil.example' }, 403, 200],
  [{ Host: 'localhost.evil.example' }, 403, 200],
  [{ Host: 'evil.notlocal' }, 403, 200],
  [{ Host: 'evil.example', Origin: 'http://evil.example' }, 403, 403],
  [{ Host: 'localhost', Origin: 'http://localhost' }, 200, 200],
  [{ Host: 'localhost', Origin: 'https://localhost' }, 200, 200],
  [{ Host: 'localhost:1', Origin: 'http://localhost:2' }, 403, 403],
  [{ Host: 'localhost', Origin: 'http://evil.example' }, 403, 403],
  [{ Host: 'localhost', Origin: 'null' }, 403, 403],
  [{ Host: 'yoti.test', Origin: 'http://yoti.test' }, 200, 200],
])('a driver with %j is answered %d on loopback, %d on every address', async (headers, onLoopback, elsewhere) => {
  expect(await statusOf(loopback.url, headers)).toBe(onLoopback)
  expect(await statusOf(everywhere.url, headers)).toBe(elsewhere)
})

test('with a token only its bearer drives, from any page', async () => {
  await using server = await startServer({ controlToken: 'sesame' })
  const evil = { Host: 'evil.example', Origin: 'http://other.example' }
  expect(await statusOf(server.url, { ...evil, Authorization: 'Bearer sesame' })).toBe(200)
  expect(await statusOf(server.url, { Authorization: 'bearer   sesame' })).toBe(200)
  expect(await statusOf(server.url, { Authorization: 'Basic sesame' })).toBe(401)
  expect(await statusOf(server.url, { Authorization: 'Bearer sesam' })).toBe(401)
  expect(await statusOf(server.url, {})).toBe(401)
  const answer = await fetch(`${server.url}/__mock/defaults`)
  expect([answer.headers.get('www-authenticate'), await answer.json()]).toEqual([
    'Bearer',
    expect.objectContaining({ code: 'CONTROL_TOKEN' }),
  ])
})
