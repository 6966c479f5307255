/** Identity documents that only one country issues. Their fields are those of identity cards. */
const cardTypes = new Set([
  'AADHAAR',
  'CITIZENCARD',
  'DIGITAL_AADHAAR',
  'EPHIL_ID',
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

/**
 * Documents that Yoti lists under `id_documents`; every other type is supplementary. `GET /supported-documents` has identity
 * documents only, so each of its types is one.
 */
export const idDocumentTypes: ReadonlySet<string> = new Set([
  'PASSPORT',
  'DRIVING_LICENCE',
  'NATIONAL_ID',
  'RESIDENCE_PERMIT',
  'TRAVEL_DOCUMENT',
  'STATE_ID',
  ...cardTypes,
])

/** Every type that Yoti's pages name. */
export const documentTypes: readonly string[] = [
  ...new Set([
    ...idDocumentTypes,
    'UTILITY_BILL',
    'BANK_STATEMENT',
    'COUNCIL_TAX_BILL',
    'PHONE_BILL',
    'MOBILE_PHONE_BILL',
    'MILITARY_CARD',
    'PASS_CARD',
    'SUPPLEMENTARY_PASS_CARD',
    'FIREARMS_LICENCE',
    'BIRTH_CERTIFICATE_ISSUED_WITHIN_12_MONTHS_OF_BIRTH',
    'BIRTH_CERTIFICATE_UNDER_12_MONTHS',
    'BIRTH_CERTIFICATE',
    'ADOPTION_CERTIFICATE',
    'PAPER_DRIVING_LICENCE',
    'MARRIAGE_CERTIFICATE',
    'ACCOUNT_OPENING_LETTER',
    'BENEFIT_STATEMENT',
    'MORTGAGE_STATEMENT',
    'FINANCIAL_STATEMENT',
    'EMPLOYEE_TAX_FORM',
    'EMPLOYMENT_SPONSORSHIP_LETTER',
    'IMMIGRATION_DOCUMENT',
    'EDUCATION_LETTER',
    'DVLA_FORM',
    'VETERAN_CARD',
    'HEALTH_INSURANCE_CARD',
    'TAX_NOTIFICATION',
  ]),
]

export type KindOfDocument = 'ID_DOCUMENT' | 'SUPPLEMENTARY_DOCUMENT'

/** Whether Yoti lists documents of a type as identity or as supplementary documents, whatever requirement they are for. */
export const kindOfDocument = (type: string): KindOfDocument =>
  idDocumentTypes.has(type) ? 'ID_DOCUMENT' : 'SUPPLEMENTARY_DOCUMENT'

/** The same of a document whose kind may be given, as of a type that nobody knows. */
export const kindOf = ({
  type,
  kind,
}: {
  readonly type: string
  readonly kind?: KindOfDocument | undefined
}): KindOfDocument => kind ?? kindOfDocument(type)

/** The layout of a document: documents of one kind have the same fields. */
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

/** Cards, and digital IDs, that a state gives to its nationals. */
const nationalIds: readonly string[] = ['NATIONAL_ID', 'DIGITAL_AADHAAR', 'EPHIL_ID']

/** The nationality that fits the requested documents: that of a foreign passport or card, else British. */
export const nationalityFor = (documents: readonly { readonly type: string; readonly country: string }[]): string => {
  const proof = documents.find(({ type, country }) => {
    const kind = documentKind(type, country)
    return kind === 'passport' || nationalIds.includes(type)
  })
  if (proof !== undefined) return proof.country
  // British citizens do not hold British residence permits.
  return documents.some(({ type }) => type === 'RESIDENCE_PERMIT') ? 'IND' : 'GBR'
}
