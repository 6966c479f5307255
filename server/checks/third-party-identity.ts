import { automated, type CheckKind } from './check-kind.js'

/** Is the person known at the address? The sub-checks are those of an address that matched. */
export const thirdPartyIdentity: CheckKind = {
  type: 'THIRD_PARTY_IDENTITY',
  per: 'session',
  resourcesUsed: ({ documentIds = [] }) => documentIds.slice(0, 1),
  subChecks: () =>
    ['address_match', 'deceased', 'dob_match', 'electoral_roll', 'multiple_sources_match', 'name_match'].map((name) =>
      automated(name),
    ),
}

/** Is the identity used for fraud? */
export const thirdPartyIdentityFraud1: CheckKind = {
  type: 'THIRD_PARTY_IDENTITY_FRAUD_1',
  per: 'session',
  resourcesUsed: () => [],
  subChecks: () => [automated('check_performed', [{ name: 'provider_org', value: 'mock-yoti' }])],
}

/** The same, by another provider. Yoti documents no breakdown. */
export const synecticsIdentityFraud: CheckKind = {
  type: 'SYNECTICS_IDENTITY_FRAUD',
  per: 'session',
  resourcesUsed: () => [],
  subChecks: () => [],
}
