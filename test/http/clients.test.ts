import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

// What single clients send that a stricter server would refuse.

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const call = (
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => fetch(`${target.apiUrl}${path}`, { method, headers, ...(body !== undefined && { body }) })

const create = async (order: object = inBranchOrder()) => {
  const response = await call('POST', '/sessions', JSON.stringify(order))
  expect(response.status).toBe(201)
  return ((await response.json()) as Schema<'CreatedSession'>).session_id
}

const json = { 'Content-Type': 'application/json' }

test('Java and Python: Content-Type json without a body, on GET, DELETE and POST', async () => {
  const id = await create()
  expect((await call('GET', `/sessions/${id}`, undefined, json)).status).toBe(200)
  expect((await call('POST', `/sessions/${id}/instructions/email`, undefined, json)).status).toBe(409)
  expect((await call('DELETE', `/sessions/${id}`, undefined, json)).status).toBe(204)
})

test('PHP: instructions are always {}, which changes nothing', async () => {
  const id = await create()
  expect((await call('PUT', `/sessions/${id}/instructions`, '{}', json)).status).toBe(200)
  const instructions = await (await call('GET', `/sessions/${id}/instructions`)).json()
  expect(instructions).toEqual({ contact_profile_exists: false, documents: [] })
})

test('Go, Python and Ruby: a base URL with a slash at its end doubles it', async () => {
  const id = await create()
  expect((await call('GET', `//sessions/${id}/configuration`)).status).toBe(200)
})

test('OPG: POST and PUT without any Content-Type, the session id again in the query', async () => {
  const body = new TextEncoder().encode(JSON.stringify(inBranchOrder()))
  expect((await call('POST', '/sessions?sessionId=x', body)).status).toBe(201)
})

test('Java: supported documents and the branch look-up without a signature', async () => {
  const response = await call('GET', '/supported-documents?includeNonLatin=false')
  const { supported_countries } = (await response.json()) as Schema<'SupportedDocuments'>
  expect(supported_countries.length).toBeGreaterThan(200)
  const branches = await call('POST', '/lookup/uk-post-office', '{"search_string":"SW1A 1AA"}')
  expect(((await branches.json()) as Schema<'BranchList'>).branches).toHaveLength(10)
})

test.each([
  ['PHP', '1', true],
  ['.NET', '0', false],
  ['Java', 'true', true],
])('%s writes includeNonLatin=%s', async (_client, flag, all) => {
  const response = await call('GET', `/supported-documents?includeNonLatin=${flag}`)
  const { supported_countries } = (await response.json()) as Schema<'SupportedDocuments'>
  const documents = supported_countries.flatMap(({ supported_documents }) => supported_documents)
  expect(documents.some(({ is_strictly_latin }) => !is_strictly_latin)).toBe(all)
})

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const multipart = (boundary: string, part: string, bytes: Uint8Array = png) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${part}\r\n`),
    Buffer.from('\r\n'),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

const faceCapture = async () => {
  const id = await create(atHomeOrder())
  const configuration = (await (
    await call('GET', `/sessions/${id}/configuration`)
  ).json()) as Schema<'SessionConfiguration'>
  const face = configuration.capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')
  return { id, requirementId: face?.id ?? '' }
}

const compares = atHomeOrder({
  requested_checks: [
    { type: 'LIVENESS', config: { liveness_type: 'ZOOM' } },
    { type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } },
  ],
})

const resource = async () => {
  const id = await create(compares)
  const configuration = (await (
    await call('GET', `/sessions/${id}/configuration`)
  ).json()) as Schema<'SessionConfiguration'>
  const face = configuration.capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')
  const made = await call(
    'POST',
    `/sessions/${id}/resources/face-capture`,
    JSON.stringify({ requirement_id: face?.id }),
  )
  expect(made.status).toBe(201)
  return `/sessions/${id}/resources/face-capture/${((await made.json()) as { id: string }).id}/image`
}

test.each([
  [
    'Java',
    'multipart/form-data; boundary=yoti-doc-scan-boundary',
    'yoti-doc-scan-boundary',
    'name="binary-content"; filename="face-capture-image"\r\nContent-Type: image/png',
  ],
  [
    '.NET',
    'multipart/form-data; boundary="yoti-doc-scan-boundary"',
    'yoti-doc-scan-boundary',
    "name=binary-content; filename=face-capture-image; filename*=utf-8''face-capture-image\r\nContent-Type: image/jpeg",
  ],
  [
    'Node',
    'multipart/form-data; boundary=----1234',
    '----1234',
    'name="binary-content"; filename="face-capture-image"\r\nContent-Type: image/jpg',
  ],
  [
    'PHP',
    'multipart/form-data; boundary=X-Yoti-Multipart-Request-Boundary',
    'X-Yoti-Multipart-Request-Boundary',
    'name="binary-content"; filename="face-capture-image"\r\nContent-Type: image/png',
  ],
])('%s uploads a face image', async (_client, contentType, boundary, part) => {
  const response = await call('PUT', await resource(), multipart(boundary, part), { 'Content-Type': contentType })
  expect(response.status).toBe(200)
})

test('an upload that is no image, of no known type, or for no resource is refused', async () => {
  const path = await resource()
  const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
  const part = (contentType: string) => `name="binary-content"; filename="f"\r\nContent-Type: ${contentType}`
  const text = new TextEncoder().encode('not an image')
  const answers = [
    await call('PUT', path, multipart('b', part('image/png'), text), type),
    await call('PUT', path, multipart('b', part('image/gif')), type),
    await call('PUT', path.replace(/[^/]+\/image$/, 'other/image'), multipart('b', part('image/png')), type),
  ]
  const codes = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { code: string }).code))
  expect(codes).toEqual(['UNPROCESSABLE_MEDIA', 'UNSUPPORTED_TYPE', 'RESOURCE_NOT_FOUND'])
})

test('a mobile client gets its configuration once the business has supplied the face to compare with', async () => {
  const created = await call('POST', '/sessions', JSON.stringify(compares))
  const session = (await created.json()) as Schema<'CreatedSession'>
  const path = `/sessions/${session.session_id}/configuration`
  const token = { 'X-Yoti-Auth-Token': session.client_session_token }
  const early = await call('GET', path, undefined, token)
  expect([early.status, await early.json()]).toMatchObject([409, { code: 'SESSION_NOT_READY' }])
  const { capture } = (await (await call('GET', path)).json()) as Schema<'SessionConfiguration'>
  const requirement_id = capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')?.id
  const base = `/sessions/${session.session_id}/resources/face-capture`
  const made = await call('POST', base, JSON.stringify({ requirement_id }))
  const { id } = (await made.json()) as { id: string }
  const part = 'name="binary-content"; filename="f"\r\nContent-Type: image/png'
  const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
  expect((await call('PUT', `${base}/${id}/image`, multipart('b', part), type)).status).toBe(200)
  expect((await call('GET', path, undefined, token)).status).toBe(200)
  const other = await call('GET', path, undefined, { 'X-Yoti-Auth-Token': 'of-another-session' })
  expect([other.status, await other.json()]).toMatchObject([401, { code: 'BAD_TOKEN' }])
})

test('a face can only be supplied where one is asked for', async () => {
  const { id } = await faceCapture()
  const response = await call('POST', `/sessions/${id}/resources/face-capture`, '{"requirement_id":"x"}')
  expect(await response.json()).toMatchObject({ code: 'REQUIREMENT_NOT_FOUND' })
})

test.each([
  ['missing', undefined, 'must not be null'],
  ['null', null, 'must not be null'],
  ['of eight digits', '12345678', 'must be an alphanumeric of 7 characters in length'],
  ['of no letters', '', 'must be an alphanumeric of 7 characters in length'],
  ['of no branch', '123XXXX', 'Provided fadCode does not relate to any branch'],
  ['of no branch in small letters', 'abcxxxx', 'Provided fadCode does not relate to any branch'],
])('a FAD code %s is refused in the words of Yoti', async (_what, fad_code, message) => {
  const id = await create()
  const body = {
    contact_profile: { first_name: 'A', last_name: 'B', email: 'c' },
    documents: [],
    branch: { type: 'UK_POST_OFFICE', fad_code },
  }
  const response = await call('PUT', `/sessions/${id}/instructions`, JSON.stringify(body))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'PAYLOAD_VALIDATION',
    errors: [{ property: 'branch.fad_code', message }],
  })
})

test('named sessions take no changes', async () => {
  for (const [method, path] of [
    ['DELETE', '/sessions/all-approve'],
    ['PUT', '/sessions/all-approve/instructions'],
    ['DELETE', '/sessions/all-approve/tracked-devices'],
  ] as const) {
    const response = await call(method, path, method === 'PUT' ? '{}' : undefined)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([409, 'SESSION_LOCKED'])
  }
})

test('every media that a named session names can be fetched', async () => {
  const text = await (await call('GET', '/sessions/all-approve')).text()
  const media = [...text.matchAll(/"media":\{"id":"([^"]+)","type":"(\w+)"/g)]
  expect(media.length).toBeGreaterThan(5)
  for (const [, id, type] of media) {
    const response = await call('GET', `/sessions/all-approve/media/${id}/content`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type === 'JSON' ? 'application/json' : 'image/png')
  }
})
