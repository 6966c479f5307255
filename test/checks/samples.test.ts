import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { startServer } from '../support/server.js'

type Check = Schema<'Check'>
type SubCheck = Schema<'SubCheck'>

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const one = (
  sub_check: string,
  result: SubCheck['result'],
  process: NonNullable<SubCheck['process']> = 'AUTOMATED',
  details: Record<string, string> = {},
): SubCheck => ({
  sub_check,
  result,
  details: Object.entries(details).map(([name, value]) => ({ name, value })),
  process,
})
const pass = (...names: string[]) => names.map((name) => one(name, 'PASS'))
const approve = { value: 'APPROVE' } as const
const human = 'EXPERT_REVIEW'
const chip = pass(
  'chip_csca_trusted',
  'chip_data_integrity',
  'chip_digital_signature_verification',
  'chip_parse',
  'chip_sod_parse',
  'document_in_date',
  'fraud_list_check',
  'mrz_validation',
  'ocr_mrz_comparison',
)
const noChip = (inDate: SubCheck['result'] = 'PASS') => [
  one('document_in_date', inDate),
  ...pass('fraud_list_check'),
  one('hologram', 'PASS', human),
  one('hologram_movement', 'PASS', human),
  ...pass('mrz_validation'),
  one('no_sign_of_forgery', 'PASS', human),
  one('no_sign_of_tampering', 'PASS', human),
  ...pass('ocr_mrz_comparison'),
  one('other_security_features', 'PASS', human),
  one('physical_document_captured', 'PASS', human),
]
const faces = (ai: SubCheck['result'], score: string, manual: SubCheck['result']) => [
  one('ai_face_match', ai, 'AUTOMATED', { confidence_score: score }),
  one('manual_face_match', manual, human),
]
const hits = (name: string, count: string) =>
  one(name, 'FAIL', 'AUTOMATED', { number_of_hits: count, closest_match: 'name_exact,year_of_birth' })

const samples: [string, string, Check['type'], Schema<'Report'>][] = [
  ['a visual review', 'all-approve', 'IBV_VISUAL_REVIEW_CHECK', { recommendation: approve, breakdown: [] }],
  ['a scheme validity', 'all-approve', 'DOCUMENT_SCHEME_VALIDITY_CHECK', { recommendation: approve, breakdown: [] }],
  ['a profile match', 'all-approve', 'PROFILE_DOCUMENT_MATCH', { recommendation: approve, breakdown: [] }],
  [
    'a chip passport',
    'approved-document:UK_PASSPORT_WITH_CHIP',
    'ID_DOCUMENT_AUTHENTICITY',
    { recommendation: approve, breakdown: chip },
  ],
  [
    'a passport without chip',
    'approved-document:UK_PASSPORT_WITHOUT_CHIP',
    'ID_DOCUMENT_AUTHENTICITY',
    { recommendation: approve, breakdown: noChip() },
  ],
  [
    'an expired passport that is allowed',
    'authenticity-expired-allowed',
    'ID_DOCUMENT_AUTHENTICITY',
    { recommendation: approve, breakdown: noChip('FAIL') },
  ],
  [
    'a face that a machine finds alike',
    'approved-document:UK_PASSPORT_WITH_CHIP',
    'ID_DOCUMENT_FACE_MATCH',
    {
      recommendation: approve,
      breakdown: [one('ai_face_match', 'PASS', 'AUTOMATED', { confidence_score: '0.95' })],
    },
  ],
  [
    'a face that only a person finds alike',
    'face-match-machine-failed',
    'ID_DOCUMENT_FACE_MATCH',
    { recommendation: approve, breakdown: faces('FAIL', '0.02', 'PASS') },
  ],
  [
    'a low score that a person confirms',
    'face-match-low-score',
    'ID_DOCUMENT_FACE_MATCH',
    { recommendation: approve, breakdown: faces('PASS', '0.20', 'PASS') },
  ],
  [
    'a different person',
    'face-match-rejected:DIFFERENT_PERSON',
    'ID_DOCUMENT_FACE_MATCH',
    { recommendation: { value: 'REJECT', reason: 'DIFFERENT_PERSON' }, breakdown: faces('FAIL', '0.20', 'FAIL') },
  ],
  [
    'zoom liveness that rejects, without a reason',
    'liveness-rejected:ZOOM',
    'LIVENESS',
    { recommendation: { value: 'REJECT' }, breakdown: [one('liveness_auth', 'FAIL')] },
  ],
  [
    'static liveness',
    'at-home-approved:STATIC',
    'LIVENESS',
    {
      recommendation: approve,
      breakdown: pass('face_processing', 'liveness_auth', 'payload_signature_verification'),
    },
  ],
  [
    'documents that differ',
    'documents-differ',
    'ID_DOCUMENT_COMPARISON',
    {
      recommendation: { value: 'REJECT', reason: 'MISMATCH' },
      breakdown: [...pass('dob_match'), one('name_match', 'FAIL')],
    },
  ],
  [
    'an identity document and a bill, of which only names are compared',
    'documents-compared:WITH_SUPPLEMENTARY',
    'ID_DOCUMENT_COMPARISON',
    { recommendation: approve, breakdown: pass('name_match') },
  ],
  [
    'an address that is the person’s',
    'third-party-identity-approved',
    'THIRD_PARTY_IDENTITY',
    {
      recommendation: approve,
      breakdown: pass(
        'address_match',
        'deceased',
        'dob_match',
        'electoral_roll',
        'multiple_sources_match',
        'name_match',
        'pep_warning',
        'sanctions_warning',
      ),
    },
  ],
]

const reportOf = async (scenario: string, type: Check['type']) => {
  const { checks } = await readSession(server.apiUrl, scenario)
  return checks.find((check) => check.type === type)?.report
}

test.each(samples)('the report of %s is as in the sample (%s)', async (_what, scenario, type, report) => {
  expect(await reportOf(scenario, type)).toEqual(report)
})

test('a person who may be on a list is told as in the fixtures of the Go SDK', async () => {
  const report = await reportOf('watchlist-potential-match:ADVANCED', 'WATCHLIST_ADVANCED_CA')
  expect(report).toEqual({
    recommendation: { value: 'CONSIDER', reason: 'POTENTIAL_MATCH' },
    breakdown: [
      ...pass('adverse_media', 'fitness_probity'),
      hits('pep', '2'),
      hits('sanction', '1'),
      ...pass('warning'),
    ],
    watchlist_summary: {
      total_hits: 3,
      search_config: expect.objectContaining({ type: 'WITH_YOTI_ACCOUNT' }),
      raw_results: { media: expect.objectContaining({ type: 'JSON' }) },
      associated_country_codes: ['GBR'],
    },
  })
})

test('a search of one’s own that finds nothing says so in one line', async () => {
  const report = await reportOf('watchlist-clear:ADVANCED_WITH_PROFILE', 'WATCHLIST_ADVANCED_CA')
  expect(report?.breakdown).toEqual(pass('custom_search'))
  expect(report?.watchlist_summary?.search_config.sources).toEqual({ type: 'PROFILE', search_profile: 'our-profile' })
})

test.each([
  ['FRAUD_DETECTED', 'ID_DOCUMENT_AUTHENTICITY', 'FRAUD_LIST_MATCH'],
  ['UNABLE_TO_VALIDATE_DOCUMENT', 'ID_DOCUMENT_AUTHENTICITY', 'TAMPERED'],
  ['FACE_MATCH_VERIFICATION_FAILED', 'ID_DOCUMENT_FACE_MATCH', 'DIFFERENT_PERSON'],
  ['MISSING_LIVENESS', 'LIVENESS', 'USER_FAILED_LIVENESS'],
  ['COULD_NOT_VERIFY_ADDRESS', 'ID_DOCUMENT_ADDRESS_VERIFICATION', 'ADDRESS_MISMATCH'],
  ['IDENTITY_FRAUD_SCORE_INSUFFICIENT', 'IDENTITY_CHECK', 'FAILED_TO_REACH_REQUIRED_IDENTITY_FRAUD_SCORE_2'],
  ['ACTIVITY_HISTORY_SCORE_INSUFFICIENT', 'IDENTITY_CHECK', 'FAILED_TO_REACH_REQUIRED_ACTIVITY_HISTORY_SCORE_3'],
])('an identity profile that fails says %s and names the check', async (reason_code, failure_type, details) => {
  const { identity_profile } = await readSession(server.apiUrl, `identity-profile-not-met:${reason_code}`)
  expect(identity_profile).toMatchObject({ result: 'ABORTED', failure_reason: { reason_code } })
  expect(identity_profile).not.toHaveProperty('identity_profile_report')
  expect(identity_profile?.failure_reason?.requirements_not_met_details).toEqual([
    expect.objectContaining({ failure_type, details }),
  ])
})

test('the first failure by Yoti’s priority is the reason, and all of them are listed with their document', async () => {
  const { identity_profile } = await readSession(server.apiUrl, 'identity-profile-not-met:SEVERAL')
  const document = { document_type: 'PASSPORT', document_country_iso_code: 'GBR', audit_id: expect.any(String) }
  expect(identity_profile?.failure_reason).toEqual({
    reason_code: 'UNABLE_TO_VALIDATE_DOCUMENT',
    requirements_not_met_details: [
      { failure_type: 'ID_DOCUMENT_AUTHENTICITY', details: 'TAMPERED', ...document },
      { failure_type: 'ID_DOCUMENT_FACE_MATCH', details: 'DIFFERENT_PERSON', ...document },
    ],
  })
})

test('a person without the document fails the profile, though no check was made', async () => {
  const { identity_profile, checks } = await readSession(server.apiUrl, 'identity-profile-without-document')
  expect(checks).toEqual([])
  expect(identity_profile).toEqual({
    result: 'ABORTED',
    failure_reason: { reason_code: 'MANDATORY_DOCUMENT_NOT_PROVIDED', requirements_not_met_details: [] },
  })
})
