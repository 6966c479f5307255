import { expect, test } from 'vitest'
import {
  applicantProfileJson,
  documentFields,
  expandedFields,
  identityProfileJson,
  readFields,
  shareCodeJson,
  watchlistResultsJson,
} from '../../../../server/engine/identity/index.js'
import { reference, zoe } from './zoe.js'

const fieldsOf = (type: string) => documentFields(zoe, { type, country: 'GBR', seed: 'one', reference })

// Yoti docs, "Expanded document fields": order of the sample, sources VIZ and MRZ, locale `la`.
test('expanded fields of a passport', () => {
  const { fields } = expandedFields(fieldsOf('PASSPORT'))
  expect(fields.map(({ name, source, locale }) => `${name} ${source} ${locale}`)).toEqual([
    'full_name VIZ la',
    'date_of_birth VIZ la',
    'given_names VIZ la',
    'family_name VIZ la',
    'place_of_birth VIZ la',
    'gender VIZ la',
    'issuing_country VIZ la',
    'document_number VIZ la',
    'expiration_date VIZ la',
    'date_of_issue VIZ la',
    'issuing_authority VIZ la',
    'expiration_date MRZ la',
    'full_name MRZ la',
    'document_number MRZ la',
    'nationality MRZ la',
    'given_names MRZ la',
    'issuing_country MRZ la',
    'date_of_birth MRZ la',
    'family_name MRZ la',
    'gender MRZ la',
  ])
  expect(fields[0]).toEqual({ name: 'full_name', value: 'ZOË ANN MORGAN', locale: 'la', source: 'VIZ' })
})

test('expanded fields of a licence have the address, and no zone', () => {
  const names = expandedFields(fieldsOf('DRIVING_LICENCE')).fields.map(({ name, source }) => `${name} ${source}`)
  expect(names.at(-1)).toBe('postal_address VIZ')
  expect(names).not.toContain('document_type VIZ')
  expect(names.filter((name) => name.endsWith('MRZ'))).toEqual([])
  const { fields } = expandedFields({ full_name: 'A', nationality: 'FRA' })
  expect(fields.map(({ name }) => name)).toEqual(['full_name', 'nationality'])
})

test('a zone repeats only what is there', () => {
  const mrz = { type: 2, line1: '', line2: '' } as const
  const { fields } = expandedFields({ full_name: 'SUKARNO', mrz })
  expect(fields.map(({ name, source }) => `${name} ${source}`)).toEqual(['full_name VIZ', 'full_name MRZ'])
})

const name = {
  given_names: 'Zoë Ann',
  first_name: 'Zoë',
  middle_name: 'Ann',
  family_name: 'Morgan',
  full_name: 'Zoë Ann Morgan',
}

// Yoti docs, "Identity profile report" and its examples: keys and their order, levels and scores by scheme.
test('an identity profile of a person without evidence: one report, or a list of them for an advanced profile', () => {
  const report = (trustFramework: string, type: string) => ({
    reportId: 'r',
    timestamp: '2026-03-01T00:00:00Z',
    trustFramework,
    schemes: [{ scheme: { type }, requirements_met: true }],
    documents: [],
    recordCheckIds: ['c'],
    idOf: (what: string) => `id of ${what}`,
  })
  const record = {
    evidence_id: 'id of record/0',
    timestamp: '2026-03-01T00:00:00Z',
    identity_details: {
      full_name: 'Zoë Ann Morgan',
      given_names: 'Zoë Ann',
      family_name: 'Morgan',
      date_of_birth: '1976-05-03',
    },
    verifying_org: 'Yoti Ltd.',
    provider_org: 'Cifas Ltd.',
    resource_ids: [],
    check_ids: ['c'],
  }
  const written = (trust_framework: string, type: string, classification: string) => ({
    report_id: 'r',
    timestamp: '2026-03-01T00:00:00Z',
    trust_framework,
    schemes_compliance: [{ scheme: { type }, requirements_met: true }],
    assurance_process: {
      level_of_assurance: 'MEDIUM',
      policy: 'GPG45',
      procedure: 'M1A',
      assurance: [{ type: 'IDENTITY_FRAUD', classification, evidence_links: ['id of record/0'] }],
    },
    evidence: { documents: [], electronic_records: [record] },
  })
  expect(identityProfileJson(zoe, [{ ...report('UK_TFIDA', 'RTW'), subjectId: 's' }], false)).toEqual({
    identity_assertion: { current_name: name, date_of_birth: '1976-05-03' },
    verification_report: { ...written('UK_TFIDA', 'RTW', '1'), subject_id: 's' },
    proof: 'bW9jay15b3RpIHByb3ZlcyBub3RoaW5n',
  })
  const both = [report('UK_TFIDA', 'RTW'), report('YOTI_GLOBAL', 'IDENTITY')]
  expect(identityProfileJson(zoe, both, true)['verification_reports']).toEqual([
    written('UK_TFIDA', 'RTW', '1'),
    written('YOTI_GLOBAL', 'IDENTITY', '2'),
  ])
})

test('a share code is about a name, a birth date and a nationality', () => {
  expect(shareCodeJson(zoe)).toEqual({ ...name, date_of_birth: '1976-05-03', nationality: 'GBR' })
  const { middle_name: _none, ...single } = { ...name, given_names: 'Zoë', full_name: 'Zoë Morgan' }
  expect(shareCodeJson({ ...zoe, givenNames: 'Zoë', fullName: 'Zoë Morgan' })).toEqual({
    ...single,
    date_of_birth: '1976-05-03',
    nationality: 'GBR',
  })
})

test('an applicant profile is what was sent, unchanged; else the person', () => {
  const sent = { anything: 1 }
  expect(applicantProfileJson(zoe, sent)).toBe(sent)
  expect(applicantProfileJson(zoe)).toEqual({
    full_name: 'Zoë Ann Morgan',
    date_of_birth: '1976-05-03',
    structured_postal_address: zoe.address,
  })
})

// Yoti docs, "AML report": provider, search_types, search_id, search_ref, url, raw_output in base64.
test('the raw results of a search', () => {
  const id = 'd85f5f0b-6d1c-5a6b-8f0f-3c1f5d0d1f7e'
  expect(watchlistResultsJson(zoe, { id, types: ['pep'], hits: 2 })).toEqual([
    {
      provider: 'mock-yoti',
      search_types: ['pep'],
      search_id: '2236770732',
      search_ref: '855269ac-8339-569e-93b3-c2634aecb466',
      url: 'https://watchlist.example/searches/855269ac-8339-569e-93b3-c2634aecb466',
      // {"search_term":"Zoë Ann Morgan","total_hits":2}
      raw_output: 'eyJzZWFyY2hfdGVybSI6Ilpvw6sgQW5uIE1vcmdhbiIsInRvdGFsX2hpdHMiOjJ9',
    },
  ])
})

// GOV.UK One Login's stub has answers with only a full name, and with names that were split in the wrong place.
test('a document may be read otherwise than it is printed', () => {
  const printed = { full_name: 'Zoë Ann Morgan', given_names: 'Zoë Ann', family_name: 'Morgan' }
  expect(readFields(printed, {})).toEqual(printed)
  expect(readFields(printed, { names: 'split-wrong' })).toEqual({
    full_name: 'Zoë Ann Morgan',
    given_names: 'Zoë',
    family_name: 'Ann Morgan',
  })
  expect(readFields({ ...printed, given_names: 'Zoë' }, { names: 'split-wrong' })).toEqual({
    full_name: 'Zoë Ann Morgan',
    given_names: 'Morgan',
    family_name: 'Zoë',
  })
  expect(readFields(printed, { without: ['given_names', 'family_name'] })).toEqual({ full_name: 'Zoë Ann Morgan' })
  expect(readFields(printed, { names: 'split-wrong', fields: { family_name: 'X', weight: null } })).toEqual({
    full_name: 'Zoë Ann Morgan',
    given_names: 'Zoë',
    family_name: 'X',
    weight: null,
  })
})

test('a key below another can be unread; one that is not there makes no difference', () => {
  const printed = {
    full_name: 'A',
    mrz: { type: 2, line1: '1', line2: '2' },
    structured_postal_address: zoe.address,
  } as const
  expect(readFields(printed, { without: ['mrz.line2', 'full_name.x', 'none.x', 'mrz.none'] }).mrz).toEqual({
    type: 2,
    line1: '1',
  })
  const address = readFields(printed, { without: ['structured_postal_address.postal_code'] }).structured_postal_address
  expect(address).not.toHaveProperty('postal_code')
  expect(address).toMatchObject({ town_city: 'Glasgow' })
})
