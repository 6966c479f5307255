import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-/
const isTime = /^\d{4}-\d\d-\d\dT[\d:]+Z$/

/** An answer without what differs from session to session. */
const still = (value: unknown): unknown => {
  if (typeof value === 'string') return isId.test(value) ? 'id' : isTime.test(value) ? 'time' : value
  if (Array.isArray(value)) return value.map(still)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, still(held)]))
}

const dates = { created: 'time', last_updated: 'time' }
const image = { media: { id: 'id', type: 'IMAGE', ...dates } }
const resource = { id: 'id', tasks: [], created_at: 'time', last_updated: 'time' }
const page = (frames: number) => ({
  capture_method: 'CAMERA',
  ...image,
  ...(frames > 0 && { frames: Array(frames).fill(image) }),
})
const document = (document_type: string, pages: unknown[]) => ({
  ...resource,
  source: { type: 'IBV' },
  document_type,
  issuing_country: 'GBR',
  pages,
})
const passport = document('PASSPORT', [page(3)])
const licence = document('DRIVING_LICENCE', [page(2), page(2)])
const bill = document('UTILITY_BILL', [page(0)])
const profile = { ...resource, source: { type: 'RELYING_BUSINESS' }, media: { id: 'id', type: 'JSON', ...dates } }

/** Yoti's sample of a session with three documents, at one of its stages, as its page prints it. */
const sample = (id_documents: unknown[], supplementary_documents: unknown[] = []) => ({
  session_id: 'id',
  client_session_token_ttl: expect.any(Number),
  resources: {
    id_documents,
    supplementary_documents,
    liveness_capture: [],
    face_capture: [],
    applicant_profiles: [profile],
    applicant_profile: profile,
  },
  user_tracking_id: expect.any(String),
})

test.each([
  ['just-created', sample([])],
  ['captured-so-far:FIRST', sample([passport])],
  ['captured-so-far:SECOND', sample([licence, passport])],
  ['captured-so-far:THIRD', sample([licence, passport], [bill])],
])("%s is a stage of the documentation's own session, field for field", async (id, expected) => {
  const answer = still(await readSession(server.apiUrl, id))
  expect(answer).toEqual({ ...expected, state: 'ONGOING', client_session_token: 'id', checks: [] })
})

test('dbs-three-documents is the end of that session: nine checks that approve', async () => {
  const check = (type: string, used: number, scheme?: string) =>
    Array(3).fill({
      id: 'id',
      type,
      state: 'DONE',
      resources_used: Array(used).fill('id'),
      generated_media: [],
      report: { recommendation: { value: 'APPROVE' }, breakdown: [] },
      ...dates,
      ...(scheme && { scheme }),
    })
  expect(still(await readSession(server.apiUrl, 'dbs-three-documents'))).toEqual({
    ...sample([licence, passport], [bill]),
    state: 'COMPLETED',
    checks: [
      ...check('IBV_VISUAL_REVIEW_CHECK', 1),
      ...check('DOCUMENT_SCHEME_VALIDITY_CHECK', 1, 'UK_DBS'),
      ...check('PROFILE_DOCUMENT_MATCH', 2),
    ],
  })
})

const created = async (scenario: string): Promise<string> => {
  const { body } = await request(server.scenarioUrl(scenario)).post('/sessions').send(inBranchOrder()).expect(201)
  await server.control.sessions.visit(body.session_id)
  return body.session_id
}

test('a check that takes its time is pending while the others are done, and the session is completed with it', async () => {
  const id = await created('face-match-takes-19-minutes')
  const faceMatch = async () => {
    const { state, checks } = await readSession(server.apiUrl, id)
    const found = checks.find(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH')
    const others = checks.filter((check) => check !== found).map((check) => check.state)
    return { session: state, state: found?.state, report: found?.report !== undefined, others: [...new Set(others)] }
  }
  expect(await faceMatch()).toEqual({ session: 'ONGOING', state: 'PENDING', report: false, others: ['DONE'] })
  await server.control.clock.advance('PT18M')
  expect((await faceMatch()).session).toBe('ONGOING')
  await server.control.clock.advance('PT1M')
  expect(await faceMatch()).toEqual({ session: 'COMPLETED', state: 'DONE', report: true, others: ['DONE'] })
  const { checks } = await readSession(server.apiUrl, id)
  const [authenticity, slow] = checks
  expect(Date.parse(slow?.last_updated ?? '') - Date.parse(authenticity?.last_updated ?? '')).toBe(19 * 60_000)
})

test('a session with a check that nobody finishes is never completed', async () => {
  const id = await created('check-with-a-human')
  await server.control.clock.advance('P7D')
  const { state, checks } = await readSession(server.apiUrl, id)
  expect(state).toBe('ONGOING')
  expect(checks.filter((check) => check.report === undefined).map((check) => check.state)).toEqual(['PENDING'])
})

test('named sessions have their instructions, but for the one that was just created', async () => {
  const letter = (id: string) => request(server.apiUrl).get(`/sessions/${id}/instructions`)
  expect((await letter('all-approve').expect(200)).body).toMatchObject({
    contact_profile_exists: true,
    documents: [{ document: { document_type: 'PASSPORT' } }, { document: { document_type: 'UTILITY_BILL' } }],
    branch: { fad_code: expect.any(String) },
  })
  expect((await letter('just-created').expect(200)).body.contact_profile_exists).toBe(false)
})

test('a session whose retention is over can be created and not be read', async () => {
  const id = await created('retention-over')
  const { body } = await request(server.apiUrl).get(`/sessions/${id}`).expect(404)
  expect(body.code).toBe('SESSION_NOT_FOUND')
})
