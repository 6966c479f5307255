import { type CheckKind, firstDocument } from './check-kind.js'
import { each, fails, noReason, only } from './reasons.js'

const ofTheAddress = [
  'deceased',
  'electoral_roll',
  'multiple_sources_match',
  'pep_warning',
  'sanctions_warning',
] as const

/** Is the person known at the address? Most sub-checks are made only if the address matched. */
export const thirdPartyIdentity: CheckKind = {
  type: 'THIRD_PARTY_IDENTITY',
  order: { manualCheck: 'NEVER', usualConfig: () => ({}) },
  makesProfile: true,
  profileFailure: { code: 'COULD_NOT_VERIFY_ADDRESS', type: 'ID_DOCUMENT_ADDRESS_VERIFICATION' },
  per: 'session',
  resourcesUsed: firstDocument,
  subChecks: Object.fromEntries(
    ['address_match', 'dob_match', 'name_match', ...ofTheAddress].map((name) => [name, 'AUTOMATED' as const]),
  ),
  attempted: () => ['address_match', 'dob_match', 'name_match', ...ofTheAddress],
  reasons: {
    not_available: { NO_VALID_FIELDS: only() },
    consider: {
      // Yoti's page has both reasons.
      ...each(['NO_MATCH_FOUND', 'NO_MATCH'], only('address_match', 'name_match')),
      ADDRESS_MISMATCH: only(
        'address_match',
        { sub_check: 'dob_match', result: 'PASS' },
        { sub_check: 'name_match', result: 'PASS' },
      ),
    },
  },
}

/** Is the identity used for fraud? */
export const thirdPartyIdentityFraud1: CheckKind = {
  type: 'THIRD_PARTY_IDENTITY_FRAUD_1',
  order: { manualCheck: 'ANY', usualConfig: () => ({}) },
  makesProfile: true,
  per: 'session',
  resourcesUsed: () => [],
  subChecks: { check_performed: 'AUTOMATED' },
  attempted: () => ['check_performed'],
  details: () => ({ provider_org: 'mock-yoti' }),
  reasons: {
    reject: {
      SUSPECTED_FRAUD: fails(),
    },
    not_available: { ERROR_WHEN_PERFORMING_CHECK: only('check_performed') },
  },
}

/** The same check by another provider. Yoti documents no breakdown. */
export const synecticsIdentityFraud: CheckKind = {
  type: 'SYNECTICS_IDENTITY_FRAUD',
  order: { manualCheck: 'ANY', usualConfig: () => ({}) },
  makesProfile: true,
  per: 'session',
  resourcesUsed: () => [],
  subChecks: {},
  attempted: () => [],
  reasons: {
    reject: each(
      [
        'SYNECTICS_INDICATED_FRAUD',
        'FAILED_TO_REACH_REQUIRED_IDENTITY_FRAUD_SCORE_2',
        'FAILED_TO_REACH_REQUIRED_ACTIVITY_HISTORY_SCORE_3',
      ],
      only(),
    ),
    not_available: { [noReason]: only() },
  },
}
