import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import { readSession } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

// How long checks took in captured answers. The clock stands still: nothing here is measured.

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

const timesOf = async (id: string) =>
  (await readSession(server.apiUrl, id)).checks.map(({ type, created, last_updated }) => [
    type,
    created.slice(11),
    last_updated.slice(11),
  ])

test('at home each check has its own time: liveness at its capture, the others four seconds after the last one', async () => {
  expect(await timesOf('identity-profile-two-documents')).toEqual([
    ['ID_DOCUMENT_AUTHENTICITY', '11:04:34Z', '11:05:19Z'],
    ['ID_DOCUMENT_AUTHENTICITY', '11:04:34Z', '11:05:19Z'],
    ['LIVENESS', '11:04:30Z', '11:04:32Z'],
    ['LIVENESS', '11:03:00Z', '11:03:02Z'],
    ['ID_DOCUMENT_FACE_MATCH', '11:04:34Z', '11:04:37Z'],
    ['ID_DOCUMENT_FACE_MATCH', '11:04:34Z', '11:04:37Z'],
    ['THIRD_PARTY_IDENTITY_FRAUD_1', '11:04:34Z', '11:04:35Z'],
  ])
})

test('an identity profile is reported a second after the last check', async () => {
  const { identity_profile } = await readSession(server.apiUrl, 'identity-profile-two-documents')
  expect(identity_profile?.identity_profile_report?.media.created).toBe('2026-03-03T11:05:20Z')
})

test('in a branch the clerk’s checks take no time, a chip one second, a person who looks longer', async () => {
  expect(await timesOf('approved-document:UK_PASSPORT_WITH_CHIP')).toEqual([
    ['ID_DOCUMENT_AUTHENTICITY', '11:03:00Z', '11:03:01Z'],
    ['ID_DOCUMENT_FACE_MATCH', '11:03:00Z', '11:03:03Z'],
    ['IBV_VISUAL_REVIEW_CHECK', '11:03:00Z', '11:03:00Z'],
    ['DOCUMENT_SCHEME_VALIDITY_CHECK', '11:03:00Z', '11:03:00Z'],
    ['PROFILE_DOCUMENT_MATCH', '11:03:00Z', '11:03:00Z'],
  ])
  expect((await timesOf('approved-document:UK_PASSPORT_WITHOUT_CHIP'))[0]).toEqual([
    'ID_DOCUMENT_AUTHENTICITY',
    '11:03:00Z',
    '11:03:45Z',
  ])
  expect((await timesOf('face-match-machine-failed'))[1]).toEqual(['ID_DOCUMENT_FACE_MATCH', '11:03:00Z', '11:03:26Z'])
})

test('a scenario’s own timeline counts', async () => {
  expect((await timesOf('face-match-takes-19-minutes'))[1]).toEqual([
    'ID_DOCUMENT_FACE_MATCH',
    '11:03:00Z',
    '11:22:00Z',
  ])
})

test('the text of a document is read while it is photographed, in 40 seconds; its media are of one instant', async () => {
  const [document] = (await readSession(server.apiUrl, 'approved-document:UK_PASSPORT_WITHOUT_CHIP')).resources
    .id_documents
  expect(document?.tasks[0]).toMatchObject({ created: '2026-03-03T10:59:20Z', last_updated: '2026-03-03T11:00:00Z' })
  expect(document?.document_fields?.media).toMatchObject({
    created: '2026-03-03T11:00:00Z',
    last_updated: '2026-03-03T11:00:00Z',
  })
})

test('nobody waits for a check of a session that was created', async () => {
  const created = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(inBranchOrder()) })
  const { session_id } = (await created.json()) as { session_id: string }
  await server.control.sessions.visit(session_id)
  const { state, checks } = await readSession(server.apiUrl, session_id)
  expect(state).toBe('COMPLETED')
  expect(new Set(checks.map(({ last_updated }) => last_updated))).toEqual(new Set(['2026-03-04T12:00:00Z']))
})
