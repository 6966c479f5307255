import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { inBranchOrder, type Order } from '../support/orders.js'
import { readPdf } from '../support/read-pdf.js'
import { startServer } from '../support/server.js'

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const send = (method: string, path: string, body?: object) =>
  fetch(`${server.apiUrl}${path}`, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })

const create = async (changes: Partial<Order> = {}) => {
  const answer = await send('POST', '/sessions', inBranchOrder(changes))
  return ((await answer.json()) as Schema<'CreatedSession'>).session_id
}

const requirementOf = async (id: string) => {
  const answer = await send('GET', `/sessions/${id}/configuration`)
  const { capture } = (await answer.json()) as Schema<'SessionConfiguration'>
  return capture.required_resources[0]?.id ?? 'none'
}

const noteOf = async (sessionId: string, operation: string) => {
  const [last] = await server.control.requests.list({ sessionId, operation })
  return [...(last?.notes ?? []), last?.error?.hint].join()
}

const contact_profile = { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' }

const branch = {
  type: 'UK_POST_OFFICE',
  fad_code: '1234567',
  name: 'Acacia Avenue Post Office',
  address: '22 Acacia Avenue, Anytown',
  post_code: 'AN1 2YT',
  location: { latitude: 51.5, longitude: -0.12 },
}

const instructed = async (sent: object) => {
  const id = await create()
  const answer = await send('PUT', `/sessions/${id}/instructions`, { contact_profile, documents: [], branch: sent })
  expect(answer.status).toBe(200)
  return {
    id,
    branch: ((await (await send('GET', `/sessions/${id}/instructions`)).json()) as { branch: object }).branch,
  }
}

test('the branch that was sent is the one that comes back and that the letter names', async () => {
  const made = await instructed(branch)
  expect(made.branch).toEqual(branch)
  const letter = await send('GET', `/sessions/${made.id}/instructions/pdf`)
  const { text } = await readPdf(Buffer.from(await letter.arrayBuffer()))
  for (const part of ['Acacia Avenue Post Office', '22 Acacia Avenue, Anytown', 'AN1 2YT', '1234567'])
    expect(text).toContain(part)
})

test('what is not sent of a branch is looked up by its FAD code, part by part', async () => {
  const known = {
    type: 'UK_POST_OFFICE',
    fad_code: '1010034',
    name: 'Church Lane Post Office',
    address: '106 Church Lane, Reading',
    post_code: 'RG7 6EX',
    location: { latitude: 51.4855, longitude: -0.9851 },
  }
  expect((await instructed({ type: 'UK_POST_OFFICE', fad_code: '1010034' })).branch).toEqual(known)
  const sent = { type: 'UK_POST_OFFICE', fad_code: '1010034', name: 'The one by the church', address: null }
  expect((await instructed(sent)).branch).toEqual({ ...known, name: 'The one by the church' })
})

test('empty instructions, as PHP sends them, answer 200 and the journal says that nothing changed', async () => {
  const id = await create()
  for (const session of [id, 'just-created']) {
    expect((await send('PUT', `/sessions/${session}/instructions`, {})).status).toBe(200)
    expect((await send('GET', `/sessions/${session}/instructions/pdf`)).status).toBe(409)
    expect(await noteOf(session, 'putInstructions')).toContain('the instructions are {} and change nothing')
    expect(await noteOf(session, 'putInstructions')).toContain('409 INSTRUCTIONS_NOT_COMPLETE')
    expect(await noteOf(session, 'getInstructionsPdf')).toContain('docs/sdks.md')
  }
  const full = { contact_profile, documents: [], branch }
  expect((await send('PUT', '/sessions/just-created/instructions', full)).status).toBe(409)
})

const bill = {
  required_documents: [
    {
      type: 'SUPPLEMENTARY_DOCUMENT',
      objective: { type: 'PROOF_OF_ADDRESS' },
      document_types: ['UTILITY_BILL'],
      country_codes: ['GBR'],
    },
  ],
} satisfies Partial<Order>

test('a utility bill that is called ID_DOCUMENT, as Java sends it, is taken as a supplementary document', async () => {
  const id = await create(bill)
  const document = { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'UTILITY_BILL' }
  const documents = [{ requirement_id: await requirementOf(id), document }]
  expect((await send('PUT', `/sessions/${id}/instructions`, { contact_profile, documents, branch })).status).toBe(200)
  expect(await noteOf(id, 'putInstructions')).toContain('as the Java SDK sends it')
  const read = (await (await send('GET', `/sessions/${id}/instructions`)).json()) as { documents: unknown[] }
  expect(read.documents).toEqual([
    {
      requirement_id: documents[0]?.requirement_id,
      document: { type: 'SUPPLEMENTARY_DOCUMENT', country_code: 'GBR', document_type: 'UTILITY_BILL' },
    },
  ])
})

test('a passport that is called SUPPLEMENTARY_DOCUMENT is still refused', async () => {
  const id = await create()
  const document = { type: 'SUPPLEMENTARY_DOCUMENT', country_code: 'GBR', document_type: 'PASSPORT' }
  const documents = [{ requirement_id: await requirementOf(id), document }]
  expect((await send('PUT', `/sessions/${id}/instructions`, { contact_profile, documents, branch })).status).toBe(400)
})
