import { expect, test } from 'vitest'
import type { SignaturePolicy } from '../../server/auth/application.js'
import type { Schema } from '../../server/openapi/schema.js'
import { openSessions } from '../support/open-sessions.js'
import { inBranchOrder } from '../support/orders.js'
import { demo, messageOf, sendRaw, sign } from '../support/signing.js'

const ask = { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'DRIVING_LICENCE' }

/** Instructs for documents of a session that asks for a British driving licence; the answer. */
const instruct = async (
  signatures: SignaturePolicy,
  documentsFor: (requirementId: string) => readonly object[],
  order = inBranchOrder(),
) => {
  await using server = await openSessions({ visits: 'manual', signatures })
  const call = async (method: string, path: string, body = '') => {
    const endpoint = `${path}?sdkId=${demo.sdkId}&nonce=7f0c6a5e-4a0b-4df3-9a52-0a1b2c3d4e5f&timestamp=1772625600`
    const headers = { 'X-Yoti-Auth-Digest': sign(messageOf(method, endpoint, body)) }
    return sendRaw(server.url, { method, target: `/idverify/v1${endpoint}`, headers, body })
  }
  const { session_id: id } = (await call('POST', '/sessions', JSON.stringify(order))).body as Schema<'CreatedSession'>
  const { capture } = (await call('GET', `/sessions/${id}/configuration`)).body as Schema<'SessionConfiguration'>
  const instructions = {
    contact_profile: { first_name: 'A', last_name: 'B', email: 'a@b.example' },
    documents: documentsFor(capture.required_resources[0]?.id ?? ''),
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  }
  const { status, body } = await call('PUT', `/sessions/${id}/instructions`, JSON.stringify(instructions))
  return { status, body }
}

const ofOne = (requirement_id: string) => [{ requirement_id, document: ask }]

test.each([{ country_code: 'FRA' }, { document_type: 'PASSPORT' }])(
  'a document that the filter does not let through is refused under strict: %j',
  async (changes) => {
    const other = (requirement_id: string) => [{ requirement_id, document: { ...ask, ...changes } }]
    expect(await instruct('strict', other)).toMatchObject({
      status: 404,
      body: { code: 'SCHEME_VALIDATION_REQUIREMENT_NOT_FOUND' },
    })
    expect((await instruct('lenient', other)).status).toBe(200)
    expect((await instruct('strict', ofOne)).status).toBe(200)
  },
)

test.each([
  [
    'of another kind',
    (requirement_id: string) => [{ requirement_id, document: { ...ask, type: 'SUPPLEMENTARY_DOCUMENT' } }],
    { property: 'documents[0].document.type', message: 'must be ID_DOCUMENT' },
  ],
  [
    'for the same requirement twice',
    (requirement_id: string) => [...ofOne(requirement_id), ...ofOne(requirement_id)],
    { property: 'documents[1].requirement_id', message: 'must not be repeated' },
  ],
])('a document %s is refused', async (_what, documents, error) => {
  expect(await instruct('lenient', documents)).toMatchObject({ status: 400, body: { errors: [error] } })
})

test('a scheme that nobody knows is told when the instructions are set', async () => {
  const order = inBranchOrder({
    requested_checks: [{ type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { manual_check: 'IBV', scheme: 'FOO' } }],
  })
  expect(await instruct('lenient', ofOne, order)).toMatchObject({ status: 404, body: { code: 'SCHEME_NOT_FOUND' } })
})

test('a letter can be changed until the person comes, also when they come by themselves', async () => {
  await using server = await openSessions({ visitDelay: 60 })
  await server.control.clock.freeze()
  const id = await server.create(inBranchOrder())
  expect((await server.instruct(id)).status).toBe(200)
  expect((await server.instruct(id)).status).toBe(200)
  await server.control.clock.advance('PT60S')
  expect((await server.instruct(id)).status).toBe(409)
})

test.each(['constructor', '__proto__', 'toString'])('media of a document of the type %s are answered', async (name) => {
  await using server = await openSessions({ visits: 'manual' })
  const order = inBranchOrder({ required_documents: [{ type: 'ID_DOCUMENT' }] })
  const send = async (method: string, path: string, body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    return (await fetch(`${server.apiUrl}/sessions${path}`, { method, ...sent })).json()
  }
  const { session_id: id } = (await send('POST', '', order)) as Schema<'CreatedSession'>
  const { capture } = (await send('GET', `/${id}/configuration`)) as Schema<'SessionConfiguration'>
  const [required] = capture.required_resources
  await fetch(`${server.apiUrl}/sessions/${id}/instructions`, {
    method: 'PUT',
    body: JSON.stringify({
      contact_profile: { first_name: 'A', last_name: 'B', email: 'a@b.example' },
      documents: [{ requirement_id: required?.id, document: { ...ask, document_type: name } }],
      branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
    }),
  })
  await server.control.sessions.visit(id)
  const { resources } = (await send('GET', `/${id}`)) as Schema<'SessionResult'>
  const [document] = resources?.id_documents ?? []
  expect(document?.document_type).toBe(name)
  const media = [...JSON.stringify(resources).matchAll(/"media":\{"id":"([^"]+)"/g)].map(([, found]) => found)
  expect(media.length).toBeGreaterThan(2)
  const statuses = media.map(
    async (found) => (await fetch(`${server.apiUrl}/sessions/${id}/media/${found}/content`)).status,
  )
  expect(await Promise.all(statuses)).toEqual(media.map(() => 200))
})
