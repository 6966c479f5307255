import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import { readSession } from '../support/answers.js'
import { readJson } from '../support/read-media.js'
import { startServer } from '../support/server.js'

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Assurance = { type: string; classification: string; evidence_links: string[] }
type Report = {
  identity_assertion: {
    current_name: Record<string, string>
    date_of_birth: string
    current_address?: { address: object }
  }
  verification_report: {
    address_verification?: { current_address_verified: boolean; evidence_links?: string[] }
    trust_framework: string
    schemes_compliance: object[]
    assurance_process?: { level_of_assurance: string; policy: string; procedure: string; assurance: Assurance[] }
    evidence?: {
      documents: {
        evidence_id: string
        document_fields: Record<string, unknown>
        passed_checks: object[]
        resource_ids: string[]
        check_ids: string[]
        verifying_org: string
      }[]
      face: { evidence_id: string; initial_liveness: { type: string }; resource_ids: string[]; check_ids: string[] }
      electronic_records: { evidence_id: string; identity_details: Record<string, unknown>; provider_org: string }[]
    }
  }
}

const reportOf = async (id: string) => {
  const session = await readSession(server.apiUrl, id)
  const mediaId = session.identity_profile?.identity_profile_report?.media.id
  return { session, report: await readJson<Report>(server.apiUrl, session.session_id, mediaId) }
}

test('a right to work rests on the session’s passport, face and a fraud record, at the level MEDIUM', async () => {
  const { session, report } = await reportOf('identity-profile-met:RIGHT_TO_WORK')
  expect(Object.keys(report)).toEqual(['identity_assertion', 'verification_report', 'proof'])
  const { verification_report: verification, identity_assertion: person } = report
  expect(Object.keys(verification)).toEqual([
    'report_id',
    'timestamp',
    'trust_framework',
    'schemes_compliance',
    'assurance_process',
    'evidence',
  ])
  expect(person).not.toHaveProperty('current_address')
  expect(verification.schemes_compliance).toEqual([{ scheme: { type: 'RTW' }, requirements_met: true }])
  const { level_of_assurance, policy, procedure, assurance = [] } = verification.assurance_process ?? {}
  expect([level_of_assurance, policy, procedure]).toEqual(['MEDIUM', 'GPG45', 'M1A'])
  expect(assurance.map(({ type, classification }) => [type, classification])).toEqual([
    ['EVIDENCE_STRENGTH', '4'],
    ['EVIDENCE_VALIDITY', '2'],
    ['IDENTITY_FRAUD', '1'],
    ['VERIFICATION', '3'],
  ])
  const { documents = [], face, electronic_records = [] } = verification.evidence ?? {}
  expect(assurance.map(({ evidence_links }) => evidence_links)).toEqual([
    [documents[0]?.evidence_id],
    [documents[0]?.evidence_id],
    [electronic_records[0]?.evidence_id],
    [documents[0]?.evidence_id, face?.evidence_id],
  ])
  const [passport] = session.resources.id_documents
  const checkOf = (type: string) => session.checks.find((check) => check.type === type)?.id
  expect(documents).toHaveLength(1)
  expect(documents[0]).toMatchObject({
    resource_ids: [passport?.id],
    check_ids: [checkOf('ID_DOCUMENT_AUTHENTICITY'), checkOf('ID_DOCUMENT_FACE_MATCH')],
    verifying_org: 'Yoti Ltd.',
    document_fields: { document_type: 'PASSPORT', issuing_country: 'GBR', mrz: { type: '2' } },
  })
  expect(documents[0]?.passed_checks).toEqual([
    { check: 'MANUAL_VISUAL_DOCUMENT_AUTHENTICITY' },
    { check: 'DOCUMENT_IN_DATE' },
    { check: 'FRAUD_DOCUMENTS_LIST' },
    { check: 'AUTOMATED_FACE_MATCH' },
  ])
  const [liveness] = session.resources.liveness_capture
  expect(face).toMatchObject({
    initial_liveness: { type: 'ZOOM' },
    resource_ids: [liveness?.id],
    check_ids: [checkOf('LIVENESS')],
  })
  expect(electronic_records.map(({ provider_org }) => provider_org)).toEqual(['Cifas Ltd.'])
  expect(electronic_records[0]?.identity_details).toEqual({
    full_name: person.current_name['full_name'],
    given_names: person.current_name['given_names'],
    family_name: person.current_name['family_name'],
    date_of_birth: person.date_of_birth,
  })
  expect(documents[0]?.document_fields['date_of_birth']).toBe(person.date_of_birth)
})

test('a DBS check verifies the address, and has a structured one; an enhanced one is HIGH', async () => {
  const { report } = await reportOf('identity-profile-met:DBS_BASIC')
  expect(report.identity_assertion.current_address).toMatchObject({
    address: { address_format: '1', country_iso: 'GBR' },
  })
  expect(report.verification_report.address_verification).toMatchObject({ current_address_verified: true })
  expect(report.verification_report.assurance_process).toMatchObject({ level_of_assurance: 'MEDIUM', procedure: 'M1A' })
  for (const member of ['DBS_STANDARD', 'DBS_ENHANCED']) {
    const { verification_report } = (await reportOf(`identity-profile-met:${member}`)).report
    expect(verification_report.assurance_process).toMatchObject({ level_of_assurance: 'HIGH', procedure: 'H2B' })
    expect(verification_report.evidence?.electronic_records.map(({ provider_org }) => provider_org)).toEqual([
      'Cifas Ltd.',
      'TransUnion Ltd.',
    ])
  }
})

test('DBS and right to work asked for together come back as two results', async () => {
  const { session, report } = await reportOf('identity-profile-met:DBS_AND_RIGHT_TO_WORK')
  const both = [
    { scheme: { type: 'DBS', objective: 'BASIC' }, requirements_met: true },
    { scheme: { type: 'RTW' }, requirements_met: true },
  ]
  expect(session.identity_profile?.identity_profile_report?.schemes_compliance).toEqual(both)
  expect(report.verification_report.schemes_compliance).toEqual(both)
  const partly = await readSession(server.apiUrl, 'identity-profile-partly-met')
  expect(partly.identity_profile).toMatchObject({ result: 'DONE' })
  expect(partly.identity_profile).not.toHaveProperty('failure_reason')
  expect(partly.identity_profile?.identity_profile_report?.schemes_compliance).toEqual([
    { scheme: { type: 'DBS', objective: 'BASIC' }, requirements_met: true },
    {
      scheme: { type: 'RTW' },
      requirements_met: false,
      requirements_not_met_info: 'MANDATORY_DOCUMENT_NOT_PROVIDED',
    },
  ])
})

test.each(['UNABLE_TO_VERIFY_ADDRESS', 'LEVEL_OF_ASSURANCE_NOT_SUFFICIENT', 'INSUFFICIENT_ACTIVITY_HISTORY'])(
  'a DBS check that fails with %s is DONE, with a report that has neither assurance nor evidence',
  async (code) => {
    const { session, report } = await reportOf(`identity-profile-fails-with:${code}`)
    const notMet = {
      scheme: { type: 'DBS', objective: 'BASIC' },
      requirements_met: false,
      requirements_not_met_info: code,
    }
    expect(session.identity_profile?.result).toBe('DONE')
    expect(session.identity_profile).not.toHaveProperty('failure_reason')
    expect(session.identity_profile?.identity_profile_report?.schemes_compliance).toEqual([notMet])
    const { verification_report } = report
    expect(verification_report.schemes_compliance).toEqual([notMet])
    expect(verification_report).not.toHaveProperty('assurance_process')
    expect(verification_report).not.toHaveProperty('evidence')
    // Yoti's example of a scheme that is not met for another reason has no address at all.
    const hasAddress = code === 'UNABLE_TO_VERIFY_ADDRESS'
    expect(verification_report.address_verification).toEqual(
      hasAddress ? { current_address_verified: false } : undefined,
    )
    expect('current_address' in report.identity_assertion).toBe(hasAddress)
  },
)

test.each([
  ['identity-profile-not-met:FRAUD_DETECTED', 'FRAUD_DETECTED'],
  ['identity-profile-not-met:UNABLE_TO_VALIDATE_DOCUMENT', 'UNABLE_TO_VALIDATE_DOCUMENT'],
  ['identity-profile-not-met:FACE_MATCH_VERIFICATION_FAILED', 'FACE_MATCH_VERIFICATION_FAILED'],
  ['identity-profile-not-met:MISSING_LIVENESS', 'MISSING_LIVENESS'],
  ['identity-profile-not-met:COULD_NOT_VERIFY_ADDRESS', 'COULD_NOT_VERIFY_ADDRESS'],
  ['identity-profile-not-met:IDENTITY_FRAUD_SCORE_INSUFFICIENT', 'IDENTITY_FRAUD_SCORE_INSUFFICIENT'],
  ['identity-profile-not-met:ACTIVITY_HISTORY_SCORE_INSUFFICIENT', 'ACTIVITY_HISTORY_SCORE_INSUFFICIENT'],
  [
    'identity-profile-fails-with:FACE_MATCH_HIGHER_THRESHOLD_VERIFICATION_FAILED',
    'FACE_MATCH_HIGHER_THRESHOLD_VERIFICATION_FAILED',
  ],
  ['identity-profile-fails-with:IDENTITY_CHECK_FAILED', 'IDENTITY_CHECK_FAILED'],
  [
    'identity-profile-fails-with:IDENTITY_FRAUD_AND_ACTIVITY_HISTORY_SCORES_INSUFFICIENT',
    'IDENTITY_FRAUD_AND_ACTIVITY_HISTORY_SCORES_INSUFFICIENT',
  ],
  ['identity-profile-fails-with:MISSING_FRAUD_LIST_CHECK', 'MISSING_FRAUD_LIST_CHECK'],
  ['identity-profile-fails-with:UNABLE_TO_COMPLETE_CHECKS', 'UNABLE_TO_COMPLETE_CHECKS'],
  ['identity-profile-without-document', 'MANDATORY_DOCUMENT_NOT_PROVIDED'],
  ['identity-profile-abandoned', 'ABANDONED'],
])('%s is ABORTED, without a report', async (id, reason_code) => {
  const { identity_profile } = await readSession(server.apiUrl, id)
  expect(identity_profile).toMatchObject({ result: 'ABORTED', failure_reason: { reason_code } })
  expect(identity_profile).not.toHaveProperty('identity_profile_report')
})

test('each entry of an aborted profile has all five keys, empty where they do not apply', async () => {
  const { identity_profile } = await readSession(server.apiUrl, 'identity-profile-not-met:MISSING_LIVENESS')
  expect(identity_profile?.failure_reason?.requirements_not_met_details).toEqual([
    {
      failure_type: 'LIVENESS',
      document_type: '',
      document_country_iso_code: '',
      audit_id: '',
      details: 'USER_FAILED_LIVENESS',
    },
  ])
})

test('a session that expires has its profile aborted two hours later', async () => {
  const created = await fetch(`${server.scenarioUrl('just-created')}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      client_session_token_ttl: 600,
      resources_ttl: 90_000,
      advanced_identity_profile_requirements: {
        profiles: [{ trust_framework: 'UK_TFIDA', schemes: [{ type: 'RTW', label: 'one' }] }],
      },
    }),
  })
  const { session_id } = (await created.json()) as { session_id: string }
  await server.control.clock.advance('PT2H9M')
  expect(await readSession(server.apiUrl, session_id)).not.toHaveProperty('advanced_identity_profile')
  await server.control.clock.advance('PT1M')
  expect((await readSession(server.apiUrl, session_id)).advanced_identity_profile).toEqual({
    result: 'ABORTED',
    failure_reason: { reason_code: 'ABANDONED', requirements_not_met_details: [] },
  })
})

test('an advanced profile has one report for each trust framework', async () => {
  const profiles = [
    { trust_framework: 'UK_TFIDA', schemes: [{ type: 'DBS', objective: 'BASIC', label: 'dbs' }] },
    { trust_framework: 'YOTI_GLOBAL', schemes: [{ type: 'IDENTITY', objective: 'AL_M1', label: 'who' }] },
  ]
  const created = await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ advanced_identity_profile_requirements: { profiles } }),
  })
  const { session_id } = (await created.json()) as { session_id: string }
  await server.control.sessions.visit(session_id)
  const { advanced_identity_profile } = await readSession(server.apiUrl, session_id)
  const id = advanced_identity_profile?.identity_profile_report?.media.id
  const report = await readJson<{ verification_reports: object[] }>(server.apiUrl, session_id, id)
  expect(report).not.toHaveProperty('verification_report')
  expect(report.verification_reports).toMatchObject([
    {
      trust_framework: 'UK_TFIDA',
      schemes_compliance: [{ scheme: { type: 'DBS', objective: 'BASIC', label: 'dbs' }, requirements_met: true }],
      address_verification: { current_address_verified: true },
    },
    {
      trust_framework: 'YOTI_GLOBAL',
      schemes_compliance: [{ scheme: { type: 'IDENTITY', objective: 'AL_M1', label: 'who' }, requirements_met: true }],
    },
  ])
})
