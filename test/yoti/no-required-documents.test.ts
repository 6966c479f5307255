import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { atHomeOrder, inBranchOrder, type Order } from '../support/orders.js'
import { startServer } from '../support/server.js'

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

const create = async (order: Order) => {
  const answer = await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(order),
  })
  expect(answer.status).toBe(201)
  const { session_id } = (await answer.json()) as Schema<'CreatedSession'>
  const [request] = await server.control.requests.list({ sessionId: session_id, operation: 'createSession' })
  return { id: session_id, notes: request?.notes ?? [] }
}

const without = ({ required_documents: _none, ...order }: Order): Order => order

test.each([
  ['without required_documents', without(atHomeOrder())],
  ['with an empty list', atHomeOrder({ required_documents: [] })],
])('an order at home %s has every check that it asked for, of one document', async (_how, order) => {
  const { id, notes } = await create(order)
  await server.control.sessions.visit(id)
  const { state, checks, resources } = await readSession(server.apiUrl, id)
  expect(state).toBe('COMPLETED')
  expect(checks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['ID_DOCUMENT_AUTHENTICITY', 'LIVENESS', 'ID_DOCUMENT_FACE_MATCH']),
  )
  expect(resources.id_documents.map(({ document_type, issuing_country }) => [document_type, issuing_country])).toEqual([
    ['PASSPORT', 'GBR'],
  ])
  expect(resources.id_documents[0]?.tasks.map(({ type }) => type)).toEqual(['ID_DOCUMENT_TEXT_DATA_EXTRACTION'])
  expect(notes).toEqual(['no required_documents were sent: one identity document of any kind is asked for'])
})

test('an order for a branch without required_documents asks for one identity document', async () => {
  const { id } = await create(without(inBranchOrder()))
  const answer = await fetch(`${server.apiUrl}/sessions/${id}/configuration`)
  const { capture } = (await answer.json()) as Schema<'SessionConfiguration'>
  expect(capture.required_resources.filter(({ type }) => type === 'ID_DOCUMENT')).toHaveLength(1)
})

test('an order for liveness alone asks for no document', async () => {
  const { id, notes } = await create({ requested_checks: [{ type: 'LIVENESS', config: { liveness_type: 'ZOOM' } }] })
  await server.control.sessions.visit(id)
  const { checks, resources } = await readSession(server.apiUrl, id)
  expect(checks.map(({ type }) => type)).toEqual(['LIVENESS'])
  expect(resources.id_documents).toEqual([])
  expect(notes).toEqual([])
})

const bill = {
  type: 'SUPPLEMENTARY_DOCUMENT',
  objective: { type: 'PROOF_OF_ADDRESS' },
  document_types: ['UTILITY_BILL'],
  country_codes: ['GBR'],
} as const

test('the journal names what cannot be made of the documents that were asked for', async () => {
  const { notes } = await create(
    atHomeOrder({ required_documents: [{ ...bill, document_types: ['UTILITY_BILL'], country_codes: ['GBR'] }] }),
  )
  expect(notes).toEqual([
    'ID_DOCUMENT_AUTHENTICITY, ID_DOCUMENT_FACE_MATCH, ID_DOCUMENT_TEXT_DATA_EXTRACTION will not be made: ' +
      'required_documents has no ID_DOCUMENT',
  ])
  const tasks = { requested_tasks: [{ type: 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION', config: {} }] }
  expect((await create(atHomeOrder(tasks as Partial<Order>))).notes).toEqual([
    'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION will not be made: required_documents has no SUPPLEMENTARY_DOCUMENT',
  ])
})

test('a check that is requested twice is made once, and a profile match without a profile is noted', async () => {
  const { requested_checks = [], resources: _none, ...order } = inBranchOrder()
  const { notes } = await create({
    ...order,
    requested_checks: [...(requested_checks ?? []), { type: 'ID_DOCUMENT_FACE_MATCH' }],
  })
  expect(notes).toEqual([
    'ID_DOCUMENT_FACE_MATCH is requested more than once and made once, as the first of its kind says',
    'PROFILE_DOCUMENT_MATCH was requested without resources.applicant_profile: there is nothing to compare with, and ' +
      'what Yoti does is not known. The person has the names of the contact_profile of the instructions',
  ])
})
