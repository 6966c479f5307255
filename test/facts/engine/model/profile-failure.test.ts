import { expect, test } from 'vitest'
import { type Evidence, profileFailure } from '../../../../server/engine/model/identity-profile-failure.js'

// Yoti docs, "DBS and RTW: error responses" and "Identity profiles: failure scenarios": what a check's outcome means for the
// profile, and the priority of reasons.
type Check = Evidence['checks'][number]
const check = (type: Check['type'], reason?: string, value: 'APPROVE' | 'REJECT' = 'REJECT'): Check => ({
  id: type,
  type,
  state: 'DONE',
  resources_used: [],
  generated_media: [],
  report: { recommendation: { value, ...(reason !== undefined && { reason }) }, breakdown: [] },
  created: '2026-03-04T12:00:00Z',
  last_updated: '2026-03-04T12:00:00Z',
})
const failureOf = (checks: readonly Check[], rest: Partial<Evidence> = {}) => {
  const failure = profileFailure({
    sessionId: '82465bde-b36c-5527-a56a-b8dd0ecc39a1',
    checks,
    documents: [],
    missing: [],
    ...rest,
  })
  return (
    failure && [
      failure.reason_code,
      ...failure.requirements_not_met_details.map(({ failure_type, details }) => `${failure_type} ${details}`),
    ]
  )
}

test.each<[Check['type'], string | undefined, string, string]>([
  ['ID_DOCUMENT_AUTHENTICITY', 'TAMPERED', 'UNABLE_TO_VALIDATE_DOCUMENT', 'ID_DOCUMENT_AUTHENTICITY TAMPERED'],
  ['ID_DOCUMENT_AUTHENTICITY', 'FRAUD_LIST_MATCH', 'FRAUD_DETECTED', 'ID_DOCUMENT_AUTHENTICITY FRAUD_LIST_MATCH'],
  ['ID_DOCUMENT_TEXT_DATA_CHECK', 'INVALID', 'UNABLE_TO_VALIDATE_DOCUMENT', 'ID_DOCUMENT_EXTRACTION INVALID'],
  [
    'ID_DOCUMENT_FACE_MATCH',
    'DIFFERENT_PERSON',
    'FACE_MATCH_VERIFICATION_FAILED',
    'ID_DOCUMENT_FACE_MATCH DIFFERENT_PERSON',
  ],
  ['LIVENESS', undefined, 'MISSING_LIVENESS', 'LIVENESS USER_FAILED_LIVENESS'],
  ['THIRD_PARTY_IDENTITY', 'NO_MATCH', 'COULD_NOT_VERIFY_ADDRESS', 'ID_DOCUMENT_ADDRESS_VERIFICATION NO_MATCH'],
  ['THIRD_PARTY_IDENTITY_FRAUD_1', 'SUSPECTED_FRAUD', 'FRAUD_DETECTED', 'IDENTITY_CHECK SUSPECTED_FRAUD'],
  [
    'SYNECTICS_IDENTITY_FRAUD',
    'SYNECTICS_INDICATED_FRAUD',
    'FRAUD_DETECTED',
    'IDENTITY_CHECK SYNECTICS_INDICATED_FRAUD',
  ],
  [
    'SYNECTICS_IDENTITY_FRAUD',
    'FAILED_TO_REACH_REQUIRED_IDENTITY_FRAUD_SCORE_2',
    'IDENTITY_FRAUD_SCORE_INSUFFICIENT',
    'IDENTITY_CHECK FAILED_TO_REACH_REQUIRED_IDENTITY_FRAUD_SCORE_2',
  ],
  [
    'SYNECTICS_IDENTITY_FRAUD',
    'FAILED_TO_REACH_REQUIRED_ACTIVITY_HISTORY_SCORE_3',
    'ACTIVITY_HISTORY_SCORE_INSUFFICIENT',
    'IDENTITY_CHECK FAILED_TO_REACH_REQUIRED_ACTIVITY_HISTORY_SCORE_3',
  ],
  ['WATCHLIST_SCREENING', 'POTENTIAL_MATCH', 'IDENTITY_CHECK_FAILED', 'IDENTITY_CHECK POTENTIAL_MATCH'],
])('%s with %s: %s', (type, reason, code, details) => {
  expect(failureOf([check(type, reason)])).toEqual([code, details])
  expect(failureOf([check(type, reason, 'APPROVE')])).toBeUndefined()
})

test('fraud goes before the document, that before the face, that before a document that is missing, that before the rest', () => {
  const missing = [{ id: 'one', accepted: [{ type: 'PASSPORT' }] }]
  const checks = [
    check('LIVENESS'),
    check('ID_DOCUMENT_FACE_MATCH', 'DIFFERENT_PERSON'),
    check('ID_DOCUMENT_AUTHENTICITY', 'TAMPERED'),
    check('THIRD_PARTY_IDENTITY_FRAUD_1', 'SUSPECTED_FRAUD'),
  ]
  expect(failureOf(checks, { missing })).toEqual([
    'FRAUD_DETECTED',
    'IDENTITY_CHECK SUSPECTED_FRAUD',
    'ID_DOCUMENT_AUTHENTICITY TAMPERED',
    'ID_DOCUMENT_FACE_MATCH DIFFERENT_PERSON',
    'LIVENESS USER_FAILED_LIVENESS',
  ])
  expect(failureOf([check('LIVENESS')], { missing })?.[0]).toBe('MANDATORY_DOCUMENT_NOT_PROVIDED')
})

test.each([
  ['UNABLE_TO_VALIDATE_DOCUMENT', 'ID_DOCUMENT_AUTHENTICITY'],
  ['MISSING_FRAUD_LIST_CHECK', 'ID_DOCUMENT_AUTHENTICITY'],
  ['FACE_MATCH_HIGHER_THRESHOLD_VERIFICATION_FAILED', 'ID_DOCUMENT_FACE_MATCH'],
  ['FACE_MATCH_VERIFICATION_FAILED', 'ID_DOCUMENT_FACE_MATCH'],
  ['MISSING_LIVENESS', 'LIVENESS'],
  ['COULD_NOT_VERIFY_ADDRESS', 'ID_DOCUMENT_ADDRESS_VERIFICATION'],
  ['UNABLE_TO_VERIFY_ADDRESS', 'ID_DOCUMENT_ADDRESS_VERIFICATION'],
  ['IDENTITY_CHECK_FAILED', 'IDENTITY_CHECK'],
])('a scenario that gives %s tells of a failure of %s', (reasonCode, type) => {
  expect(failureOf([], { reasonCode })).toEqual([reasonCode, `${type} ${reasonCode}`])
})
