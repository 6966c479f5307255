import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { applicant, inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

// One in-branch verification, from its creation to its deletion. The tests run in order and share the session.

let server: Awaited<ReturnType<typeof startServer>>
let session: Schema<'CreatedSession'>
let requirementId: string

beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

const call = (method: string, path: string, body?: object) =>
  fetch(`${server.apiUrl}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })

const read = async <Body>(path: string): Promise<Body> => {
  const response = await call('GET', path)
  expect(response.status).toBe(200)
  return (await response.json()) as Body
}

const result = () => read<Schema<'SessionResult'>>(`/sessions/${session.session_id}`)

test('the business creates a session', async () => {
  const response = await call('POST', '/sessions', inBranchOrder())
  expect(response.status).toBe(201)
  session = (await response.json()) as Schema<'CreatedSession'>
  expect(session.client_session_token_ttl).toBe(1_209_600)
})

test('right after that there is only the profile that it sent', async () => {
  const { state, checks, resources, client_session_token, user_tracking_id } = await result()
  expect({ state, checks, user_tracking_id }).toEqual({ state: 'ONGOING', checks: [], user_tracking_id: 'customer-17' })
  expect(client_session_token).toBe(session.client_session_token)
  expect(resources.id_documents).toEqual([])
  expect(resources.applicant_profiles).toHaveLength(1)
})

test('the configuration asks for the licence that was ordered, then for the face', async () => {
  const configuration = await read<Schema<'SessionConfiguration'>>(`/sessions/${session.session_id}/configuration`)
  const [licence, face] = configuration.capture.required_resources
  requirementId = licence?.id ?? ''
  expect(licence?.supported_countries).toEqual([
    { code: 'GBR', supported_documents: [{ type: 'DRIVING_LICENCE', is_strictly_latin: true }] },
  ])
  expect(licence?.ibv_client_assessments?.map(({ type, scheme }) => [type, scheme])).toEqual([
    ['IBV_VISUAL_REVIEW_CHECK', undefined],
    ['DOCUMENT_SCHEME_VALIDITY_CHECK', 'UK_GDS'],
    ['PROFILE_DOCUMENT_MATCH', undefined],
  ])
  expect(face?.type).toBe('FACE_CAPTURE')
})

test('before the instructions there is no letter', async () => {
  const response = await call('GET', `/sessions/${session.session_id}/instructions/pdf`)
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code: 'INSTRUCTIONS_NOT_COMPLETE' })
})

test('the person says which document goes to which branch', async () => {
  const response = await call('PUT', `/sessions/${session.session_id}/instructions`, {
    contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
    documents: [
      {
        requirement_id: requirementId,
        document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'DRIVING_LICENCE' },
      },
    ],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
  const instructions = await read<Schema<'InstructionsView'>>(`/sessions/${session.session_id}/instructions`)
  expect(instructions.branch?.fad_code).toBe('1010034')
})

test('the letter is a PDF', async () => {
  const response = await call('GET', `/sessions/${session.session_id}/instructions/pdf`)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('the person goes to the branch, and the session is completed', async () => {
  await server.control.sessions.visit(session.session_id)
  const { state, checks, resources, client_session_token } = await result()
  expect({ state, client_session_token }).toEqual({ state: 'COMPLETED', client_session_token: undefined })
  expect(checks.map((check) => [check.type, check.scheme, check.report?.recommendation.value])).toEqual([
    ['ID_DOCUMENT_AUTHENTICITY', undefined, 'APPROVE'],
    ['ID_DOCUMENT_FACE_MATCH', undefined, 'APPROVE'],
    ['IBV_VISUAL_REVIEW_CHECK', undefined, 'APPROVE'],
    ['DOCUMENT_SCHEME_VALIDITY_CHECK', 'UK_GDS', 'APPROVE'],
    ['PROFILE_DOCUMENT_MATCH', undefined, 'APPROVE'],
  ])
  const [licence] = resources.id_documents
  expect(licence?.document_type).toBe('DRIVING_LICENCE')
  expect(checks[1]?.resources_used).toEqual([licence?.id, resources.face_capture[0]?.id])
})

test('what the licence says is the applicant', async () => {
  const { resources } = await result()
  const mediaId = resources.id_documents[0]?.document_fields?.media.id
  const fields = await read<Record<string, unknown>>(`/sessions/${session.session_id}/media/${mediaId}/content`)
  expect(fields).toMatchObject({ full_name: applicant.full_name.toUpperCase(), date_of_birth: applicant.date_of_birth })
  const profile = resources.applicant_profiles[0]?.media.id
  expect(await read(`/sessions/${session.session_id}/media/${profile}/content`)).toEqual(applicant)
})

test('a media can be deleted, the session stays', async () => {
  const { resources } = await result()
  const path = `/sessions/${session.session_id}/media/${resources.id_documents[0]?.document_id_photo?.media.id}/content`
  expect((await call('GET', path)).headers.get('content-type')).toBe('image/png')
  expect((await call('DELETE', path)).status).toBe(204)
  expect((await call('GET', path)).status).toBe(404)
  expect((await result()).state).toBe('COMPLETED')
})

test('the business deletes the session, and nothing of it is left', async () => {
  const response = await call('DELETE', `/sessions/${session.session_id}`)
  expect(response.status).toBe(204)
  expect(response.headers.has('content-type')).toBe(false)
  expect((await call('GET', `/sessions/${session.session_id}`)).status).toBe(404)
})
