import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

type Fields = Record<string, unknown> & {
  mrz?: { line1: string; line2: string }
  structured_postal_address?: Record<string, unknown>
}

const mediaOf = (sessionId: string, mediaId: string) =>
  request(target.apiUrl).get(`/sessions/${sessionId}/media/${mediaId}/content`)

/** What was read of the newest document that something was read of. */
const readingOf = async (id: string): Promise<Fields> => {
  const { resources, session_id } = await readSession(target.apiUrl, id)
  const documents = [...resources.supplementary_documents, ...resources.id_documents]
  const mediaId = documents.find(({ document_fields }) => document_fields !== undefined)?.document_fields?.media.id
  return (await mediaOf(session_id, mediaId ?? 'none').expect(200)).body
}

test('names are read as the scenario says, whatever the person is called', async () => {
  const { full_name, ...rest } = await readingOf('names-read:ONLY_FULL_NAME')
  expect(full_name).toMatch(/^\S+ \S+ \S+/)
  expect(rest).not.toHaveProperty('given_names')
  expect(rest).not.toHaveProperty('family_name')
  expect(await readingOf('names-read:NO_FAMILY_NAME')).toMatchObject({ given_names: expect.any(String) })
  expect(await readingOf('names-read:EMPTY_FAMILY_NAME')).toMatchObject({ family_name: '' })
  const split = await readingOf('names-read:SPLIT_IN_THE_WRONG_PLACE')
  expect(`${split['given_names']} ${split['family_name']}`).toBe(split['full_name'])
  // The machine-readable zone is right: the family's name comes first, and is a single word shorter.
  const family = String(split['family_name'])
    .split(' ')
    .slice(1)
    .join('<')
    .replace(/[^A-Z<]/g, '<')
  expect(split.mrz?.line1.startsWith(`P<GBR${family}`)).toBe(true)
})

test('the applicant that a scenario fixes stands on the document, in its machine-readable zone and in the profile', async () => {
  const fields = await readingOf('applicant-named:NON_ASCII')
  expect(fields).toMatchObject({ given_names: 'ZOË ŁUCJA', family_name: 'ÇELIK-ŻÓŁĆ' })
  expect(fields.mrz?.line1).toMatch(/^P<GBRCELIK<ZOLC<<ZOE<LUCJA<+$/)
  const { resources, session_id } = await readSession(target.apiUrl, 'applicant-named:PUNCTUATION')
  const profile = resources.applicant_profiles[0]?.media?.id ?? 'none'
  expect((await mediaOf(session_id, profile)).body.full_name).toBe("Mary-Jane D'Arcy O'Neill-St. John")
  expect(await readingOf('applicant-named:SINGLE_NAME')).not.toHaveProperty('given_names')
})

test('parts of an address are missing, and each format has its own parts', async () => {
  expect(await readingOf('licence-address:NO_ADDRESS')).not.toHaveProperty('structured_postal_address')
  const { structured_postal_address: address = {} } = await readingOf('licence-address:NO_FORMATTED_ADDRESS')
  expect(address).toHaveProperty('postal_code')
  expect(address).not.toHaveProperty('formatted_address')
  for (const format of [1, 2, 3, 4]) {
    const { structured_postal_address } = await readingOf(`address-format:FORMAT_${format}`)
    expect(structured_postal_address).toMatchObject({ address_format: format })
  }
})

test('a passport’s date of issue and machine-readable zone fit the expiry that the scenario says', async () => {
  const fields = await readingOf('passport-expires:NINETEEN_MONTHS_AGO')
  expect(String(fields['date_of_issue']).slice(4)).toBe(String(fields['expiration_date']).slice(4))
  expect(fields.mrz?.line2.slice(21, 27)).toBe(String(fields['expiration_date']).slice(2).replaceAll('-', ''))
})

test('media that a scenario does not hand out are listed and answer 204, 404 or nothing but braces', async () => {
  const answers = { WITHHELD: [204, ''], MISSING: [404, undefined], EMPTY: [200, '{}'] } as const
  for (const [member, [status, text]] of Object.entries(answers)) {
    const { resources, session_id } = await readSession(target.apiUrl, `fields-not-handed-out:${member}`)
    const answer = await mediaOf(session_id, resources.id_documents[0]?.document_fields?.media.id ?? 'none')
    expect(answer.status).toBe(status)
    if (text !== undefined) expect(answer.text).toBe(text)
  }
})

test('in a created session the scenario changes what is read, and the person stays the one who was sent', async () => {
  const { body } = await request(target.scenarioUrl('names-read:SPLIT_IN_THE_WRONG_PLACE'))
    .post('/sessions')
    .send(inBranchOrder())
    .expect(201)
  await target.control.sessions.visit(body.session_id)
  const fields = await readingOf(body.session_id)
  expect(fields).toMatchObject({
    full_name: 'ADA MARIE LOVELACE',
    given_names: 'ADA',
    family_name: 'MARIE LOVELACE',
  })
})

test('an attempt whose text could not be read has a task that failed, and fulfils no requirement', async () => {
  const { body } = await request(target.scenarioUrl('capture-failed-then-repeated'))
    .post('/sessions')
    .send(inBranchOrder())
    .expect(201)
  await target.control.sessions.visit(body.session_id)
  const { resources, checks } = await readSession(target.apiUrl, body.session_id)
  const [used, failed] = resources.id_documents
  expect(failed?.tasks[0]?.state).toBe('FAILED')
  expect(failed).not.toHaveProperty('document_fields')
  expect(checks.every(({ resources_used }) => !resources_used.includes(failed?.id ?? ''))).toBe(true)
  expect(checks.every(({ resources_used }) => resources_used.includes(used?.id ?? ''))).toBe(true)
})

test('a document of which no text could be read has no fields and a check that says why', async () => {
  const { state, resources, checks } = await readSession(target.apiUrl, 'text-not-extracted')
  const [document] = resources.id_documents
  expect(state).toBe('COMPLETED')
  expect(document).not.toHaveProperty('document_fields')
  expect(document?.tasks[0]).toMatchObject({ state: 'DONE', generated_media: [] })
  const check = checks.find(({ id }) => id === document?.tasks[0]?.generated_checks[0]?.id)
  expect(check).toMatchObject({
    type: 'ID_DOCUMENT_TEXT_DATA_CHECK',
    report: { recommendation: { value: 'NOT_AVAILABLE', reason: 'PHOTO_TOO_BLURRY' }, breakdown: expect.any(Array) },
  })
  const { resources: read, checks: made } = await readSession(target.apiUrl, 'text-read-by-a-person')
  expect(read.id_documents[0]).toHaveProperty('document_fields')
  expect(made.at(-1)).toMatchObject({ report: { recommendation: { value: 'APPROVE' } } })
})

test('an abandoned capture is listed before the document that counts, without a picture', async () => {
  const { resources, checks } = await readSession(target.apiUrl, 'capture-abandoned')
  const [abandoned, used] = resources.id_documents
  expect([abandoned?.document_type, used?.document_type]).toEqual(['DRIVING_LICENCE', 'PASSPORT'])
  expect(abandoned?.tasks[0]).toMatchObject({ state: 'CREATED', generated_media: [] })
  expect(abandoned?.pages).toEqual([{ frames: [{}, {}] }, { frames: [{}, {}] }])
  expect(checks[0]?.resources_used).toEqual([used?.id])
})

test('fields whose media has no id are read by the id that the task knows', async () => {
  const { resources } = await readSession(target.apiUrl, 'fields-without-id')
  const [document] = resources.id_documents
  expect(Object.keys(document?.document_fields?.media ?? {})).toEqual(['type', 'created', 'last_updated'])
  const mediaId = document?.tasks[0]?.generated_media[0]?.id
  const { body } = await mediaOf('fields-without-id', mediaId ?? 'none').expect(200)
  expect(body).toMatchObject({ full_name: expect.any(String), document_type: 'PASSPORT' })
})
