import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

/** Sends bytes as they are; all that comes back. */
const exchange = async (text: string) => {
  const { hostname, port } = new URL(target.url)
  const socket = connect(Number(port), hostname)
  socket.write(text)
  const [head = '', body = ''] = (await socket.toArray()).join('').split('\r\n\r\n')
  return { head, body }
}

test.each([
  ['no HTTP', 'FOO\r\n\r\n', 400],
  ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nA b\r\n\r\n', 400],
  ['a method that nobody knows', 'BREW /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a length that is none', 'POST /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: z\r\n\r\n', 400],
  [
    'a chunk without a size',
    'POST /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    400,
  ],
  ['a header of 40 kB', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
])('%s is answered as an error of Yoti', async (_what, text, status) => {
  const { head, body } = await exchange(text)
  expect(head).toContain(`HTTP/1.1 ${status} `)
  expect(head).toMatch(/\r\nx-request-id: [0-9a-f-]{36}\r\n/)
  expect(head).toContain('\r\nContent-Type: application/json\r\n')
  expect(JSON.parse(body)).toEqual({ code: 'MALFORMED_REQUEST', message: expect.stringContaining('cannot be read: ') })
})

test('an expectation that nobody knows is passed over', async () => {
  const { head, body } = await exchange(
    'POST /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}',
  )
  expect(head).toContain('HTTP/1.1 400 ')
  expect(JSON.parse(body)).toMatchObject({ code: 'PAYLOAD_VALIDATION' })
})

test.each(['/idverify/v1/sessions', '/__mock/reset'])(
  'a body for %s that breaks off is refused at once',
  async (path) => {
    const { hostname, port } = new URL(target.url)
    const socket = connect(Number(port), hostname)
    socket.end(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n{"half":`)
    const answer = (await socket.toArray()).join('')
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400'])
    expect(answer).toContain('{"code":"MALFORMED_REQUEST","message":"The request cannot be read: ')
  },
)
