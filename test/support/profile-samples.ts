import { idOf } from './answer-parts.js'

// Keys, their order and the words of Yoti's pages on DBS and right to work; names, numbers, times and ids are ours.

const dates = { created: '2022-03-01T09:30:00Z', last_updated: '2022-03-01T09:30:00Z' }
const media = (name: string, type = 'IMAGE') => ({ media: { id: idOf(name), type, ...dates } })
const times = (count: number, name: string) => Array.from({ length: count }, (_, at) => media(`${name}/${at}`))

const document = (type: string, pages: number, frames: number) => ({
  id: idOf(type),
  tasks: [
    {
      type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION',
      id: idOf(`${type}/task`),
      state: 'DONE',
      ...dates,
      generated_checks: [],
      generated_media: [{ id: idOf(`${type}/fields`), type: 'JSON' }],
    },
  ],
  source: { type: 'END_USER' },
  document_type: type,
  issuing_country: 'GBR',
  pages: Array.from({ length: pages }, (_, page) => ({
    capture_method: 'CAMERA',
    ...media(`${type}/${page}`),
    frames: times(frames, `${type}/${page}`),
  })),
  document_fields: media(`${type}/fields`, 'JSON'),
  document_id_photo: media(`${type}/photo`),
})

const filmed = (name: string) => ({
  id: idOf(name),
  tasks: [],
  source: { type: 'END_USER' },
  frames: [...times(3, name), {}, {}, {}, {}],
  liveness_type: 'ZOOM',
  facemap: media(`${name}/facemap`, 'BINARY'),
})

const check = (type: string, used: readonly string[], subCheck: object, value = 'APPROVE') => ({
  type,
  id: idOf(`${type}/${used.join()}`),
  state: 'DONE',
  resources_used: used.map(idOf),
  generated_media: [],
  report: { recommendation: { value }, breakdown: [{ ...subCheck, details: [] }] },
  ...dates,
})

const authentic = { sub_check: 'document_in_date', result: 'PASS' }
const alike = { sub_check: 'ai_face_match', result: 'PASS', details: [{ name: 'confidence_score', value: '0.9' }] }

/** "Retrieve results": a passport and a licence, and liveness at the second attempt. */
export const sessionOf2022: unknown = {
  client_session_token_ttl: 8533,
  session_id: idOf('session'),
  state: 'COMPLETED',
  resources: {
    id_documents: [document('PASSPORT', 1, 3), document('DRIVING_LICENCE', 2, 2)],
    supplementary_documents: [],
    liveness_capture: [filmed('second'), filmed('first')],
    face_capture: [],
    applicant_profiles: [],
  },
  checks: [
    check('ID_DOCUMENT_AUTHENTICITY', ['second', 'DRIVING_LICENCE'], authentic),
    check('ID_DOCUMENT_AUTHENTICITY', ['second', 'PASSPORT'], authentic),
    check('LIVENESS', ['second'], { sub_check: 'liveness_auth', result: 'PASS' }),
    check('LIVENESS', ['first'], { sub_check: 'liveness_auth', result: 'FAIL' }, 'REJECT'),
    check('ID_DOCUMENT_FACE_MATCH', ['second', 'DRIVING_LICENCE'], alike),
    check('ID_DOCUMENT_FACE_MATCH', ['second', 'PASSPORT'], alike),
    {
      ...check('THIRD_PARTY_IDENTITY_FRAUD_1', [], { sub_check: 'check_performed', result: 'PASS' }),
      generated_media: [{ id: idOf('searched'), type: 'JSON' }],
      generated_profile: media('searched', 'JSON'),
    },
  ],
  biometric_consent: '2022-03-01T09:30:00Z',
  identity_profile: {
    result: 'DONE',
    identity_profile_report: {
      trust_framework: 'UK_TFIDA',
      ...media('report', 'JSON'),
      schemes_compliance: [{ scheme: { type: 'DBS', objective: 'BASIC' }, requirements_met: true }],
    },
  },
}

const name = { given_names: 'ADA', first_name: 'ADA', middle_name: 'M', family_name: 'B', full_name: 'ADA M B' }
const person = { current_name: name, date_of_birth: '1979-01-01' }

const address = {
  address_format: '1',
  building_number: '1',
  address_line1: '1 MILL LANE',
  address_line2: 'YORK',
  address_line3: 'YO1 1AA',
  town_city: 'YORK',
  postal_code: 'YO1 1AA',
  country_iso: 'GBR',
  country: 'United Kingdom',
  formatted_address: '1 MILL LANE, YORK, YO1 1AA',
}

const evidenceOf = (evidence_id: string) => ({ evidence_id, timestamp: dates.created })
const links = { resource_ids: [idOf('resource')], check_ids: [idOf('check')] }
const yoti = { verifying_org: 'Yoti Ltd.' }

const printed = {
  full_name: 'ADA M B',
  date_of_birth: '1979-01-01',
  nationality: 'GBR',
  given_names: 'ADA M',
  family_name: 'B',
  place_of_birth: 'YORK',
  gender: 'FEMALE',
}
const numbered = {
  issuing_country: 'GBR',
  document_number: '123456789',
  expiration_date: '2030-01-01',
  date_of_issue: '2020-01-01',
}

const passport = {
  ...evidenceOf('passport'),
  document_fields: {
    ...printed,
    document_type: 'PASSPORT',
    ...numbered,
    issuing_authority: 'HMPO',
    mrz: { type: '2', line1: 'P<GBR', line2: '1234567892GBR' },
  },
  passed_checks: [{ check: 'MANUAL_VISUAL_DOCUMENT_AUTHENTICITY' }],
  ...links,
  ...yoti,
}

const licence = {
  ...evidenceOf('licence'),
  document_fields: {
    ...printed,
    structured_postal_address: address,
    document_type: 'DRIVING_LICENCE',
    ...numbered,
    issuing_authority: 'DVLA',
  },
  passed_checks: [{ check: 'MANUAL_VISUAL_DOCUMENT_AUTHENTICITY' }],
  ...links,
  ...yoti,
}

const face = {
  evidence_id: 'face',
  initial_liveness: { type: 'ZOOM', timestamp: dates.created },
  ...yoti,
  ...links,
}

const recordOf = (details: object) => ({
  ...evidenceOf('record'),
  identity_details: {
    full_name: 'ADA M B',
    given_names: 'ADA M',
    family_name: 'B',
    date_of_birth: '1979-01-01',
    ...details,
  },
  ...yoti,
  provider_org: 'Cifas Ltd.',
  ...links,
})

const score = (type: string, classification: string, ...evidence_links: string[]) => ({
  type,
  classification,
  evidence_links,
})

const reported = { report_id: idOf('report'), timestamp: dates.created, trust_framework: 'UK_TFIDA' }
const assured = { level_of_assurance: 'MEDIUM', policy: 'GPG45', procedure: 'M1A' }
const dbs = { type: 'DBS', objective: 'BASIC' }

/** "Right to Work / Rent", the report of a scheme that is met. */
export const rightToWork: unknown = {
  identity_assertion: person,
  verification_report: {
    ...reported,
    schemes_compliance: [{ scheme: { type: 'RTW' }, requirements_met: true }],
    assurance_process: {
      ...assured,
      assurance: [
        score('EVIDENCE_STRENGTH', '4', 'passport'),
        score('EVIDENCE_VALIDITY', '2', 'passport'),
        score('IDENTITY_FRAUD', '1', 'record'),
        score('VERIFICATION', '3', 'passport', 'face'),
      ],
    },
    evidence: { documents: [passport], face, electronic_records: [recordOf({})] },
  },
  proof: 'signature',
}

/** "DBS Basic", the report of a scheme that is met with two documents. */
export const dbsBasic: unknown = {
  identity_assertion: { ...person, current_address: { address } },
  verification_report: {
    address_verification: { current_address_verified: true, evidence_links: ['licence'] },
    ...reported,
    schemes_compliance: [{ scheme: dbs, requirements_met: true }],
    assurance_process: {
      ...assured,
      assurance: [
        score('EVIDENCE_STRENGTH', '4', 'passport'),
        score('EVIDENCE_STRENGTH', '3', 'licence'),
        score('EVIDENCE_VALIDITY', '2', 'passport'),
        score('EVIDENCE_VALIDITY', '3', 'licence'),
        score('IDENTITY_FRAUD', '2', 'record'),
        score('VERIFICATION', '3', 'passport', 'licence', 'face'),
      ],
    },
    evidence: {
      documents: [passport, licence],
      face,
      electronic_records: [recordOf({ structured_postal_address: address })],
    },
  },
  proof: 'signature',
}

/** "DBS Basic", the report of a scheme that is not met. */
export const dbsNotMet: unknown = {
  identity_assertion: person,
  verification_report: {
    ...reported,
    schemes_compliance: [
      { scheme: dbs, requirements_met: false, requirements_not_met_info: 'INSUFFICIENT_ACTIVITY_HISTORY' },
    ],
  },
  proof: 'signature',
}

/** "Error responses" (DBS and right to work): every entry has five keys. */
export const aborted: unknown = {
  result: 'ABORTED',
  failure_reason: {
    reason_code: 'MISSING_LIVENESS',
    requirements_not_met_details: [
      {
        failure_type: 'LIVENESS',
        document_type: '',
        document_country_iso_code: '',
        audit_id: '',
        details: 'USER_FAILED_LIVENESS',
      },
    ],
  },
}

/** "Failure scenarios" (identity profiles): entries have no more keys than they need. */
export const advancedAborted: unknown = {
  result: 'ABORTED',
  failure_reason: {
    reason_code: 'MISSING_LIVENESS',
    requirements_not_met_details: [{ failure_type: 'LIVENESS', details: 'USER_FAILED_LIVENESS' }],
  },
}
