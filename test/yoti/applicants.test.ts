import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { faceCalls, png, searchOrder } from '../support/face-calls.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
beforeEach(() => server.control.reset())
afterAll(() => server.close())

const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const { call, create, join, newApplicant, newPool } = faceCalls(() => server)

test('an applicant is created without a face, and read by the singular and the plural path', async () => {
  const { status, body } = await call('POST', '/applicants')
  expect(status).toBe(201)
  expect(body).toEqual({
    id: uuid,
    created_at: '2026-03-04T12:00:00Z',
    last_updated: '2026-03-04T12:00:00Z',
    faces: { faces: [] },
    pools: [],
  })
  for (const path of ['applicant', 'applicants'])
    expect(await call('GET', `/${path}/${body.id}`)).toEqual({
      status: 200,
      body: { id: body.id, faces: { faces: [] }, pools: [] },
    })
})

test('a face that is added becomes the face of the applicant, and comes back as JSON', async () => {
  const id = await newApplicant()
  const added = await call('POST', `/applicants/${id}/faces`, { face: { data: png } })
  expect(added).toEqual({ status: 201, body: { id: uuid } })
  const pool = await newPool()
  expect((await join(pool, id)).status).toBe(204)
  expect((await call('GET', `/applicant/${id}`)).body).toEqual({
    id,
    faces: { archetype_face: added.body.id, faces: [] },
    pools: [{ id: pool, label: 'Known people' }],
  })
  for (const path of ['applicant', 'applicants'])
    expect(await call('GET', `/${path}/${id}/faces/${added.body.id}`)).toEqual({
      status: 200,
      body: { face: { data: png, content_type: 'image/png' } },
    })
})

test('a face may be that of a session, which is drawn', async () => {
  const session = await create(searchOrder('5e0f5b0e-52c7-5d6e-8d43-6a4c2f1b7c90', 'MATCH'))
  await server.control.sessions.visit(session)
  const [liveness] = (await readSession(server.apiUrl, session)).resources.liveness_capture
  if (liveness?.liveness_type !== 'STATIC') throw new Error('the order asks for a static capture')
  const media = liveness.image?.media.id ?? ''
  const shown = await fetch(`${server.apiUrl}/sessions/${session}/media/${media}/content`)
  const source = { session_id: session, media_id: media }
  const { status, body } = await call('POST', '/applicants', { face: { source } })
  expect(status).toBe(201)
  const face = await call('GET', `/applicant/${body.id}/faces/${body.faces.archetype_face}`)
  const data = Buffer.from(await shown.arrayBuffer()).toString('base64')
  expect(face.body).toEqual({ face: { data, content_type: 'image/png' } })
})

test('everything can be deleted, and is not there any more', async () => {
  const id = await newApplicant({ data: png })
  const pool = await newPool()
  await join(pool, id)
  const face = (await call('GET', `/applicant/${id}`)).body.faces.archetype_face
  expect((await call('DELETE', `/pools/${pool}/applicants/${id}`)).status).toBe(204)
  expect((await call('GET', `/applicant/${id}`)).body.pools).toEqual([])
  expect((await call('DELETE', `/applicants/${id}/faces/${face}`)).status).toBe(204)
  expect((await call('GET', `/applicant/${id}`)).body.faces).toEqual({ faces: [] })
  expect((await call('DELETE', `/pools/${pool}`)).status).toBe(204)
  expect((await call('DELETE', `/applicants/${id}`)).status).toBe(204)
  const gone = [
    await call('GET', `/applicant/${id}`),
    await call('DELETE', `/applicants/${id}`),
    await call('DELETE', `/pools/${pool}`),
    await join(pool, id),
  ]
  expect(gone.map(({ status, body }) => [status, body.code])).toEqual([
    [404, 'APPLICANT_NOT_FOUND'],
    [404, 'APPLICANT_NOT_FOUND'],
    [404, 'POOL_NOT_FOUND'],
    [404, 'POOL_NOT_FOUND'],
  ])
})

test.each([
  ['neither data nor source', {}, 400, 'PAYLOAD_VALIDATION'],
  ['both', { data: png, source: { session_id: 'all-approve', media_id: 'x' } }, 400, 'PAYLOAD_VALIDATION'],
  ['no base64', { data: 'not base64!' }, 400, 'PAYLOAD_VALIDATION'],
  ['no image', { data: 'aGVsbG8=' }, 422, 'UNPROCESSABLE_MEDIA'],
  ['no such session', { source: { session_id: 'nobody', media_id: 'x' } }, 404, 'SESSION_NOT_FOUND'],
  ['no such media', { source: { session_id: 'all-approve', media_id: 'x' } }, 404, 'MEDIA_CONTENT_NOT_FOUND'],
])('a face with %s is refused', async (_name, face, status, code) => {
  const id = await newApplicant()
  for (const path of ['/applicants', `/applicants/${id}/faces`]) {
    const refused = await call('POST', path, { face })
    expect([refused.status, refused.body.code]).toEqual([status, code])
  }
})

test('a media that shows no face is refused', async () => {
  const { resources } = await readSession(server.apiUrl, 'gds-single-document')
  const media_id = resources.id_documents[0]?.pages[0]?.media?.id
  const refused = await call('POST', '/applicants', {
    face: { source: { session_id: 'gds-single-document', media_id } },
  })
  expect([refused.status, refused.body.code]).toEqual([422, 'UNPROCESSABLE_MEDIA'])
})
