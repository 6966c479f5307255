// The control API: clock, journal, applications, provider states, who may ask.

import { atHome, inBranch } from '../../requests/orders.mjs'
import { api, callsOf } from './calls.mjs'

const clock = async ({ control, create, inspect, advance }) => {
  for (const body of [
    { now: '2026-03-05T00:00:00Z' },
    { frozen: true },
    { frozen: true, sdkId: 'own' },
    { now: '2026-04-01T00:00:00Z', sdkId: 'own' },
    { now: '2020-01-01T00:00:00Z' },
    { now: 'x' },
    {},
    { frozen: 'yes' },
  ])
    await control('PUT', '/clock', body)
  for (const by of ['PT1S', 'P1D', 'P2W', '-PT1S', 'PT', 'x', 'P1Y']) await advance(by)
  await advance('P1D', { sdkId: 'own' })
  for (const query of ['', '?sdkId=own', '?sdkId=another', '?colour=red']) await control('GET', `/clock${query}`)
  await inspect(await create(atHome(), { query: '?sdkId=own' }))
  await inspect(await create(atHome()))
  await control('POST', '/reset', { sdkId: 'own' })
  await control('GET', '/clock?sdkId=own')
}

const journal = async ({ control, call, create, instruct }) => {
  const session = await create(inBranch(), { query: '?sdkId=told' })
  await instruct(session)
  await call('GET', `${session.path}?sdkId=told&nonce=1`, undefined, { headers: { 'X-Own': 'One' } })
  await call('GET', `${api}/sessions/nobody`)
  await call('GET', '/nothing')
  for (const filter of [
    `sessionId=${session.id}`,
    'sdkId=told',
    'operation=getSession',
    'status=404',
    'status=4xx',
    'matched=false',
    'scenario=all-approve',
    'method=PUT',
    `path=${api}/sessions/nobody`,
    'status=9',
    'colour=red',
  ])
    await control('GET', `/requests?${filter}`)
  for (const expectation of [
    { operation: 'getSession' },
    { operation: 'getSession', status: 200, exactly: 2 },
    { operation: 'createSession', body: { user_tracking_id: 'customer-17' } },
    { operation: 'createSession', body: { requested_checks: [{}] } },
    { headers: { 'x-own': 'One' }, query: { nonce: '1' }, atLeast: 1, atMost: 1 },
    { operation: 'deleteSession', atMost: 0 },
    { operation: 'deleteSession' },
    { status: '4xx', atLeast: 9 },
    { colour: 'red' },
    {},
  ])
    await control('POST', '/requests/verify', expectation)
  await control('DELETE', '/requests?sdkId=told')
  await control('GET', '/requests')
}

const applications = async ({ control }) => {
  for (const body of [
    {},
    { signatures: 'strict' },
    { signatures: 'loose' },
    { public_key: 'no key' },
    { public_key: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----' },
    { scenario: 'profile-mismatch' },
    { scenario: 'profile-mismach' },
    { colour: 'red' },
  ])
    await control('PUT', '/applications/one%20more', body)
  await control('GET', '/applications')
}

const waits = async ({ control, create, visit }) => {
  const session = await create(atHome())
  for (const query of ['stage=created', 'stage=completed&timeout=0.01', 'stage=x', 'stage=created&timeout=301', ''])
    await control('GET', `/sessions/${session.id}/wait?${query}`)
  await visit(session)
  await control('GET', `/sessions/${session.id}/wait?stage=capturing&timeout=0.01`)
  await control('GET', '/sessions/nobody/wait?stage=created')
  for (const [method, path] of [
    ['POST', 'visit'],
    ['POST', 'expire'],
    ['PUT', 'scenario'],
    ['GET', 'wait'],
  ])
    await control(
      method,
      `/sessions/all-approve/${path}`,
      method === 'PUT' ? { scenario: 'missing-document' } : undefined,
    )
}

const strangers = async ({ control }) => {
  for (const headers of [
    { Origin: 'https://evil.example' },
    { Origin: 'http://127.0.0.1:1' },
    { Origin: 'null' },
    { Host: 'evil.example' },
    { Host: 'evil.example', Origin: 'http://evil.example' },
    { Host: 'localhost:9684', Origin: 'http://localhost:9684' },
    { Host: 'mock-yoti:9684' },
    { Host: '[::1]:9684' },
    { Host: '192.168.1.2' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Authorization: 'Bearer x' },
  ])
    for (const [method, path] of [
      ['GET', '/version'],
      ['GET', '/health'],
      ['POST', '/reset'],
    ])
      await control(method, path, undefined, { headers })
}

const states = async ({ control, call }) => {
  const { json } = await call('GET', '/openapi.json')
  const operations = Object.entries(json.paths).flatMap(([path, item]) =>
    Object.values(item).flatMap((operation) => (operation.operationId === undefined ? [] : [{ ...operation, path }])),
  )
  const setUp = async (state, params) => {
    const answer = await control('POST', '/pact/provider-states', { state, params })
    const { sessionId, base } = answer.json
    if (sessionId !== undefined) await call('GET', `${base ?? api}/sessions/${sessionId}`)
    return control('POST', '/pact/provider-states', { state, params, action: 'teardown' })
  }
  for (const { id } of (await control('GET', '/scenarios')).json.scenarios.filter((_, nth) => nth % 7 === 0))
    await setUp('a session has the result', { result: id })
  await setUp('a session has the result', { result: 'profile-mismatch', extent: 'minimum', reason: 'OTHER' })
  const codesOf = ({ responses }) =>
    Object.values(responses).flatMap((response) => {
      const resolved =
        response.$ref === undefined ? response : json.components.responses[response.$ref.split('/').at(-1)]
      return Object.keys(resolved.content?.['application/json']?.examples ?? {})
    })
  for (const operation of operations) {
    await setUp('an operation succeeds', { operation: operation.operationId })
    for (const code of codesOf(operation))
      await setUp('an operation answers an error', { operation: operation.operationId, code })
  }
  for (const body of [
    { state: '' },
    { state: 'a session' },
    { state: 'a session has the result' },
    { state: 'a session has the result', params: { result: 'x', colour: 1 } },
    {},
    '{',
  ])
    await control('POST', '/pact/provider-states', body)
  for (const description of [
    'a notification of session_completion',
    'a notification of check_completion',
    'nonsense',
    '',
  ])
    await control('POST', '/pact/messages', { description })
  await control('GET', '/shapes')
}

export const replayControl = async (pair) => {
  const calls = callsOf(pair)
  for (const [name, play] of Object.entries({ clock, journal, applications, waits, strangers, states })) {
    calls.begin(`control ${name}`)
    await play(calls)
    await calls.finish()
  }
}
