import { afterAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { applicant, inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

// The results of GOV.UK One Login's stub by the four digits that it looks for in the person's name, and the scenario that
// gives each here, whatever the name.

const target = await openTarget()
afterAll(() => target.close())

const face = (reason: string) => ['ID_DOCUMENT_FACE_MATCH', reason]
const authenticity = (reason: string) => ['ID_DOCUMENT_AUTHENTICITY', reason]

const byFace = ['FACE_NOT_GENUINE', 'LARGE_AGE_GAP', 'PHOTO_OF_MASK', 'PHOTO_OF_PHOTO', 'DIFFERENT_PERSON']
const byDocument = [
  'COUNTERFEIT',
  'EXPIRED_DOCUMENT',
  'FRAUD_LIST_MATCH',
  'DOCUMENT_COPY',
  'ISSUING_AUTHORITY_INVALID',
  'TAMPERED',
  'MISSING_HOLOGRAM',
  'NO_HOLOGRAM_MOVEMENT',
  'DATA_MISMATCH',
  'DOC_NUMBER_INVALID',
  'CHIP_DATA_INTEGRITY_FAILED',
  'CHIP_SIGNATURE_VERIFICATION_FAILED',
  'CHIP_CSCA_VERIFICATION_FAILED',
]

type Case = { digits: string; scenario: string; rejected: string[][] }
const approved = (digits: string, scenario: string): Case => ({ digits, scenario, rejected: [] })
const digitsFrom = (first: number, at: number) => String(first + at).padStart(4, '0')

const cases: Case[] = [
  approved('0000', 'capture-failed-then-repeated'),
  approved('0001', 'face-match-machine-failed'),
  approved('0002', 'applicant-named:PUNCTUATION'),
  approved('0003', 'licence-address:NO_ADDRESS'),
  approved('0100', 'approved-document:UK_PASSPORT_WITH_CHIP'),
  approved('0101', 'authenticity-approved-despite:YOTI_FRAUD_LIST_CHECK'),
  approved('0102', 'face-match-machine-failed'),
  approved('0103', 'face-match-low-score'),
  { digits: '0104', scenario: 'face-match-rejected:DIFFERENT_PERSON', rejected: [face('DIFFERENT_PERSON')] },
  approved('0105', 'authenticity-expired-allowed'),
  { digits: '0106', scenario: 'authenticity-rejected:TAMPERED', rejected: [authenticity('TAMPERED')] },
  { digits: '0107', scenario: 'face-match-rejected:DIFFERENT_PERSON', rejected: [face('DIFFERENT_PERSON')] },
  ...byFace.map((reason, at) => ({
    digits: digitsFrom(108, at),
    scenario: `face-match-rejected:${reason}`,
    rejected: [face(reason)],
  })),
  ...byDocument.map((reason, at) => ({
    digits: digitsFrom(113, at),
    scenario: `authenticity-rejected:${reason}`,
    rejected: [authenticity(reason)],
  })),
  {
    digits: '0126',
    scenario: 'wrong-document-rejected',
    rejected: [['IBV_VISUAL_REVIEW_CHECK', 'IBV_VISUAL_REVIEW_CHECK']],
  },
  {
    digits: '0127',
    scenario: 'invalid-document-rejected',
    rejected: [['DOCUMENT_SCHEME_VALIDITY_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK']],
  },
  {
    digits: '0128',
    scenario: 'profile-mismatch-rejected',
    rejected: [['PROFILE_DOCUMENT_MATCH', 'PROFILE_DOCUMENT_MATCH']],
  },
  approved('0129', 'applicant-named:NON_ASCII'),
  approved('0130', 'applicant-named:SINGLE_NAME'),
  approved('0131', 'applicant-named:MANY_NAMES'),
  approved('0132', 'licence-address:NO_ADDRESS'),
  approved('0133', 'capture-abandoned'),
  approved('0134', 'capture-repeated'),
  approved('0150', 'names-read:ONLY_FULL_NAME'),
  approved('0151', 'names-read:NO_FAMILY_NAME'),
  approved('0152', 'names-read:NO_GIVEN_NAMES'),
  approved('0153', 'names-read:SPLIT_IN_THE_WRONG_PLACE'),
  {
    digits: '0160',
    scenario: 'text-not-extracted',
    rejected: [['ID_DOCUMENT_TEXT_DATA_CHECK', 'PHOTO_TOO_BLURRY']],
  },
  approved('0170', 'fields-without-id'),
  approved('0180', 'names-read:EMPTY_FAMILY_NAME'),
  approved('0200', 'approved-document:FOREIGN_PASSPORT'),
  approved('0201', 'authenticity-approved-despite:YOTI_FRAUD_LIST_CHECK'),
  approved('0202', 'face-match-machine-failed'),
  approved('0203', 'face-match-low-score'),
  { digits: '0204', scenario: 'face-match-rejected:FACE_NOT_GENUINE', rejected: [face('FACE_NOT_GENUINE')] },
  {
    digits: '0205',
    scenario: 'authenticity-rejected:ISSUING_AUTHORITY_INVALID',
    rejected: [authenticity('ISSUING_AUTHORITY_INVALID')],
  },
  approved('0206', 'names-read:SPLIT_IN_THE_WRONG_PLACE'),
  approved('0400', 'approved-document:EU_DRIVING_LICENCE'),
  approved('0401', 'face-match-machine-failed'),
  approved('0402', 'applicant-named:DANGLING_HYPHEN'),
  approved('0500', 'approved-document:NATIONAL_ID'),
  approved('0501', 'authenticity-approved-despite:HOLOGRAM_MOVEMENT'),
  approved('0502', 'face-match-machine-failed'),
  approved('0503', 'face-capture-unfinished'),
]

test.each(cases)('$digits is $scenario, for a person with any name', async ({ digits, scenario, rejected }) => {
  const sdkId = `one-login-results-${digits}`
  const profile = { ...applicant, full_name: 'Siobhán O’Neill-Šimůnek' }
  await target.control.nextSession({ scenario, sdkId })
  const response = await fetch(`${target.apiUrl}/sessions?sdkId=${sdkId}`, {
    method: 'POST',
    body: JSON.stringify(inBranchOrder({ resources: { applicant_profile: profile } })),
  })
  const { session_id } = (await response.json()) as { session_id: string }
  await target.control.sessions.visit(session_id)
  const { state, checks, resources } = await readSession(target.apiUrl, session_id)
  expect(state).toBe('COMPLETED')
  expect(resources.applicant_profiles).toHaveLength(1)
  const found = checks.flatMap(({ type, report }) =>
    report?.recommendation?.value === 'APPROVE' ? [] : [[type, report?.recommendation?.reason]],
  )
  expect(found).toEqual(rejected)
})
