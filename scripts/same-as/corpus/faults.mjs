// Rules of every kind, and what they do to answers with and without a body.

import { atHome } from '../../requests/orders.mjs'
import { api, callsOf } from './calls.mjs'

const kinds = [
  ...[200, 204, 302, 400, 401, 403, 404, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504, 599].map((status) => ({
    status,
  })),
  ...['SESSION_EXPIRED', 'BAD_TOKEN', 'TOO_MANY_REQUESTS', 'PAYLOAD_VALIDATION', 'NO_SUCH'].map((code) => ({ code })),
  { code: 'SERVER_ERROR', status: 503, message: 'Not today', errors: [{ property: 'x', message: 'y' }] },
  { status: 502, body: '<h1>Bad gateway</h1>', headers: { 'Content-Type': 'text/html' } },
  { status: 500, body: { own: [1, 'two', null] } },
  { status: 503, body: '', headers: { 'Retry-After': '2', 'x-request-id': 'known' } },
  { headers: { 'X-Added': 'yes', 'content-length': '7' } },
  { delay: 5 },
  { delay: 'PT0.005S', status: 503 },
  { delay: { from: 1, to: 9 }, seed: 'flaky' },
  { slowBody: 5 },
  ...['reset-before', 'reset-during', 'truncated-body', 'malformed-json', 'wrong-content-type', 'empty-body'].map(
    (spoil) => ({ spoil }),
  ),
  { spoil: 'truncated-body', delay: 2, headers: { 'X-Both': '1' } },
]
const counts = [
  { times: 1 },
  { after: 1, times: 1 },
  { every: 2 },
  { probability: 0.5, seed: 'one' },
  { after: 1, every: 2, times: 1 },
]
const refused = [
  {},
  { status: 99 },
  { spoil: 'burn' },
  { delay: 'PT2H' },
  { status: 503, colour: 'red' },
  { operation: 'nothing', status: 500 },
  { headers: { 'a b': 'c' }, status: 500 },
  { probability: 2, status: 500 },
  { body: 'x' },
]

export const replayFaults = async (pair) => {
  const calls = callsOf(pair)
  calls.begin('faults')
  const session = await calls.create(atHome())
  await calls.visit(session)
  const paths = [`${api}/sessions/all-approve`, `${api}/sessions/instructions-set/instructions/pdf`, `${session.path}`]
  for (const rule of kinds) {
    const { json } = await calls.control('POST', '/faults', { times: 6, ...rule })
    for (const path of paths) await calls.call('GET', path)
    await calls.call('POST', `${api}/sessions`, atHome())
    await calls.call('POST', `${api}/lookup/uk-post-office`, { search_string: 'SW1Y 4JH' })
    await calls.call('DELETE', `${api}/sessions/nobody`)
    if (json.id === undefined) continue
    await calls.control('GET', `/faults/${json.id}`)
    await calls.control('DELETE', `/faults/${json.id}`)
  }
  await calls.control('GET', '/requests')
  await calls.control('DELETE', '/requests')
  for (const count of counts) {
    await calls.control('POST', '/faults', { operation: 'getSession', sdkId: 'counted', status: 503, ...count })
    for (let call = 0; call < 6; call += 1) await calls.call('GET', `${paths[0]}?sdkId=counted`)
    await calls.control('GET', '/faults?sdkId=counted')
    await calls.control('DELETE', '/faults?sdkId=counted')
  }
  for (const rule of refused) await calls.control('POST', '/faults', rule)
  for (const method of ['GET', 'DELETE']) await calls.control(method, '/faults/fault-999')
  for (const { id } of (await calls.control('GET', '/scenarios')).json.scenarios)
    if (/error-|fault|retr|too-many|unavailable/.test(id))
      for (let nth = 0; nth < 4; nth += 1) await calls.call('GET', `${api}/sessions/${id}`)
  await calls.finish()
}
