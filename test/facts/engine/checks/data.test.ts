import { expect, test } from 'vitest'
import { checkKinds, reportOf } from '../../../../server/engine/checks/index.js'
import { linesOf } from './lines.js'

// Yoti docs: "Data extraction report", "Document comparison", "Address check report", "AML report", "DBS and RTW: error
// responses".
const passport = { document: { type: 'PASSPORT', country: 'GBR' } }
const licence = { document: { type: 'DRIVING_LICENCE', country: 'GBR' } }
const zone = (result: string) => `mrz_validation ${result} AUTOMATED`
const text = (result: string) => `text_data_readable ${result} EXPERT_REVIEW`

const ofImage = [
  'PHOTO_OVEREXPOSED',
  'PHOTO_TOO_DARK',
  'PHOTO_TOO_BLURRY',
  'DOCUMENT_TOO_DAMAGED',
  'GLARE_OBSTRUCTION',
  'OBJECT_OBSTRUCTION',
  'PARTIAL_PHOTO',
  'IMAGE_RESOLUTION_TOO_LOW',
  'COUNTRY_NOT_SUPPORTED',
  'DOCUMENT_NOT_SUPPORTED',
  'INCORRECT_DOCUMENT_TYPE',
  'DOCUMENT_VERSION_NOT_SUPPORTED',
  'MISSING_DOCUMENT_SIDE',
  'BLACK_AND_WHITE_IMAGE',
  'MISUSE',
  'INVALID',
]

test('a text that a person read: the zone counts where the document has one', () => {
  expect(linesOf('ID_DOCUMENT_TEXT_DATA_CHECK', passport, 'approve')).toEqual([zone('PASS'), text('PASS')])
  expect(linesOf('ID_DOCUMENT_TEXT_DATA_CHECK', licence, 'approve')).toEqual([text('PASS')])
  expect(linesOf('SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK', {}, 'approve')).toEqual([text('PASS')])
})

test.each([
  ['MRZ_VALIDATION', [zone('FAIL'), text('FAIL')]],
  ['CHIP_DATA_INTEGRITY', [zone('PASS'), text('FAIL')]],
  ['CHIP_DIGITAL_SIGNATURE_VERIFICATION', [zone('PASS'), text('FAIL')]],
  ['CHIP_CSCA_TRUSTED', [zone('PASS'), text('FAIL')]],
])('a text is rejected for %s', (reason, lines) => {
  expect(linesOf('ID_DOCUMENT_TEXT_DATA_CHECK', passport, { reject: reason })).toEqual(lines)
})

test.each([...ofImage, 'CHIP_PARSE', 'CHIP_SOD_PARSE', 'EXTRACTION_FAILED'])(
  'a text is not available for %s',
  (reason) => {
    expect(linesOf('ID_DOCUMENT_TEXT_DATA_CHECK', passport, { not_available: reason })).toEqual([text('FAIL')])
  },
)

test.each(['INCORRECT_MRZ', 'MRZ_VALIDATION'])('a text is not available for %s: the zone failed too', (reason) => {
  const lines = linesOf('ID_DOCUMENT_TEXT_DATA_CHECK', licence, { not_available: reason })
  expect(lines).toEqual([zone('FAIL'), text('FAIL')])
})

test.each([...ofImage, 'EXTRACTION_FAILED'])('a supplementary text is not available for %s', (reason) => {
  expect(linesOf('SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK', {}, { not_available: reason })).toEqual([text('FAIL')])
})

test('these are all the reasons of text checks', () => {
  const { reject = {}, not_available = {} } = checkKinds.ID_DOCUMENT_TEXT_DATA_CHECK.reasons
  expect([Object.keys(reject).length, Object.keys(not_available).length]).toEqual([4, 21])
  const supplementary = checkKinds.SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK.reasons
  expect(Object.keys(supplementary)).toEqual(['not_available'])
  expect(Object.keys(supplementary.not_available ?? {})).toHaveLength(17)
})

test('two identity documents agree in birth date and name; a supplementary one has only a name', () => {
  const type = 'ID_DOCUMENT_COMPARISON'
  const [born, name] = ['dob_match PASS AUTOMATED', 'name_match PASS AUTOMATED']
  expect(linesOf(type, { documentIds: ['a', 'b'] }, 'approve')).toEqual([born, name])
  expect(linesOf(type, { documentIds: ['a', 'b'], supplementaryIds: ['c'] }, 'approve')).toEqual([born, name])
  expect(linesOf(type, { documentIds: ['a'], supplementaryIds: ['c'] }, 'approve')).toEqual([name])
  expect(linesOf(type, { supplementaryIds: ['c'] }, 'approve')).toEqual([name])
  expect(linesOf(type, { documentIds: ['a'], supplementaryIds: [] }, 'approve')).toEqual([born, name])
  expect(linesOf(type, {}, 'approve')).toEqual([born, name])
  expect(linesOf(type, {}, { reject: 'MISMATCH' })).toEqual([born, 'name_match FAIL AUTOMATED'])
  for (const reason of ['NON_LATIN_CHARACTER_IN_NAME', 'NO_VALID_SUBCHECKS'])
    expect(linesOf(type, {}, { not_available: reason })).toEqual([])
  expect(Object.keys(checkKinds[type].reasons.not_available ?? {})).toHaveLength(2)
  expect(Object.keys(checkKinds[type].reasons.reject ?? {})).toEqual(['MISMATCH'])
})

test('an address check has eight sub-checks, and fewer where the address did not match', () => {
  const type = 'THIRD_PARTY_IDENTITY'
  expect(linesOf(type, {}, 'approve')).toEqual([
    'address_match PASS AUTOMATED',
    'deceased PASS AUTOMATED',
    'dob_match PASS AUTOMATED',
    'electoral_roll PASS AUTOMATED',
    'multiple_sources_match PASS AUTOMATED',
    'name_match PASS AUTOMATED',
    'pep_warning PASS AUTOMATED',
    'sanctions_warning PASS AUTOMATED',
  ])
  for (const reason of ['NO_MATCH_FOUND', 'NO_MATCH'])
    expect(linesOf(type, {}, { consider: reason })).toEqual([
      'address_match FAIL AUTOMATED',
      'name_match FAIL AUTOMATED',
    ])
  expect(linesOf(type, {}, { consider: 'ADDRESS_MISMATCH' })).toEqual([
    'address_match FAIL AUTOMATED',
    'dob_match PASS AUTOMATED',
    'name_match PASS AUTOMATED',
  ])
  expect(linesOf(type, {}, { not_available: 'NO_VALID_FIELDS' })).toEqual([])
  expect(reportOf(checkKinds[type], {}, { consider: 'NO_MATCH' }).recommendation).toEqual({
    value: 'CONSIDER',
    reason: 'NO_MATCH',
  })
  expect(Object.keys(checkKinds[type].reasons)).toEqual(['not_available', 'consider'])
})

test('SUSPECTED_FRAUD fails no sub-check: the only one says that the check was performed', () => {
  const type = 'THIRD_PARTY_IDENTITY_FRAUD_1'
  const performed = 'check_performed PASS AUTOMATED provider_org=mock-yoti'
  expect(linesOf(type, {}, 'approve')).toEqual([performed])
  expect(linesOf(type, {}, { reject: 'SUSPECTED_FRAUD' })).toEqual([performed])
  expect(linesOf(type, {}, { not_available: 'ERROR_WHEN_PERFORMING_CHECK' })).toEqual([
    'check_performed FAIL AUTOMATED provider_org=mock-yoti',
  ])
})

test('the Synectics check has no breakdown', () => {
  const type = 'SYNECTICS_IDENTITY_FRAUD'
  expect(linesOf(type, {}, 'approve')).toEqual([])
  expect(Object.keys(checkKinds[type].reasons.reject ?? {})).toEqual([
    'SYNECTICS_INDICATED_FRAUD',
    'FAILED_TO_REACH_REQUIRED_IDENTITY_FRAUD_SCORE_2',
    'FAILED_TO_REACH_REQUIRED_ACTIVITY_HISTORY_SCORE_3',
  ])
  expect(linesOf(type, {}, { reject: 'SYNECTICS_INDICATED_FRAUD' })).toEqual([])
  expect(reportOf(checkKinds[type], {}, 'not_available').recommendation).toEqual({ value: 'NOT_AVAILABLE' })
  expect(Object.keys(checkKinds[type].reasons.not_available ?? {})).toEqual(['none'])
})

test.each(['WATCHLIST_SCREENING', 'WATCHLIST_ADVANCED_CA'] as const)('%s screens five lists', (type) => {
  const clear = (name: string) => `${name} PASS AUTOMATED`
  expect(linesOf(type, {}, 'approve')).toEqual(
    ['adverse_media', 'fitness_probity', 'pep', 'sanction', 'warning'].map(clear),
  )
  // The Go SDK's fixtures name the closest match in this form.
  expect(linesOf(type, {}, { consider: 'POTENTIAL_MATCH' })).toEqual([
    clear('adverse_media'),
    clear('fitness_probity'),
    'pep FAIL AUTOMATED number_of_hits=2 closest_match=name_exact,year_of_birth',
    'sanction FAIL AUTOMATED number_of_hits=1 closest_match=name_exact,year_of_birth',
    clear('warning'),
  ])
  expect(linesOf(type, {}, { not_available: 'NO_VALID_FIELDS' })).toEqual([])
  expect(Object.keys(checkKinds[type].reasons)).toEqual(['not_available', 'consider'])
})

test('a search profile that finds nothing is one line, custom_search; the plain screening never has it', () => {
  const profile = { asked: { sources: { type: 'PROFILE' as const } } }
  const list = { asked: { sources: { type: 'TYPE_LIST' as const } } }
  expect(linesOf('WATCHLIST_ADVANCED_CA', profile, 'approve')).toEqual(['custom_search PASS AUTOMATED'])
  expect(linesOf('WATCHLIST_ADVANCED_CA', list, 'approve')).toHaveLength(5)
  expect(linesOf('WATCHLIST_ADVANCED_CA', profile, { consider: 'POTENTIAL_MATCH' })).toHaveLength(5)
  expect(linesOf('WATCHLIST_SCREENING', profile, 'approve')).toHaveLength(5)
})
