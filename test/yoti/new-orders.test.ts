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

const post = async (order: object) => {
  const response = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(order) })
  return { status: response.status, body: (await response.json()) as { session_id: string } }
}
const create = async (order: object): Promise<string> => {
  const { status, body } = await post(order)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.session_id
}
const notesOfLast = async () => (await server.control.requests.list({ operation: 'createSession' })).at(-1)?.notes

const configuration = async (id: string) =>
  (await (await fetch(`${server.apiUrl}/sessions/${id}/configuration`)).json()) as Schema<'SessionConfiguration'>

test('a person who must go on by phone may go on by phone', async () => {
  for (const sdk_config of [{ enforce_handoff: true }, { enforce_handoff: true, allow_handoff: false }])
    expect(await post(atHomeOrder({ sdk_config }))).toEqual({
      status: 400,
      body: {
        code: 'PAYLOAD_VALIDATION',
        message: 'There were errors validating the payload',
        errors: [{ property: 'sdk_config.enforce_handoff', message: 'must not be true unless allow_handoff is true' }],
      },
    })
  const id = await create(atHomeOrder({ sdk_config: { enforce_handoff: true, allow_handoff: true } }))
  expect((await configuration(id)).sdk_config).toMatchObject({ enforce_handoff: true, allow_handoff: true })
  await create(atHomeOrder({ sdk_config: { enforce_handoff: false } }))
})

test('the dark mode comes back in the configuration', async () => {
  const sdk_config = { dark_mode: 'AUTO', primary_colour_dark_mode: '#101010' } as const
  expect((await configuration(await create(atHomeOrder({ sdk_config })))).sdk_config).toMatchObject(sdk_config)
})

test('each share code that is required becomes a resource with a task that verified it', async () => {
  const required_share_codes = [
    { issuer: 'UK_GOV', scheme: 'RTW' },
    { issuer: 'UK_GOV', scheme: 'RTR' },
  ]
  const id = await create(atHomeOrder({ required_share_codes }))
  await server.control.sessions.visit(id)
  const { share_codes } = (await readSession(server.apiUrl, id)).resources
  expect(share_codes).toHaveLength(2)
  for (const { tasks, created_at, lookup_profile } of share_codes ?? []) {
    expect(tasks).toMatchObject([{ type: 'VERIFY_SHARE_CODE_TASK', state: 'DONE' }])
    expect(created_at).toBe('2026-03-04T12:00:00Z')
    expect(lookup_profile?.media.type).toBe('JSON')
  }
})

test('what nobody knows in an order is taken, and the journal names it', async () => {
  const config = { liveness_type: 'ZOOM', handled_check_limit: 2 }
  await create({ ...atHomeOrder(), requested_checks: [{ type: 'LIVENESS', config }], next_year: true })
  expect(await notesOfLast()).toContain(
    'mock-yoti does not know requested_checks[0].config.handled_check_limit, next_year: taken, and nothing follows from it',
  )
  await create(atHomeOrder())
  expect(await notesOfLast()).toBeUndefined()
})

test('an order that requests the task of a share code gets one share code', async () => {
  const requested_tasks = [{ type: 'VERIFY_SHARE_CODE_TASK' as const }]
  const id = await create(atHomeOrder({ requested_tasks }))
  await server.control.sessions.visit(id)
  const { share_codes, id_documents } = (await readSession(server.apiUrl, id)).resources
  expect(share_codes?.map(({ tasks }) => tasks.map(({ type }) => type))).toEqual([['VERIFY_SHARE_CODE_TASK']])
  expect(id_documents.map(({ tasks }) => tasks)).toEqual([[]])
})

// Yoti's answer about supported documents has identity documents only.
test.each([
  ['PAN', 'IND'],
  ['MYKAD', 'MYS'],
])('a %s is an identity document, with the checks of one', async (document_type, country) => {
  const filter = {
    type: 'DOCUMENT_RESTRICTIONS' as const,
    inclusion: 'WHITELIST' as const,
    documents: [{ country_codes: [country], document_types: [document_type] }],
  }
  const id = await create(atHomeOrder({ required_documents: [{ type: 'ID_DOCUMENT', filter }] }))
  await server.control.sessions.visit(id)
  const { resources, checks } = await readSession(server.apiUrl, id)
  expect(resources.supplementary_documents).toEqual([])
  expect(resources.id_documents).toMatchObject([{ document_type, issuing_country: country }])
  expect(checks.map(({ type }) => type)).toEqual([
    'ID_DOCUMENT_AUTHENTICITY',
    'ID_DOCUMENT_TEXT_DATA_CHECK',
    'LIVENESS',
    'ID_DOCUMENT_FACE_MATCH',
  ])
})
