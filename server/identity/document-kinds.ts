/** Documents that Yoti captures as identity documents and that only one country issues. They read like identity cards. */
const cardTypes = new Set([
  'AADHAAR',
  'CITIZENCARD',
  'HEALTH_CARD',
  'MYKAD',
  'NATIONAL_ID',
  'NEXUS_CARD',
  'PAN',
  'PHILSYS_ID',
  'POSTAL_ID',
  'POSTOFFICE',
  'PROFESSIONAL_ID',
  'SCIS',
  'SSS_ID_CARD',
  'UMID',
  'VOTER_ID',
  'YOUNGSCOT',
])

/** What a document looks like to a reader: documents of one kind have the same fields. */
export type DocumentKind =
  | 'passport'
  | 'british-licence'
  | 'state-card'
  | 'foreign-licence'
  | 'residence-permit'
  | 'identity-card'
  | 'supplementary'

const statesIssue = new Set(['USA', 'CAN', 'AUS'])

export const documentKind = (type: string, country: string): DocumentKind => {
  if (type === 'PASSPORT' || type === 'TRAVEL_DOCUMENT') return 'passport'
  if (type === 'RESIDENCE_PERMIT') return 'residence-permit'
  if (type === 'STATE_ID') return 'state-card'
  if (type === 'DRIVING_LICENCE')
    return country === 'GBR' ? 'british-licence' : statesIssue.has(country) ? 'state-card' : 'foreign-licence'
  return cardTypes.has(type) ? 'identity-card' : 'supplementary'
}

/** The nationality that fits the documents that a session asks for: a foreign passport's or card's, else British. */
export const nationalityFor = (documents: readonly { readonly type: string; readonly country: string }[]): string => {
  const proof = documents.find(({ type, country }) => {
    const kind = documentKind(type, country)
    return kind === 'passport' || type === 'NATIONAL_ID'
  })
  if (proof !== undefined) return proof.country
  // Nobody British holds a British residence permit.
  return documents.some(({ type }) => type === 'RESIDENCE_PERMIT') ? 'IND' : 'GBR'
}
