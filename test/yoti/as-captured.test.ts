import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { atHomeOrder, inBranchOrder, type Order } from '../support/orders.js'
import { startServer } from '../support/server.js'

// What answers of Yoti that were captured, or printed on its pages, have in common.

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

const completed = async (order: Order) => {
  const created = await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(order),
  })
  const { session_id } = (await created.json()) as Schema<'CreatedSession'>
  await server.control.sessions.visit(session_id)
  return readSession(server.apiUrl, session_id)
}

const zoom = { type: 'LIVENESS', config: { liveness_type: 'ZOOM', max_retries: 1 } } as const
const everyCheck: NonNullable<Order['requested_checks']> = [
  { type: 'WATCHLIST_SCREENING', config: { categories: ['SANCTIONS'] } },
  { type: 'THIRD_PARTY_IDENTITY' },
  { type: 'ID_DOCUMENT_COMPARISON' },
  { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'NEVER' } },
  zoom,
  { type: 'ID_DOCUMENT_AUTHENTICITY' },
]

test('checks stand in Yoti’s order of types, whatever order was asked for; they begin with type, id and state', async () => {
  const { checks } = await completed(atHomeOrder({ requested_checks: everyCheck }))
  expect(checks.map(({ type }) => type)).toEqual([
    'ID_DOCUMENT_AUTHENTICITY',
    'ID_DOCUMENT_TEXT_DATA_CHECK',
    'LIVENESS',
    'ID_DOCUMENT_FACE_MATCH',
    'ID_DOCUMENT_COMPARISON',
    'THIRD_PARTY_IDENTITY',
    'WATCHLIST_SCREENING',
  ])
  for (const check of checks) expect(Object.keys(check).slice(0, 3)).toEqual(['type', 'id', 'state'])
})

test('of several liveness checks the newest attempt stands first, and the face match looks at it', async () => {
  const { checks, resources } = await completed(
    atHomeOrder({ requested_checks: [zoom, zoom, { type: 'ID_DOCUMENT_FACE_MATCH' }] }),
  )
  const [newest, oldest] = resources.liveness_capture.map(({ id }) => id)
  const used = checks.filter(({ type }) => type === 'LIVENESS').map(({ resources_used }) => resources_used)
  expect(used).toEqual([[newest], [oldest]])
  const match = checks.find(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH')
  expect(match?.resources_used).toEqual([resources.id_documents[0]?.id, newest])
})

test('a ZOOM capture has seven frames, the last four without a picture', async () => {
  const { resources } = await completed(atHomeOrder({ requested_checks: [zoom] }))
  const [liveness] = resources.liveness_capture
  expect(liveness?.liveness_type === 'ZOOM' && liveness.frames.map((frame) => Object.keys(frame))).toEqual([
    ['media'],
    ['media'],
    ['media'],
    [],
    [],
    [],
    [],
  ])
})

test('a text that was read at home recommends to go on, one that was read in a branch says nothing', async () => {
  const home = await completed(atHomeOrder())
  const task = home.resources.id_documents[0]?.tasks[0]
  expect(Object.keys(task ?? {})).toEqual([
    'type',
    'id',
    'state',
    'created',
    'last_updated',
    'generated_checks',
    'generated_media',
    'recommendation',
  ])
  expect(task?.recommendation).toEqual({ value: 'PROGRESS' })
  const branch = await readSession(server.apiUrl, 'names-read:ONLY_FULL_NAME')
  expect(branch.resources.id_documents[0]?.tasks[0]).not.toHaveProperty('recommendation')
})

test('the page of a supplementary document has no frames', async () => {
  const { resources } = await readSession(server.apiUrl, 'all-approve')
  expect(resources.supplementary_documents[0]?.pages.map((page) => Object.keys(page))).toEqual([
    ['capture_method', 'media'],
  ])
})

test('authenticity looks at the liveness capture too where an identity profile was asked for', async () => {
  const { checks, resources } = await readSession(server.apiUrl, 'identity-profile-met:RIGHT_TO_WORK')
  const both = [resources.id_documents[0]?.id, resources.liveness_capture[0]?.id]
  expect(checks.find(({ type }) => type === 'ID_DOCUMENT_AUTHENTICITY')?.resources_used).toEqual(both)
  const plain = await completed(atHomeOrder())
  expect(plain.checks.find(({ type }) => type === 'ID_DOCUMENT_AUTHENTICITY')?.resources_used).toEqual([
    plain.resources.id_documents[0]?.id,
  ])
})

test('a share code says created_at, as the SDKs read it', async () => {
  const schemes = [{ type: 'GBR_RTW_SHARECODE', label: 'code' }]
  const { resources } = await completed({
    advanced_identity_profile_requirements: { profiles: [{ trust_framework: 'YOTI_GLOBAL', schemes }] },
  })
  const [code] = resources.share_codes ?? []
  expect(Object.keys(code ?? {})).toEqual([
    'id',
    'source',
    'created_at',
    'last_updated',
    'tasks',
    'lookup_profile',
    'returned_profile',
    'id_photo',
    'file',
  ])
  expect(code?.created_at).toBe('2026-03-04T12:00:00Z')
})

test('a profile stands under one key, and where only a branch checks under the older one too', async () => {
  const created = await completed(inBranchOrder({ ibv_options: { support: 'MANDATORY' } }))
  expect(created.resources.applicant_profiles).toHaveLength(1)
  expect(created.resources).not.toHaveProperty('applicant_profile')
  const { resources } = await readSession(server.apiUrl, 'all-approve')
  expect(resources.applicant_profile).toEqual(resources.applicant_profiles[0])
})
