import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { faceCalls, png, searchOrder } from '../support/face-calls.js'
import { atHomeOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
beforeEach(() => server.control.reset())
afterAll(() => server.close())

const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const { call, create, join, newApplicant, newPool } = faceCalls(() => server)

/** The check of a session that was visited after its creation. */
const search = async (...of: Parameters<typeof searchOrder>): Promise<Schema<'Check'>> => {
  const id = await create(searchOrder(...of))
  await server.control.sessions.visit(id)
  const { checks } = await readSession(server.apiUrl, id)
  expect(checks.map(({ type }) => type)).toEqual(['LIVENESS', 'FAMILIAR_FACE_SEARCH'])
  return checks[1] as Schema<'Check'>
}

const notesOfLast = async () => (await server.control.requests.list({ operation: 'createSession' })).at(-1)?.notes

test('a face that was added to a pool is found: an approval when it should be there', async () => {
  const [pool, applicant] = [await newPool(), await newApplicant({ data: png })]
  await join(pool, applicant)
  const check = await search(pool, 'MATCH')
  expect(Object.keys(check)).toEqual([
    'type',
    'id',
    'state',
    'resources_used',
    'generated_media',
    'report',
    'created',
    'last_updated',
    'config',
  ])
  expect(check).toMatchObject({
    state: 'DONE',
    resources_used: [uuid],
    generated_media: [],
    report: {
      recommendation: { value: 'APPROVE' },
      breakdown: [
        {
          sub_check: 'face_found_in_pool',
          result: 'PASS',
          details: [
            { name: 'matching_pool', value: pool },
            { name: 'matching_applicant', value: applicant },
          ],
          process: 'AUTOMATED',
        },
      ],
    },
    config: { pool_id: pool, pool_label: 'Known people', approval_criteria: 'MATCH' },
  })
  expect(await notesOfLast()).toContain(
    `the face of the applicant '${applicant}' was uploaded: nobody can tell whose it is, so it counts as the person's`,
  )
})

test('… and a rejection when it should not be there', async () => {
  const [pool, applicant] = [await newPool(), await newApplicant({ data: png })]
  await join(pool, applicant)
  expect((await search(pool, 'NO_MATCH')).report).toEqual({
    recommendation: { value: 'REJECT', reason: 'MATCH_FOUND' },
    breakdown: [
      {
        sub_check: 'face_not_found_in_pool',
        result: 'FAIL',
        details: [
          { name: 'matching_pool', value: pool },
          { name: 'matching_applicant', value: applicant },
        ],
        process: 'AUTOMATED',
      },
    ],
  })
})

test.each([
  ['MATCH', { value: 'REJECT', reason: 'NO_MATCH_FOUND' }, 'face_found_in_pool', 'FAIL'],
  ['NO_MATCH', { value: 'APPROVE' }, 'face_not_found_in_pool', 'PASS'],
] as const)('in an empty pool nobody is found: %s', async (criteria, recommendation, sub_check, result) => {
  expect((await search(await newPool(), criteria)).report).toEqual({
    recommendation,
    breakdown: [{ sub_check, result, details: [], process: 'AUTOMATED' }],
  })
})

const verdict = async (...of: Parameters<typeof search>) => (await search(...of)).report?.recommendation.value

test('who lost the face, left the pool or was deleted is not found', async () => {
  const pool = await newPool()
  const [faceless, gone, left] = [
    await newApplicant({ data: png }),
    await newApplicant({ data: png }),
    await newApplicant({ data: png }),
  ]
  for (const applicant of [faceless, gone, left]) await join(pool, applicant)
  expect(await verdict(pool, 'MATCH')).toBe('APPROVE')
  const face = (await call('GET', `/applicant/${faceless}`)).body.faces.archetype_face
  await call('DELETE', `/applicants/${faceless}/faces/${face}`)
  await call('DELETE', `/applicants/${gone}`)
  await call('DELETE', `/pools/${pool}/applicants/${left}`)
  expect(await verdict(pool, 'MATCH')).toBe('REJECT')
})

test('a face from a session is found in sessions about the same person only', async () => {
  const first = await create(searchOrder('unknown', 'MATCH', 'customer-7'))
  await server.control.sessions.visit(first)
  const [liveness] = (await readSession(server.apiUrl, first)).resources.liveness_capture
  const media_id = liveness?.liveness_type === 'STATIC' ? liveness.image?.media.id : undefined
  const [pool, applicant] = [await newPool(), await newApplicant({ source: { session_id: first, media_id } })]
  await join(pool, applicant)
  expect(await verdict(pool, 'NO_MATCH', 'customer-7')).toBe('REJECT')
  expect(await verdict(pool, 'NO_MATCH', 'customer-8')).toBe('APPROVE')
})

test('a face that joins the pool after the creation of the session is found when the person comes', async () => {
  const pool = await newPool()
  const id = await create(searchOrder(pool, 'MATCH'))
  await join(pool, await newApplicant({ data: png }))
  await server.control.sessions.visit(id)
  const { checks } = await readSession(server.apiUrl, id)
  expect(checks[1]?.report?.recommendation).toEqual({ value: 'APPROVE' })
})

test('a pool that nobody created approves, and the journal says why', async () => {
  for (const criteria of ['MATCH', 'NO_MATCH'] as const) {
    const check = await search('a-pool-of-another-server', criteria)
    expect(check.report?.recommendation).toEqual({ value: 'APPROVE' })
    expect(check.config?.pool_label).toBe('Unknown pool')
  }
  expect(await notesOfLast()).toContain(
    "no pool has the id 'a-pool-of-another-server': FAMILIAR_FACE_SEARCH approves unless the scenario says otherwise. Create a pool with POST /pools to search in it",
  )
})

test('a search without a pool is refused, one without criteria is noted', async () => {
  const refused = await call(
    'POST',
    '/sessions',
    atHomeOrder({ requested_checks: [{ type: 'FAMILIAR_FACE_SEARCH', config: {} }] }),
  )
  expect(refused.body.errors).toEqual([{ property: 'requested_checks[0].config.pool_id', message: 'must not be null' }])
  await create(searchOrder(await newPool(), undefined))
  expect(await notesOfLast()).toContain(
    'FAMILIAR_FACE_SEARCH has no approval_criteria: MATCH is taken; what Yoti does is not known',
  )
})

test.each([
  ['familiar-face-found:MATCH', 'APPROVE', undefined, 2],
  ['familiar-face-found:NO_MATCH', 'REJECT', 'MATCH_FOUND', 2],
  ['familiar-face-not-found:MATCH', 'REJECT', 'NO_MATCH_FOUND', 0],
  ['familiar-face-not-found:NO_MATCH', 'APPROVE', undefined, 0],
])('%s: %s', async (id, value, reason, details) => {
  const { checks } = await readSession(server.apiUrl, id)
  const report = checks.find(({ type }) => type === 'FAMILIAR_FACE_SEARCH')?.report
  expect(report?.recommendation).toEqual({ value, ...(reason !== undefined && { reason }) })
  expect(report?.breakdown[0]?.details).toHaveLength(details)
})

test('a scenario says what is found in any pool', async () => {
  const pool = await newPool()
  const base = server.apiUrl.replace('/idverify', '/scenario/familiar-face-found:MATCH/idverify')
  const created = await fetch(`${base}/sessions`, {
    method: 'POST',
    body: JSON.stringify(searchOrder(pool, 'NO_MATCH')),
  })
  const { session_id } = (await created.json()) as Schema<'CreatedSession'>
  await server.control.sessions.visit(session_id)
  const { checks } = await readSession(server.apiUrl, session_id)
  expect(checks[1]?.report?.recommendation).toEqual({ value: 'REJECT', reason: 'MATCH_FOUND' })
})

test('the face of an applicant takes the place of an uploaded image', async () => {
  const id = await create(
    atHomeOrder({ requested_checks: [{ type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } }] }),
  )
  const read = await fetch(`${server.apiUrl}/sessions/${id}/configuration`)
  const configuration = (await read.json()) as Schema<'SessionConfiguration'>
  const requirement_id = configuration.capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')?.id
  const resource = (await call('POST', `/sessions/${id}/resources/face-capture`, { requirement_id })).body.id
  const path = `/sessions/${id}/resources/face-capture/${resource}/applicant`
  const unknown = await call('PUT', path, { applicant_id: 'nobody' })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'APPLICANT_NOT_FOUND'])
  const faceless = await call('PUT', path, { applicant_id: await newApplicant() })
  expect([faceless.status, faceless.body.code]).toEqual([422, 'UNPROCESSABLE_MEDIA'])
  expect(await call('PUT', path, { applicant_id: await newApplicant({ data: png }) })).toEqual({ status: 200 })
  const [face] = (await readSession(server.apiUrl, id)).resources.face_capture
  const content = await fetch(`${server.apiUrl}/sessions/${id}/media/${face?.image?.media.id}/content`)
  expect(Buffer.from(await content.arrayBuffer()).toString('base64')).toBe(png)
})

test("one application's applicants and pools are not another's", async () => {
  const id = (await call('POST', '/applicants?sdkId=first')).body.id
  expect((await call('GET', `/applicant/${id}?sdkId=first`)).status).toBe(200)
  expect((await call('GET', `/applicant/${id}?sdkId=second`)).body.code).toBe('APPLICANT_NOT_FOUND')
  await server.control.reset({ sdkId: 'second' })
  expect((await call('GET', `/applicant/${id}?sdkId=first`)).status).toBe(200)
  await server.control.reset({ sdkId: 'first' })
  expect((await call('GET', `/applicant/${id}?sdkId=first`)).status).toBe(404)
})

test('two applicants that join a pool at once are both in it', async () => {
  const pool = await newPool()
  const applicants = await Promise.all(Array.from({ length: 8 }, () => newApplicant({ data: png })))
  await Promise.all(applicants.map((applicant) => join(pool, applicant)))
  for (const applicant of applicants)
    expect((await call('GET', `/applicant/${applicant}`)).body.pools).toEqual([{ id: pool, label: 'Known people' }])
})

test('a large photo is taken', async () => {
  const data = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(3_000_000)]).toString('base64')
  expect((await call('POST', '/applicants', { face: { data } })).status).toBe(201)
})
