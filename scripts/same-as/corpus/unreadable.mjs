// Bytes that no HTTP client would send, paths that nothing answers, bodies that cannot be read.

import { atHome } from '../../requests/orders.mjs'
import { api, callsOf } from './calls.mjs'

const head = (start, ...lines) => [start, 'Host: 127.0.0.1:9684', 'Connection: close', ...lines, '', ''].join('\r\n')

const messages = [
  'FOO\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nA b\r\n\r\n',
  'BREW /idverify/v1/sessions HTTP/1.1\r\nHost: x\r\n\r\n',
  `POST ${api}/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: z\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`,
  'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.0\r\n\r\n',
  `${head(`POST ${api}/sessions HTTP/1.1`, 'Expect: tea', 'Content-Length: 2')}{}`,
  `${head(`POST ${api}/sessions HTTP/1.1`, 'Expect: 100-continue', 'Content-Length: 2')}{}`,
  `${head(`POST ${api}/sessions HTTP/1.1`, 'Transfer-Encoding: chunked')}2\r\n{}\r\n0\r\n\r\n`,
  head(`GET http://127.0.0.1:9684${api}/sessions/all-approve HTTP/1.1`),
  head(`GET //idverify//v1/sessions///all-approve/ HTTP/1.1`),
  head(`GET ${api}/sessions/all%2Dapprove HTTP/1.1`),
  head(`GET ${api}/sessions/%zz HTTP/1.1`),
  head(`GET ${api}/sessions/authenticity-rejected%3ATAMPERED HTTP/1.1`),
  head(`GET ${api}/sessions/../sessions/all-approve HTTP/1.1`),
  head(`GET ${api}/sessions/é HTTP/1.1`),
  head('OPTIONS * HTTP/1.1'),
  head(`HEAD ${api}/sessions/all-approve HTTP/1.1`),
].map((text) => Buffer.from(text))

const bodies = [
  undefined,
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"requested_checks": [{"type": "LIVENESS"}], "requested_checks": []}',
  `{"user_tracking_id": ${'['.repeat(3000)}${']'.repeat(3000)}}`,
  JSON.stringify(atHome({ user_tracking_id: 'x'.repeat(1_200_000) })),
  JSON.stringify(atHome({ user_tracking_id: 'x'.repeat(12_000_000) })),
  Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
  Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(atHome()))]),
  JSON.stringify(atHome({ user_tracking_id: 'Zoë \u0000 \ud83d\ude00' })),
]
const types = [
  'application/json',
  'text/plain',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
]

export const replayUnreadable = async (pair) => {
  const calls = callsOf(pair)
  calls.begin('unreadable')
  for (const bytes of messages) await calls.exchange(bytes)
  for (const body of bodies)
    for (const path of [`${api}/sessions`, `${api}/lookup/uk-post-office`, '/__mock/faults', '/v1/oauth/token'])
      await calls.send({ method: 'POST', path, body })
  for (const type of types) await calls.call('POST', `${api}/sessions`, atHome(), { headers: { 'Content-Type': type } })
  await calls.call('POST', `${api}/sessions`, atHome(), { headers: { 'Content-Encoding': 'gzip' } })
  for (const path of [
    '/',
    '/idverify',
    api,
    `${api}/`,
    `${api}/session/x`,
    `${api}/sessions/x/y/z`,
    '/__mock',
    '/__mock/',
    '/__mock/nothing',
    '/idverify/v2/sessions',
    '/scenario/x',
    '/favicon.ico',
    '/openapi.yaml',
    '/v1/oauth',
    '/sessions/all-approve',
  ])
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) await calls.call(method, path)
  await calls.finish()
}
