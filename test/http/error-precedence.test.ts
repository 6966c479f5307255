import { afterAll, beforeAll, expect, test } from 'vitest'
import { atHomeOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'
import { demo } from '../support/signing.js'

/** What can be wrong with a request, in the order in which it is refused. */
const mistakes = ['base', 'token', 'session', 'owner', 'fault', 'fixed', 'body', 'state'] as const
type Mistake = (typeof mistakes)[number]

type Call = { readonly method: string; readonly path: string; readonly good?: object; readonly bad?: string }

const onSession = (method: string, path: string, good?: object): Call => ({
  method,
  path: `/sessions/{id}${path}`,
  ...(good && { good, bad: '[' }),
})

const calls = {
  getSession: onSession('GET', ''),
  deleteSession: onSession('DELETE', ''),
  getSessionConfiguration: onSession('GET', '/configuration'),
  getInstructions: onSession('GET', '/instructions'),
  putInstructions: onSession('PUT', '/instructions', {}),
  getInstructionsPdf: onSession('GET', '/instructions/pdf'),
  getInstructionsContactProfile: onSession('GET', '/instructions/contact-profile'),
  sendInstructionsEmail: onSession('POST', '/instructions/email'),
  getMediaContent: onSession('GET', '/media/unknown/content'),
  deleteMediaContent: onSession('DELETE', '/media/unknown/content'),
  createFaceCapture: onSession('POST', '/resources/face-capture', { requirement_id: 'unknown' }),
  putFaceCaptureImage: onSession('PUT', '/resources/face-capture/unknown/image', {}),
  getTrackedDevices: onSession('GET', '/tracked-devices'),
  deleteTrackedDevices: onSession('DELETE', '/tracked-devices'),
  putSessionResponseConfig: onSession('PUT', '/response-config', {}),
  createSession: { method: 'POST', path: '/sessions', good: atHomeOrder(), bad: '[' },
  getSupportedDocuments: { method: 'GET', path: '/supported-documents' },
  lookupUkPostOffice: { method: 'POST', path: '/lookup/uk-post-office', good: { search_string: 'EC1' }, bad: '[' },
  putApplicationResponseConfig: { method: 'PUT', path: '/apps/owner/response-config', good: {}, bad: '[' },
} satisfies Record<string, Call>
type OperationId = keyof typeof calls

/**
 * What is answered when every mistake is made, when all but the first are, and so on, and to a request without one. A
 * mistake that an operation does not know is answered like those after it. `state` is a session that has expired.
 */
const expected: Readonly<Record<OperationId, string>> = {
  getSession: 'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR 200 200 200',
  deleteSession: 'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR 204 204 204',
  getSessionConfiguration:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR 200 200 200',
  getInstructions:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR 200 200 200',
  putInstructions:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR MALFORMED_REQUEST SESSION_EXPIRED 200',
  getInstructionsPdf:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR SESSION_EXPIRED SESSION_EXPIRED INSTRUCTIONS_NOT_COMPLETE',
  getInstructionsContactProfile:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR INSTRUCTIONS_NOT_COMPLETE INSTRUCTIONS_NOT_COMPLETE INSTRUCTIONS_NOT_COMPLETE',
  sendInstructionsEmail:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR SESSION_EXPIRED SESSION_EXPIRED INSTRUCTIONS_NOT_COMPLETE',
  getMediaContent:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR MEDIA_CONTENT_NOT_FOUND MEDIA_CONTENT_NOT_FOUND MEDIA_CONTENT_NOT_FOUND',
  deleteMediaContent:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR MEDIA_CONTENT_NOT_FOUND MEDIA_CONTENT_NOT_FOUND MEDIA_CONTENT_NOT_FOUND',
  createFaceCapture:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR MALFORMED_REQUEST SESSION_EXPIRED REQUIREMENT_NOT_FOUND',
  putFaceCaptureImage:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR MALFORMED_REQUEST SESSION_EXPIRED RESOURCE_NOT_FOUND',
  getTrackedDevices:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR 200 200 200',
  deleteTrackedDevices:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR 204 204 204',
  putSessionResponseConfig:
    'PAYLOAD_VALIDATION BAD_TOKEN SESSION_NOT_FOUND BAD_SDK_ID TOO_MANY_REQUESTS SERVER_ERROR MALFORMED_REQUEST SESSION_EXPIRED 200',
  createSession:
    'PAYLOAD_VALIDATION BAD_TOKEN TOO_MANY_REQUESTS TOO_MANY_REQUESTS TOO_MANY_REQUESTS MALFORMED_REQUEST MALFORMED_REQUEST 201 201',
  getSupportedDocuments:
    'PAYLOAD_VALIDATION TOO_MANY_REQUESTS TOO_MANY_REQUESTS TOO_MANY_REQUESTS TOO_MANY_REQUESTS 200 200 200 200',
  lookupUkPostOffice:
    'PAYLOAD_VALIDATION TOO_MANY_REQUESTS TOO_MANY_REQUESTS TOO_MANY_REQUESTS TOO_MANY_REQUESTS MALFORMED_REQUEST MALFORMED_REQUEST 200 200',
  putApplicationResponseConfig:
    'PAYLOAD_VALIDATION BAD_TOKEN TOO_MANY_REQUESTS TOO_MANY_REQUESTS TOO_MANY_REQUESTS MALFORMED_REQUEST MALFORMED_REQUEST 200 200',
}

const fixedCode = 'SERVER_ERROR'
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
  for (const operation of Object.keys(calls))
    await server.control.faults.add({ operation, sdkId: `faulty-${operation}`, code: 'TOO_MANY_REQUESTS' })
})
afterAll(() => server.close())

const createFor = async (sdkId: string, scenario = 'all-approve') => {
  const answer = await fetch(`${server.sandboxUrl}/sessions?sdkId=${sdkId}`, {
    method: 'POST',
    headers: { 'X-Mock-Yoti-Scenario': scenario },
    body: JSON.stringify(atHomeOrder()),
  })
  const { session_id } = (await answer.json()) as { session_id: string }
  return session_id
}

const sessionFor = async (id: OperationId, sdkId: string, made: readonly Mistake[]) => {
  if (made.includes('session')) return 'unknown'
  const owner = made.includes('owner') ? 'somebody' : sdkId
  if (made.includes('fixed')) return createFor(owner, `error:${id}:${fixedCode}`)
  const sessionId = await createFor(owner)
  if (made.includes('state')) await server.control.sessions.expire(sessionId)
  return sessionId
}

const send = async (id: OperationId, made: readonly Mistake[]) => {
  const { method, path, good, bad }: Call = calls[id]
  const sdkId = made.includes('fault') ? `faulty-${id}` : 'owner'
  const sessionId = path.includes('{id}') ? await sessionFor(id, sdkId, made) : ''
  const base = made.includes('base')
    ? server.sandboxUrl.replace('/sandbox', '/scenario/unknown/sandbox')
    : server.sandboxUrl
  const body = made.includes('body') ? bad : good && JSON.stringify(good)
  const answer = await fetch(`${base}${path.replace('{id}', sessionId)}?sdkId=${sdkId}`, {
    method,
    headers: {
      ...(made.includes('token') && { Authorization: 'Bearer unknown' }),
      ...(made.includes('fixed') && id === 'createSession' && { 'X-Mock-Yoti-Scenario': `error:${id}:${fixedCode}` }),
    },
    ...(body !== undefined && { body }),
  })
  const text = await answer.text()
  return answer.status < 400 ? String(answer.status) : String(JSON.parse(text).code)
}

test.each(Object.keys(calls) as OperationId[])(
  '%s refuses one mistake after the other in the known order',
  async (id) => {
    const found: string[] = []
    for (let from = 0; from <= mistakes.length; from++) found.push(await send(id, mistakes.slice(from)))
    expect(found.join(' ')).toBe(expected[id])
  },
)

const refuse = async (path: string, init: RequestInit) => {
  const answer = await fetch(`${server.sandboxUrl}${path}`, { method: 'POST', ...init })
  return ((await answer.json()) as { code: string; errors?: { property: string }[] }) ?? {}
}

test('creating a session refuses the body, then the chosen scenario, then what the scenario fixes', async () => {
  const fixed = { 'X-Mock-Yoti-Scenario': 'error:createSession:SERVER_ERROR' }
  const unknown = { 'X-Mock-Yoti-Scenario': 'unknown' }
  const invalid = JSON.stringify({ ...atHomeOrder(), requested_checks: [] })
  const badJson = { headers: unknown, body: '[' }
  expect(await refuse('/sessions', badJson)).toMatchObject({
    code: 'MALFORMED_REQUEST',
    errors: [{ property: 'body' }],
  })
  expect(await refuse('/sessions', { headers: unknown, body: JSON.stringify(atHomeOrder()) })).toMatchObject({
    code: 'PAYLOAD_VALIDATION',
    errors: [{ property: 'header.X-Mock-Yoti-Scenario' }],
  })
  expect((await refuse('/sessions', { headers: fixed, body: invalid })).code).toBe('SERVER_ERROR')
})

test('the agent names its session in the body, which is read after the signature and before the session', async () => {
  const agent = (headers: Record<string, string>, body: string) => refuse('/agent', { headers, body })
  const unknown = JSON.stringify({ session_id: 'unknown', client_session_token: 'x' })
  expect((await agent({ Authorization: 'Bearer unknown' }, '{}')).code).toBe('BAD_TOKEN')
  expect((await agent({}, '{}')).code).toBe('PAYLOAD_VALIDATION')
  expect((await agent({}, unknown)).code).toBe('SESSION_NOT_FOUND')
})

test('a body that is too large is refused where it is needed: by its signature, else after the session was found', async () => {
  const body = 'x'.repeat(10_000_001)
  const put = (path: string, headers: Record<string, string> = {}) => refuse(path, { method: 'PUT', headers, body })
  const signed = { 'X-Yoti-Auth-Digest': 'AAAA' }
  const sessionId = await createFor('owner')
  expect((await put('/sessions/unknown/instructions?sdkId=owner')).code).toBe('SESSION_NOT_FOUND')
  expect((await put(`/sessions/${sessionId}/instructions?sdkId=owner`)).code).toBe('MALFORMED_REQUEST')
  expect((await put(`/sessions/unknown/instructions?sdkId=${demo.sdkId}`, signed)).code).toBe('MALFORMED_REQUEST')
})

test('a wrong signature is refused before an unknown session, and counts for no fault', async () => {
  const { id } = await server.control.faults.add({ operation: 'getSession', sdkId: demo.sdkId, status: 503 })
  const headers = { 'X-Yoti-Auth-Digest': 'AAAA' }
  const read = await refuse(`/sessions/unknown?sdkId=${demo.sdkId}`, { method: 'GET', headers })
  expect(read.code).toBe('MESSAGE_SIGNING')
  expect(await server.control.faults.get(id)).toMatchObject({ matched: 0, applied: 0 })
})

test('a request that a fault spoils is counted, and so is one that is refused after it', async () => {
  const rule = { operation: 'putInstructions', sdkId: 'counted', after: 1, status: 503 }
  const { id } = await server.control.faults.add(rule)
  const sessionId = await createFor('counted')
  const put = (body: string) => refuse(`/sessions/${sessionId}/instructions?sdkId=counted`, { method: 'PUT', body })
  expect((await put('[')).code).toBe('MALFORMED_REQUEST')
  expect(await server.control.faults.get(id)).toMatchObject({ matched: 1, applied: 0 })
  expect((await put('[')).code).toBe('TEMPORARILY_UNAVAILABLE')
  expect(await server.control.faults.get(id)).toMatchObject({ matched: 2, applied: 1 })
})
