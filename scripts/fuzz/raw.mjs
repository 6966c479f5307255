// Bytes on a socket: HTTP that is cut off, pipelined or wrong, and uploads that end anywhere.
import { connect } from 'node:net'
import { png, upload } from '../requests/orders.mjs'
import { api } from '../requests/session-calls.mjs'
import { spoil } from '../requests/values.mjs'

const patience = 5_000

const message = (start, lines = [], /** @type {string | Buffer} */ body = '') =>
  Buffer.concat([Buffer.from([start, 'Host: 127.0.0.1:9684', ...lines, '', ''].join('\r\n')), Buffer.from(body)])

const withBody = (start, body, ...lines) =>
  message(start, [`Content-Length: ${Buffer.byteLength(body)}`, ...lines], body)

const starts = [
  `GET ${api}/sessions/all-approve HTTP/1.1`,
  `GET http://127.0.0.1:9684${api}/sessions/all-approve HTTP/1.1`,
  'GET http:// HTTP/1.1',
  'GET http://[::1 HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  `OPTIONS ${api}/sessions HTTP/1.1`,
  `HEAD ${api}/sessions/all-approve HTTP/1.1`,
  'HEAD /__mock/health HTTP/1.1',
  `GET ${api}/sessions/%zz HTTP/1.1`,
  `GET ${api}/sessions/é HTTP/1.1`,
  'CONNECT 127.0.0.1:80 HTTP/1.1',
  'TRACE / HTTP/1.1',
  'GET / HTTP/1.0',
  'GET / HTTP/3.0',
  'GET //// HTTP/1.1',
  'BREW /idverify HTTP/1.1',
  'GET /__console HTTP/1.1',
  'GET /__console/..%2f..%2fpackage.json HTTP/1.1',
  'GET /__mock/requests.har HTTP/1.1',
]
const lines = [
  'A b',
  `A: ${'a'.repeat(20_000)}`,
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Content-Length: z',
  'Content-Length: 1\r\nContent-Length: 2',
  'Expect: tea',
  'Expect: 100-continue',
  'Connection: upgrade\r\nUpgrade: websocket',
  'Connection: upgrade\r\nUpgrade: h2c',
  'Host: other.example',
  'constructor: x',
  '__proto__: x',
  'Trailer: A',
]

const uploaded = (random, sessionIds) => {
  const { headers, body } = upload(png('a face'.repeat(random.below(50))), random.pick(['image/png', 'text/html', '']))
  const end = random.chance(0.7) ? random.below(body.length + 1) : body.length
  const cut = body.subarray(0, end)
  const type = random.pick([
    headers['Content-Type'],
    headers['Content-Type'],
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="B',
  ])
  const path = random.pick([
    `${api}/sessions`,
    `${api}/sessions/${random.pick(sessionIds)}/resources/face-capture/x/image`,
    '/__mock/reset',
    '/__mock/faults',
  ])
  const start = `${random.pick(['PUT', 'POST'])} ${path} HTTP/1.1`
  return random.chance(0.5)
    ? withBody(start, cut, `Content-Type: ${type}`)
    : message(start, [`Content-Type: ${type}`, `Content-Length: ${body.length}`], cut)
}

/** Bytes of an upload that may end too early. */
export const makeUpload = ({ random, sessionIds }) => uploaded(random, sessionIds)

/** One or more messages, spoilt or cut off. */
export const makeRaw = ({ random, sessionIds }) => {
  const one = () =>
    random.pick([
      () => message(random.pick(starts)),
      () => message(random.pick(starts), [random.pick(lines)]),
      () => withBody(`POST ${api}/sessions HTTP/1.1`, random.pick(['{}', '{"a":', '[]', 'null'])),
      () =>
        message(
          `POST ${api}/sessions HTTP/1.1`,
          ['Transfer-Encoding: chunked'],
          random.pick(['2\r\n{}\r\n0\r\n\r\n', 'zz\r\n', '5\r\n{}', '0\r\n\r\n']),
        ),
      () =>
        message(
          `POST ${api}/sessions HTTP/1.1`,
          ['Transfer-Encoding: chunked', 'Trailer: A'],
          random.pick([
            '2;x="y";z\r\n{}\r\n0;last\r\nA: b\r\n\r\n',
            '2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n',
            '2\r\n{}\r\n0\r\n__proto__: x\r\nHost: y\r\n\r\n',
            `2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
            `2\r\n{}\r\n0\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
            '-2\r\n{}\r\n0\r\n\r\n',
            'ffffffffffffffff\r\n{}\r\n',
          ]),
        ),
      () => Buffer.concat(Array.from({ length: 40 }, () => message('GET /__mock/health HTTP/1.1'))),
      () => uploaded(random, sessionIds),
    ])()
  const all = Buffer.concat(Array.from({ length: 1 + random.below(3) }, one))
  if (random.chance(0.3)) return all.subarray(0, random.below(all.length + 1))
  return random.chance(0.2) ? Buffer.from(spoil(all.toString('latin1'), random), 'latin1') : all
}

/** Sends bytes and the end of the stream; all that is answered, `silent` when the server keeps the connection open. */
export const exchange = (port, bytes) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const chunks = []
    let silent = false
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ text: Buffer.concat(chunks).toString('latin1'), silent }))
    socket.setTimeout(patience, () => {
      silent = true
      socket.destroy()
    })
    socket.end(bytes)
  })
