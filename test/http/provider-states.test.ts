import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectDocumented, readSession } from '../support/answers.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const post = (body: string | object | undefined) => {
  const call = request(target.url).post('/__mock/pact/provider-states')
  return typeof body === 'string' ? call.set('Content-Type', 'text/plain').send(body) : call.send(body)
}

const setUp = async (state: string, params: object): Promise<string> => {
  const { body, status } = await post({ state, params, action: 'setup' })
  expectDocumented('control', 'setUpProviderState', status, body)
  expect(status).toBe(200)
  return body.sessionId
}

test('a state hands out the named session of its result', async () => {
  const sessionId = await setUp('a session has the result', { result: 'profile-mismatch' })
  expect(await readSession(target.apiUrl, sessionId)).toEqual(await readSession(target.apiUrl, 'profile-mismatch'))
})

test('the control client sets up a state, and throws what the server has against it', async () => {
  const { sessionId = '' } = await target.control.setUpProviderState('a session has the result', {
    result: 'all-approve',
  })
  expect((await readSession(target.apiUrl, sessionId)).state).toBe('COMPLETED')
  await expect(target.control.setUpProviderState('nothing')).rejects.toThrow(
    'UNKNOWN_PROVIDER_STATE: No provider state',
  )
})

test('parameters of a shape make a session of its own, and no other session changes', async () => {
  const state = 'a session has the result'
  const params = { result: 'wrong-document-rejected', reason: 'OTHER', id_document: 'NATIONAL_ID', extent: 'minimum' }
  const sessionId = await setUp(state, { ...params, supplementary_document: 'BANK_STATEMENT' })
  const session = await readSession(target.apiUrl, sessionId)
  expect(session.session_id).toBe(sessionId)
  expect(session).not.toHaveProperty('user_tracking_id')
  expect(session.resources.id_documents.map((document) => document.document_type)).toEqual(['NATIONAL_ID'])
  expect(session.resources.supplementary_documents.map((document) => document.document_type)).toEqual([
    'BANK_STATEMENT',
  ])
  const reasons = session.checks.flatMap(({ report }) => report?.recommendation.reason ?? [])
  expect(reasons).toEqual(['OTHER'])
  const named = await readSession(target.apiUrl, 'wrong-document-rejected')
  expect(named.checks.flatMap(({ report }) => report?.recommendation.reason ?? [])).toEqual(['IBV_VISUAL_REVIEW_CHECK'])
})

test('the state of an error hands out a session that answers it', async () => {
  const params = { operation: 'getSession', code: 'TOO_MANY_REQUESTS' }
  const sessionId = await setUp('an operation answers an error', params)
  const { body } = await request(target.apiUrl).get(`/sessions/${sessionId}`).expect(429)
  expectDocumented('yoti', 'getSession', 429, body)
  expect(body.code).toBe('TOO_MANY_REQUESTS')
})

test('the state of a success hands out a session that has come so far, and its ids', async () => {
  const params = { operation: 'getInstructions', order: 'inBranch', stage: 'instructed' }
  const sessionId = await setUp('an operation succeeds', params)
  const { body } = await request(target.apiUrl).get(`/sessions/${sessionId}/instructions`).expect(200)
  expect(body).toMatchObject({ contact_profile_exists: true, branch: { fad_code: '1010034' } })
  expect(await setUp('an operation succeeds', params)).not.toBe(sessionId)
  const media = { operation: 'getMediaContent', order: 'inBranch', stage: 'completed', media: 'document_fields' }
  const { body: values } = await post({ state: 'an operation succeeds', params: media }).expect(200)
  const fields = await request(target.apiUrl).get(`/sessions/${values.sessionId}/media/${values.mediaId}/content`)
  expect(fields.body).toMatchObject({ full_name: 'ADA MARIE LOVELACE' })
})

test('the state of an error of an operation that is about no session hands out a base path that answers it', async () => {
  const params = { operation: 'createSession', code: 'INSUFFICIENT_PERMISSION' }
  const { body: values } = await post({ state: 'an operation answers an error', params }).expect(200)
  const { body } = await request(`${target.url}${values.base}`)
    .post('/sessions')
    .send({ requested_checks: [{ type: 'LIVENESS' }] })
  expect(body.code).toBe('INSUFFICIENT_PERMISSION')
  await request(target.apiUrl)
    .post('/sessions')
    .send({ requested_checks: [{ type: 'LIVENESS', config: { liveness_type: 'ZOOM' } }] })
    .expect(201)
})

test('a teardown answers no values, and what was set up can still be read', async () => {
  const state = { state: 'a session has the result', params: { result: 'all-approve' } }
  const { body } = await post({ ...state, action: 'teardown' }).expect(200)
  expect(body).toEqual({})
  await readSession(target.apiUrl, 'all-approve')
})

test.each([
  [{ state: 'a session has the resul', params: {} }, "Did you mean 'a session has the result'?"],
  [{ state: 'x' }, 'Known: a session has the result, an operation succeeds, an operation answers an error'],
  [{ state: 'a session has the result' }, "needs the parameter 'result'"],
  [{ state: 'a session has the result', params: { result: 'all-aprove' } }, "Did you mean 'all-approve'? Known: "],
  [{ state: 'a session has the result', params: { resut: 'all-approve' } }, "Did you mean 'result'? Known: result"],
  [{ state: 'a session has the result', params: { result: 5 } }, 'result is 5; a string is expected'],
  [
    { state: 'a session has the result', params: { result: 'all-approve', reason: 'tampered' } },
    'expected upper-case words',
  ],
  [
    { state: 'a session has the result', params: { result: 'all-approve', reason: 'TAMPERED' } },
    "the result 'all-approve' has no reason",
  ],
  [
    { state: 'a session has the result', params: { result: 'missing-document', supplementary_document: 'BILL' } },
    "the result 'missing-document' has no supplementary_document",
  ],
  [
    { state: 'an operation answers an error', params: { operation: 'getSession', code: 'TEAPOT' } },
    'Known: MALFORMED_REQUEST',
  ],
])('%j is refused with what is known', async (change, told) => {
  for (const action of ['setup', 'teardown']) {
    const { body } = await post({ ...change, action }).expect(400)
    expectDocumented('control', 'setUpProviderState', 400, body)
    expect(body.code).toBe('UNKNOWN_PROVIDER_STATE')
    expect(body.message).toContain(told)
  }
})

test.each([
  ['{"state":', 'MALFORMED_REQUEST', { property: 'body', message: expect.stringContaining('is not JSON') }],
  ['{}', 'PAYLOAD_VALIDATION', { property: 'state', message: "must have required property 'state'" }],
  ['[]', 'PAYLOAD_VALIDATION', { property: 'body', message: 'must be object' }],
  ['{"state":"x","action":"undo"}', 'PAYLOAD_VALIDATION', { property: 'action', message: expect.any(String) }],
  [undefined, 'PAYLOAD_VALIDATION', { property: 'body', message: 'is missing: a JSON object is expected' }],
])('the body %j is refused with %s, whatever its Content-Type', async (sent, code, error) => {
  const { body } = await post(sent).expect(400)
  expectDocumented('control', 'setUpProviderState', 400, body)
  expect(body.code).toBe(code)
  expect(body.errors).toContainEqual(error)
})

test('a body of more than ten million bytes is refused, and the server goes on', async () => {
  const { body } = await post(`{"state":"${'x'.repeat(30_000_000)}"}`).expect(400)
  expect(body.errors).toEqual([{ property: 'body', message: expect.stringContaining('at most 10000000') }])
  await setUp('a session has the result', { result: 'all-approve' })
})

test('before an interaction that needs no state nothing is set up', async () => {
  const { status, body } = await post({ state: '', params: {}, action: 'setup' })
  expectDocumented('control', 'setUpProviderState', status, body)
  expect([status, body]).toEqual([200, {}])
})

test('a parameter that is missing is told with where its values are listed', async () => {
  const { body } = await post({ state: 'a session has the result' })
  expect(body.message).toContain("needs the parameter 'result': The id of a scenario. 'mock-yoti scenarios' lists them")
})

test('a teardown takes back the session of its state, and no other', async () => {
  const state = 'a session has the result'
  const params = { result: 'all-approve', extent: 'minimum' }
  const [first, second] = [await setUp(state, params), await setUp(state, params)]
  const status = async (id: string) => (await fetch(`${target.apiUrl}/sessions/${id}`)).status
  expect([await status(first), await status(second)]).toEqual([200, 200])
  await post({ state, params, action: 'teardown' })
  expect([await status(first), await status(second)]).toEqual([404, 200])
  await post({ state, params, action: 'teardown' })
  expect(await status(second)).toBe(404)
  expect((await post({ state, params, action: 'teardown' })).status).toBe(200)
})
