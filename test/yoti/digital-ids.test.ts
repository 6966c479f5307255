import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { atHomeOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

/** Posts a body as it is written, and says which session it made. */
const create = async (body: string, scenario?: string): Promise<string> => {
  const base =
    scenario === undefined ? server.apiUrl : server.apiUrl.replace('/idverify', `/scenario/${scenario}/idverify`)
  const response = await fetch(`${base}/sessions`, { method: 'POST', body })
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as Schema<'CreatedSession'>).session_id
}

const notesOfLast = async () => (await server.control.requests.list({ operation: 'createSession' })).at(-1)?.notes

const supported = async (sessionId: string) => {
  const response = await fetch(`${server.apiUrl}/sessions/${sessionId}/configuration`)
  const { capture } = (await response.json()) as Schema<'SessionConfiguration'>
  return capture.required_resources[0]?.supported_countries ?? []
}

const withFilter = (filter: string) =>
  `{"requested_checks":[{"type":"ID_DOCUMENT_AUTHENTICITY","config":{}}],"required_documents":[{"type":"ID_DOCUMENT","filter":${filter}}]}`

// As the Go and the Node SDK write them, key for key.
const restrictions =
  '{"type":"DOCUMENT_RESTRICTIONS","inclusion":"WHITELIST","documents":[{"document_types":["DIGITAL_AADHAAR"]}],"allow_digital_ids":true,"allowed_providers":[{"name":"DIGILOCKER"}]}'
const orthogonal =
  '{"type":"ORTHOGONAL_RESTRICTIONS","allow_digital_ids":true,"allowed_providers":[{"name":"DIGILOCKER"},{"name":"EPHIL_ID_QR"}]}'
const goWithNothingElse = '{"type":"DOCUMENT_RESTRICTIONS","inclusion":"","documents":[],"allow_digital_ids":true}'
const everything =
  '{"type":"ORTHOGONAL_RESTRICTIONS","country_restriction":{"inclusion":"WHITELIST","country_codes":["PHL"]},"type_restriction":{"inclusion":"WHITELIST","document_types":["EPHIL_ID","PASSPORT"]},"allow_expired_documents":true,"allow_non_latin_documents":true,"allow_digital_ids":true,"allowed_providers":[{"name":"EPHIL_ID_QR"}]}'

test('a filter that names one digital ID asks for that one, from its provider', async () => {
  const id = await create(withFilter(restrictions))
  expect(await supported(id)).toEqual([
    {
      code: 'IND',
      supported_documents: [{ type: 'DIGITAL_AADHAAR', is_strictly_latin: true, providers: ['DIGILOCKER'] }],
    },
  ])
})

const withProvidersIn = (countries: readonly Schema<'RequestedCountry'>[]) =>
  countries.flatMap(({ code, supported_documents }) =>
    supported_documents.flatMap(({ type, providers }) => (providers ? [[code, type, ...providers]] : [])),
  )

test.each([
  ['ORTHOGONAL_RESTRICTIONS', orthogonal],
  ['what Go sends when nothing else is set', goWithNothingElse],
])('%s: a digital ID is one more document beside every other one', async (_name, filter) => {
  const countries = await supported(await create(withFilter(filter)))
  expect(withProvidersIn(countries)).toEqual([
    ['IND', 'DIGITAL_AADHAAR', 'DIGILOCKER'],
    ['PHL', 'EPHIL_ID', 'EPHIL_ID_QR'],
  ])
  expect(countries).toHaveLength(216)
  expect(countries[0]?.supported_documents[0]).toEqual({ type: 'PASSPORT', is_strictly_latin: true })
})

test('a filter with every field accepts what it names, the digital ID with its provider', async () => {
  expect(await supported(await create(withFilter(everything)))).toEqual([
    {
      code: 'PHL',
      supported_documents: [
        { type: 'EPHIL_ID', is_strictly_latin: true, providers: ['EPHIL_ID_QR'] },
        { type: 'PASSPORT', is_strictly_latin: true },
      ],
    },
  ])
})

test('without allow_digital_ids a filter asks for no digital ID', async () => {
  expect(withProvidersIn(await supported(await create(withFilter('{"type":"ORTHOGONAL_RESTRICTIONS"}'))))).toEqual([])
})

test('a provider that is not allowed shares nothing', async () => {
  const filter =
    '{"type":"ORTHOGONAL_RESTRICTIONS","allow_digital_ids":true,"allowed_providers":[{"name":"DIGILOCKER"}]}'
  expect(withProvidersIn(await supported(await create(withFilter(filter))))).toEqual([
    ['IND', 'DIGITAL_AADHAAR', 'DIGILOCKER'],
  ])
})

test('an unknown provider and an unpermitted digital ID are accepted, and the journal says so', async () => {
  await create(
    withFilter('{"type":"ORTHOGONAL_RESTRICTIONS","allow_digital_ids":true,"allowed_providers":[{"name":"NEW"}]}'),
  )
  expect(await notesOfLast()).toContain(
    'allowed_providers names NEW, of which mock-yoti knows no digital ID: it adds none',
  )
  const filter = '{"type":"DOCUMENT_RESTRICTIONS","inclusion":"INCLUDE","documents":[{"document_types":["EPHIL_ID"]}]}'
  const id = await create(withFilter(filter))
  expect(await notesOfLast()).toContain(
    'EPHIL_ID is named without allow_digital_ids: accepted; what Yoti does is not known',
  )
  expect(withProvidersIn(await supported(id))).toEqual([['PHL', 'EPHIL_ID', 'EPHIL_ID_QR']])
})

test('a filter that forbids digital IDs and names nothing else is refused', async () => {
  const body = withFilter(
    '{"type":"DOCUMENT_RESTRICTIONS","inclusion":"INCLUDE","documents":[{"document_types":["EPHIL_ID"]}],"allow_digital_ids":false}',
  )
  const response = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'PAYLOAD_VALIDATION',
    errors: [{ property: 'required_documents[0].filter', message: 'must allow at least one document' }],
  })
})

const digitalOrder = () =>
  JSON.stringify(atHomeOrder({ required_documents: [{ type: 'ID_DOCUMENT', filter: JSON.parse(orthogonal) }] }))

test('a shared digital ID is a document with a provider and no pages, and its share names it', async () => {
  const id = await create(digitalOrder(), 'digital-id-shared:AADHAAR')
  await server.control.sessions.visit(id)
  const { state, resources, digital_id_shares, checks } = await readSession(server.apiUrl, id)
  expect(state).toBe('COMPLETED')
  const [document] = resources.id_documents
  expect(resources.id_documents).toHaveLength(1)
  expect(document).toMatchObject({
    document_type: 'DIGITAL_AADHAAR',
    issuing_country: 'IND',
    provider: 'DIGILOCKER',
    pages: [],
    tasks: [],
  })
  expect(digital_id_shares).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      document_type: 'DIGITAL_AADHAAR',
      issuing_country: 'IND',
      provider: 'DIGILOCKER',
      created_at: '2026-03-04T12:00:00Z',
      last_updated: '2026-03-04T12:00:00Z',
      resource_id: document?.id,
    },
  ])
  expect(checks.map(({ type }) => type)).toEqual(['ID_DOCUMENT_AUTHENTICITY', 'LIVENESS', 'ID_DOCUMENT_FACE_MATCH'])
  const content = await fetch(`${server.apiUrl}/sessions/${id}/media/${document?.document_fields?.media.id}/content`)
  expect(await content.json()).toMatchObject({ document_type: 'DIGITAL_AADHAAR', issuing_country: 'IND' })
})

test.each([
  ['digital-id-share-failed', 'SHARE_FAILED', 'ONGOING', '2026-03-03'],
  ['digital-id-share-expired', 'SHARE_EXPIRED', 'EXPIRED', '2026-02-05'],
])('%s: a share that failed has every field and an error, and makes no document', async (name, code, state, day) => {
  const session = await readSession(server.apiUrl, name)
  expect(session.state).toBe(state)
  expect(session.resources.id_documents).toEqual([])
  expect(session.checks).toEqual([])
  expect(session.digital_id_shares).toEqual([
    {
      id: expect.any(String),
      document_type: 'DIGITAL_AADHAAR',
      issuing_country: 'IND',
      provider: 'DIGILOCKER',
      created_at: `${day}T10:59:20Z`,
      last_updated: `${day}T11:00:00Z`,
      resource_id: expect.any(String),
      error: { code, description: expect.any(String) },
    },
  ])
})

test('after a share that failed the person may share again: the newest share comes first', async () => {
  const { digital_id_shares, resources } = await readSession(server.apiUrl, 'digital-id-share-repeated')
  expect(digital_id_shares?.map(({ error }) => error?.code)).toEqual([undefined, 'SHARE_FAILED'])
  expect(resources.id_documents.map(({ id }) => id)).toEqual([digital_id_shares?.[0]?.resource_id])
})

test('a scenario with a digital ID says so when the order allows none', async () => {
  await create(JSON.stringify(atHomeOrder()), 'digital-id-shared:AADHAAR')
  expect(await notesOfLast()).toContain(
    "the scenario 'digital-id-shared:AADHAAR' speaks of a digital ID, which the order does not allow: allow_digital_ids",
  )
})
