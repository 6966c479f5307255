import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import { expectDocumented, readSession } from '../support/answers.js'
import { differencesFromYoti } from '../support/compare-answers.js'
import {
  aborted,
  advancedAborted,
  dbsBasic,
  dbsNotMet,
  rightToWork,
  sessionOf2022,
} from '../support/profile-samples.js'
import { readJson } from '../support/read-media.js'
import { startServer } from '../support/server.js'

// Yoti's pages on DBS and right to work, and the scenario that is nearest to each sample. docs/fidelity.md has the differences.

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

type Evidence = { readonly evidence_id: string; readonly check_ids: readonly string[] }
type Report = {
  readonly verification_report: {
    readonly address_verification: object
    readonly assurance_process: { readonly assurance: object }
    readonly evidence: {
      readonly documents: readonly (Evidence & { readonly document_fields: { readonly document_type: string } })[]
      readonly face: Evidence
      readonly electronic_records: readonly Evidence[]
    }
  }
}

const reportOf = async (id: string) => {
  const session = await readSession(server.apiUrl, id)
  const media = session.identity_profile?.identity_profile_report?.media.id
  return readJson<Report>(server.apiUrl, session.session_id, media)
}

test('the answer of 2022 is what openapi.yaml allows, and a scenario is like it', async () => {
  expectDocumented('yoti', 'getSession', 200, sessionOf2022)
  const ours = await readSession(server.apiUrl, 'identity-profile-two-documents')
  expect(differencesFromYoti(sessionOf2022, ours)).toEqual([
    // The order had none.
    'user_tracking_id: only ours',
    // Newer answers have these.
    'resources.id_documents[].created_at: only ours',
    'resources.id_documents[].last_updated: only ours',
    'resources.id_documents[].tasks[].recommendation: only ours',
    'resources.liveness_capture[].created_at: only ours',
    'resources.liveness_capture[].last_updated: only ours',
    'checks[].report.breakdown[]: sub_check,result,details at Yoti, sub_check,result,details,process here',
  ])
})

test.each([
  ['a right to work', rightToWork, 'identity-profile-met:RIGHT_TO_WORK', []],
  [
    'a DBS check',
    dbsBasic,
    'identity-profile-two-documents',
    // A British licence has none, in captured fields and on the card.
    ["verification_report.evidence.documents[].document_fields.nationality: only Yoti's"],
  ],
  ['a DBS check that is not met', dbsNotMet, 'identity-profile-fails-with:INSUFFICIENT_ACTIVITY_HISTORY', []],
])('the report of %s has the keys of Yoti’s example, in their order', async (_what, sample, scenario, differences) => {
  const found = differencesFromYoti(sample, await reportOf(scenario))
  // More checks may have passed than in the example, which has texts in place of ids.
  expect(found.filter((difference) => !/passed_checks|(resource|check)_ids/.test(difference))).toEqual(differences)
})

test('a DBS check rests on both documents: who is verified by them, and where the address is from', async () => {
  const { verification_report: report } = await reportOf('identity-profile-two-documents')
  const { documents, face, electronic_records } = report.evidence
  const [passport = '', licence = ''] = documents.map(({ evidence_id }) => evidence_id)
  expect(documents.map(({ document_fields }) => document_fields.document_type)).toEqual(['PASSPORT', 'DRIVING_LICENCE'])
  expect(report.assurance_process.assurance).toEqual([
    { type: 'EVIDENCE_STRENGTH', classification: '4', evidence_links: [passport] },
    { type: 'EVIDENCE_STRENGTH', classification: '3', evidence_links: [licence] },
    { type: 'EVIDENCE_VALIDITY', classification: '2', evidence_links: [passport] },
    { type: 'EVIDENCE_VALIDITY', classification: '3', evidence_links: [licence] },
    { type: 'IDENTITY_FRAUD', classification: '2', evidence_links: [electronic_records[0]?.evidence_id] },
    { type: 'VERIFICATION', classification: '3', evidence_links: [passport, licence, face.evidence_id] },
  ])
  expect(report.address_verification).toEqual({ current_address_verified: true, evidence_links: [licence] })
})

test('the record of a report names the check that searched for fraud', async () => {
  const { checks } = await readSession(server.apiUrl, 'identity-profile-two-documents')
  const fraud = checks.find(({ type }) => type === 'THIRD_PARTY_IDENTITY_FRAUD_1')
  expect(fraud?.resources_used).toEqual([])
  const { electronic_records } = (await reportOf('identity-profile-two-documents')).verification_report.evidence
  expect(electronic_records.map(({ check_ids }) => check_ids)).toEqual([[fraud?.id]])
})

test('a failed profile has the keys of Yoti’s examples: five in each entry of a plain one, the needed ones in an advanced', async () => {
  const plain = await readSession(server.apiUrl, 'identity-profile-not-met:MISSING_LIVENESS')
  expect(plain.identity_profile).toEqual(aborted)
  const created = await fetch(`${server.scenarioUrl('liveness-rejected:ZOOM')}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      advanced_identity_profile_requirements: {
        profiles: [{ trust_framework: 'UK_TFIDA', schemes: [{ type: 'RTW', label: 'work' }] }],
      },
    }),
  })
  const { session_id } = (await created.json()) as { session_id: string }
  await server.control.sessions.visit(session_id)
  expect((await readSession(server.apiUrl, session_id)).advanced_identity_profile).toEqual(advancedAborted)
})

test('the search for fraud belongs to the British framework', async () => {
  const typesOf = async (id: string) => (await readSession(server.apiUrl, id)).checks.map(({ type }) => type)
  expect(await typesOf('identity-profile-met:GLOBAL')).toEqual([
    'ID_DOCUMENT_AUTHENTICITY',
    'LIVENESS',
    'ID_DOCUMENT_FACE_MATCH',
  ])
  expect(await typesOf('identity-profile-met:DBS_BASIC')).toContain('THIRD_PARTY_IDENTITY_FRAUD_1')
})

test('a rejected attempt at liveness counts for nothing once another has passed', async () => {
  const { state, checks } = await readSession(server.apiUrl, 'liveness-passed-at-second-attempt')
  expect(state).toBe('COMPLETED')
  expect(checks.map(({ type, report }) => [type, report?.recommendation.value])).toEqual([
    ['ID_DOCUMENT_AUTHENTICITY', 'APPROVE'],
    ['LIVENESS', 'APPROVE'],
    ['LIVENESS', 'REJECT'],
    ['ID_DOCUMENT_FACE_MATCH', 'APPROVE'],
  ])
})
