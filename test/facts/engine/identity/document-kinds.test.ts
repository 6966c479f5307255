import { expect, test } from 'vitest'
import {
  documentKind,
  documentTypes,
  idDocumentTypes,
  kindOfDocument,
  nationalityFor,
} from '../../../../server/engine/identity/index.js'
import { issuerOf } from '../../../../server/engine/identity/issuers.js'

// Yoti docs, "Supported documents" (in-branch overview) and the types of GET /supported-documents; the digital IDs of the
// Node SDK 4.14.0.
test('these are captured as identity documents, everything else as supplementary', () => {
  expect([...idDocumentTypes].sort().join(' ')).toBe(
    'AADHAAR CITIZENCARD DIGITAL_AADHAAR DRIVING_LICENCE EPHIL_ID HEALTH_CARD MYKAD NATIONAL_ID NEXUS_CARD PAN PASSPORT PHILSYS_ID ' +
      'POSTAL_ID POSTOFFICE PROFESSIONAL_ID RESIDENCE_PERMIT SCIS SSS_ID_CARD STATE_ID TRAVEL_DOCUMENT UMID VOTER_ID YOUNGSCOT',
  )
  expect(['PASSPORT', 'YOUNGSCOT', 'UTILITY_BILL', 'PAN'].map(kindOfDocument)).toEqual([
    'ID_DOCUMENT',
    'ID_DOCUMENT',
    'SUPPLEMENTARY_DOCUMENT',
    'ID_DOCUMENT',
  ])
})

test('every type that the pages name is known', () => {
  const cards =
    'AADHAAR CITIZENCARD DIGITAL_AADHAAR EPHIL_ID HEALTH_CARD MYKAD NATIONAL_ID NEXUS_CARD PAN PHILSYS_ID POSTAL_ID POSTOFFICE PROFESSIONAL_ID SCIS ' +
    'SSS_ID_CARD UMID VOTER_ID YOUNGSCOT'
  const supplementary =
    'UTILITY_BILL BANK_STATEMENT COUNCIL_TAX_BILL PHONE_BILL MOBILE_PHONE_BILL MILITARY_CARD PASS_CARD ' +
    'SUPPLEMENTARY_PASS_CARD FIREARMS_LICENCE BIRTH_CERTIFICATE_ISSUED_WITHIN_12_MONTHS_OF_BIRTH ' +
    'BIRTH_CERTIFICATE_UNDER_12_MONTHS BIRTH_CERTIFICATE ADOPTION_CERTIFICATE PAPER_DRIVING_LICENCE MARRIAGE_CERTIFICATE ' +
    'ACCOUNT_OPENING_LETTER BENEFIT_STATEMENT MORTGAGE_STATEMENT FINANCIAL_STATEMENT EMPLOYEE_TAX_FORM ' +
    'EMPLOYMENT_SPONSORSHIP_LETTER IMMIGRATION_DOCUMENT EDUCATION_LETTER DVLA_FORM VETERAN_CARD HEALTH_INSURANCE_CARD ' +
    'TAX_NOTIFICATION'
  const others = 'PASSPORT DRIVING_LICENCE RESIDENCE_PERMIT TRAVEL_DOCUMENT STATE_ID'
  expect(documentTypes.toSorted()).toEqual(`${cards} ${supplementary} ${others}`.split(' ').sort())
  for (const card of cards.split(' ')) expect([card, documentKind(card, 'PHL')]).toEqual([card, 'identity-card'])
  for (const type of supplementary.split(' '))
    expect([type, documentKind(type, 'GBR')]).toEqual([type, 'supplementary'])
})

test.each([
  ['PASSPORT', 'GBR', 'passport'],
  ['TRAVEL_DOCUMENT', 'GBR', 'passport'],
  ['RESIDENCE_PERMIT', 'GBR', 'residence-permit'],
  ['STATE_ID', 'USA', 'state-card'],
  ['DRIVING_LICENCE', 'GBR', 'british-licence'],
  ['DRIVING_LICENCE', 'USA', 'state-card'],
  ['DRIVING_LICENCE', 'CAN', 'state-card'],
  ['DRIVING_LICENCE', 'AUS', 'state-card'],
  ['DRIVING_LICENCE', 'DEU', 'foreign-licence'],
  ['NATIONAL_ID', 'NLD', 'identity-card'],
  ['UTILITY_BILL', 'GBR', 'supplementary'],
])('%s of %s reads like a %s', (type, country, kind) => {
  expect(documentKind(type, country)).toBe(kind)
})

test.each([
  [[], 'GBR'],
  [[['UTILITY_BILL', 'FRA']], 'GBR'],
  [[['DRIVING_LICENCE', 'DEU']], 'GBR'],
  [
    [
      ['DRIVING_LICENCE', 'DEU'],
      ['PASSPORT', 'ESP'],
    ],
    'ESP',
  ],
  [
    [
      ['NATIONAL_ID', 'NLD'],
      ['PASSPORT', 'ESP'],
    ],
    'NLD',
  ],
  [[['TRAVEL_DOCUMENT', 'FRA']], 'FRA'],
  [[['AADHAAR', 'IND']], 'GBR'],
  // Nobody British holds a British residence permit.
  [[['RESIDENCE_PERMIT', 'GBR']], 'IND'],
  [
    [
      ['RESIDENCE_PERMIT', 'GBR'],
      ['PASSPORT', 'USA'],
    ],
    'USA',
  ],
])('whoever shows %j is from %s', (documents, nationality) => {
  expect(nationalityFor(documents.map(([type = '', country = '']) => ({ type, country })))).toBe(nationality)
})

// HMPO and DVLA: Yoti's samples. The others as the documents print them.
test.each([
  ['passport', 'DEU', 'STADT BERLIN'],
  ['passport', 'ESP', 'DGP-28391A6PK'],
  ['passport', 'FRA', 'PREFECTURE DE POLICE DE PARIS'],
  ['passport', 'GBR', 'HMPO'],
  ['passport', 'IRL', 'PASSPORT OFFICE DUBLIN'],
  ['passport', 'NLD', 'BURG. VAN UTRECHT'],
  ['passport', 'USA', 'UNITED STATES DEPARTMENT OF STATE'],
  ['passport', 'ITA', 'ITA PASSPORT OFFICE'],
  ['british-licence', 'GBR', 'DVLA'],
  ['state-card', 'AUS', 'Queensland'],
  ['state-card', 'CAN', 'Ontario'],
  ['state-card', 'USA', 'Illinois'],
  ['state-card', 'PHL', 'PHL'],
  ['foreign-licence', 'DEU', 'Landratsamt Musterhausen'],
  ['foreign-licence', 'ESP', 'Madrid'],
  ['foreign-licence', 'FRA', 'Paris'],
  ['foreign-licence', 'IRL', 'NDLS'],
  ['foreign-licence', 'NLD', 'Gemeente Utrecht'],
  ['foreign-licence', 'ITA', 'ITA'],
  ['supplementary', 'BANK_STATEMENT', 'Specimen Bank plc'],
  ['supplementary', 'COUNCIL_TAX_BILL', 'Specimen City Council'],
  ['supplementary', 'PHONE_BILL', 'Specimen Telecom Ltd'],
  ['supplementary', 'UTILITY_BILL', 'Specimen Energy Ltd'],
  ['supplementary', 'DVLA_FORM', 'Specimen Authority'],
] as const)('the issuer of a %s of %s is %s', (kind, of, issuer) => {
  expect(issuerOf(kind, of)).toBe(issuer)
})
