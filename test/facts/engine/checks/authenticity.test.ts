import { expect, test } from 'vitest'
import { checkKinds, reportOf } from '../../../../server/engine/checks/index.js'
import { linesOf, withLines } from './lines.js'

// Yoti docs, "Document authenticity check" (report): sub-checks, who makes them, reasons.
// Breakdowns of approvals: answers captured by GOV.UK One Login's stub (a passport with chip, one without).
const type = 'ID_DOCUMENT_AUTHENTICITY'

const chipPassport = { document: { type: 'PASSPORT', country: 'GBR', chip: true } }
const passport = { document: { type: 'PASSPORT', country: 'GBR', chip: false } }
const britishLicence = { document: { type: 'DRIVING_LICENCE', country: 'GBR' } }
const frenchLicence = { document: { type: 'DRIVING_LICENCE', country: 'FRA' } }
const nationalId = { document: { type: 'NATIONAL_ID', country: 'NLD' } }
const chipLicence = { document: { type: 'DRIVING_LICENCE', country: 'GBR', chip: true } }

const ofChip = [
  'chip_csca_trusted PASS AUTOMATED',
  'chip_data_integrity PASS AUTOMATED',
  'chip_digital_signature_verification PASS AUTOMATED',
  'chip_parse PASS AUTOMATED',
  'chip_sod_parse PASS AUTOMATED',
  'document_in_date PASS AUTOMATED',
  'fraud_list_check PASS AUTOMATED',
  'mrz_validation PASS AUTOMATED',
  'ocr_mrz_comparison PASS AUTOMATED',
]
const ofPassport = [
  'document_in_date PASS AUTOMATED',
  'fraud_list_check PASS AUTOMATED',
  'hologram PASS EXPERT_REVIEW',
  'hologram_movement PASS EXPERT_REVIEW',
  'mrz_validation PASS AUTOMATED',
  'no_sign_of_forgery PASS EXPERT_REVIEW',
  'no_sign_of_tampering PASS EXPERT_REVIEW',
  'ocr_mrz_comparison PASS AUTOMATED',
  'other_security_features PASS EXPERT_REVIEW',
  'physical_document_captured PASS EXPERT_REVIEW',
]
const ofBritishLicence = [
  'doc_number_validation PASS AUTOMATED',
  'document_in_date PASS AUTOMATED',
  'fraud_list_check PASS AUTOMATED',
  'hologram PASS EXPERT_REVIEW',
  'hologram_movement PASS EXPERT_REVIEW',
  'no_sign_of_forgery PASS EXPERT_REVIEW',
  'no_sign_of_tampering PASS EXPERT_REVIEW',
  'other_security_features PASS EXPERT_REVIEW',
  'physical_document_captured PASS EXPERT_REVIEW',
]
const ofFrenchLicence = ofBritishLicence.slice(1)

test.each([
  ['a passport whose chip was read', chipPassport, ofChip],
  ['a passport without', passport, ofPassport],
  ['a British licence', britishLicence, ofBritishLicence],
  ['a French licence', frenchLicence, ofFrenchLicence],
  ['a national identity card', nationalId, ofPassport],
  ['a licence with a chip', chipLicence, ofChip],
  ['a document that is not known', {}, ofPassport],
])('an approval of %s lists what was attempted, sorted by name', (_of, subject, lines) => {
  expect(linesOf(type, subject, 'approve')).toEqual(lines)
  expect(reportOf(checkKinds[type], subject, 'approve').recommendation).toEqual({ value: 'APPROVE' })
})

const forgery =
  'no_sign_of_forgery FAIL EXPERT_REVIEW data_alignment=PASS hologram_check=PASS security_features_integrity=FAIL' +
  ' printing_quality=FAIL fonts_authenticity=FAIL document_number_integrity=PASS'
const tampering = 'no_sign_of_tampering FAIL EXPERT_REVIEW face_photo_integrity=PASS data_integrity=FAIL'

const rejections: [string, string[]][] = [
  ['COUNTERFEIT', [forgery]],
  ['EXPIRED_DOCUMENT', ['document_in_date FAIL AUTOMATED']],
  ['FRAUD_LIST_MATCH', ['fraud_list_check FAIL AUTOMATED']],
  ['DOCUMENT_COPY', ['physical_document_captured FAIL EXPERT_REVIEW']],
  ['ISSUING_AUTHORITY_INVALID', ['issuing_authority FAIL AUTOMATED address_match=false primary_fields_match=false']],
  ['TAMPERED', ['hologram_movement FAIL EXPERT_REVIEW', tampering]],
  ['MISSING_HOLOGRAM', ['hologram FAIL EXPERT_REVIEW', 'hologram_movement FAIL EXPERT_REVIEW']],
  ['NO_HOLOGRAM_MOVEMENT', ['hologram_movement FAIL EXPERT_REVIEW']],
  ['DATA_MISMATCH', ['ocr_barcode_comparison FAIL AUTOMATED']],
  ['DOC_NUMBER_INVALID', ['doc_number_validation FAIL AUTOMATED']],
  ['OTHER_SECURITY_FEATURES', ['other_security_features FAIL EXPERT_REVIEW']],
]

test.each(rejections)('REJECT %s fails its sub-checks and no other', (reason, failing) => {
  for (const [subject, approved] of [
    [passport, ofPassport],
    [britishLicence, ofBritishLicence],
    [frenchLicence, ofFrenchLicence],
    [chipPassport, ofChip],
  ] as const)
    expect(linesOf(type, subject, { reject: reason })).toEqual(withLines(approved, failing))
  expect(reportOf(checkKinds[type], passport, { reject: reason }).recommendation).toEqual({ value: 'REJECT', reason })
})

test.each([
  ['CHIP_DATA_INTEGRITY_FAILED', 'chip_data_integrity FAIL AUTOMATED'],
  ['CHIP_SIGNATURE_VERIFICATION_FAILED', 'chip_digital_signature_verification FAIL AUTOMATED'],
  ['CHIP_CSCA_VERIFICATION_FAILED', 'chip_csca_trusted FAIL AUTOMATED'],
])('REJECT %s is of a chip that was read, on any document', (reason, failing) => {
  for (const subject of [chipPassport, passport, britishLicence])
    expect(linesOf(type, subject, { reject: reason })).toEqual(withLines(ofChip, [failing]))
})

test.each([
  ['PHOTO_OVEREXPOSED', []],
  ['PHOTO_TOO_DARK', []],
  ['PHOTO_TOO_BLURRY', []],
  ['DOCUMENT_TOO_DAMAGED', []],
  ['GLARE_OBSTRUCTION', []],
  ['OBJECT_OBSTRUCTION', []],
  ['NO_DOCUMENT', []],
  ['PARTIAL_PHOTO', []],
  ['IMAGE_RESOLUTION_TOO_LOW', []],
  ['COUNTRY_NOT_SUPPORTED', []],
  ['DOCUMENT_NOT_SUPPORTED', []],
  ['INCORRECT_DOCUMENT_TYPE', []],
  ['INCORRECT_MRZ', ['mrz_validation FAIL AUTOMATED']],
  ['DOCUMENT_VERSION_NOT_SUPPORTED', []],
  ['MISSING_DOCUMENT_SIDE', []],
  ['BLACK_AND_WHITE_IMAGE', []],
  ['MISUSE', []],
  ['INVALID', []],
  ['CHIP_PARSE', ['chip_parse FAIL AUTOMATED']],
  ['CHIP_SOD_PARSE', ['chip_parse PASS AUTOMATED', 'chip_sod_parse FAIL AUTOMATED']],
  ['NON_LATIN_ALPHABET', []],
  ['IMAGE_CORRUPTED', []],
  ['UNABLE_TO_LOAD', []],
])('NOT_AVAILABLE %s lists only what could be attempted', (reason, lines) => {
  expect(linesOf(type, passport, { not_available: reason })).toEqual(lines)
  const { recommendation } = reportOf(checkKinds[type], passport, { not_available: reason })
  expect(recommendation).toEqual({ value: 'NOT_AVAILABLE', reason })
})

test('these are all the reasons', () => {
  const { reject = {}, not_available = {}, consider } = checkKinds[type].reasons
  expect([Object.keys(reject).length, Object.keys(not_available).length, consider]).toEqual([14, 23, undefined])
})

test('the issuing authority is asked when the order says so', () => {
  const asked = (requested: boolean) => ({ ...passport, asked: { issuing_authority_sub_check: { requested } } })
  const line = 'issuing_authority PASS AUTOMATED address_match=true primary_fields_match=true'
  expect(linesOf(type, asked(true), 'approve')).toEqual(withLines(ofPassport, [line]))
  expect(linesOf(type, asked(false), 'approve')).toEqual(ofPassport)
  expect(linesOf(type, { ...passport, asked: {} }, 'approve')).toEqual(ofPassport)
})

// Captured answers approve although these failed: an expired passport that is allowed, Yoti's own fraud list.
test('a sub-check may fail in an approval', () => {
  expect(linesOf(type, passport, { failing: ['yoti_fraud_list_check'] })).toEqual(
    withLines(ofPassport, ['yoti_fraud_list_check FAIL AUTOMATED provider_org=Yoti Ltd']),
  )
  expect(linesOf(type, passport, { failing: ['chip_parse'] })).toEqual(withLines(ofChip, ['chip_parse FAIL AUTOMATED']))
})

test.each([
  'age_estimation_dob_comparison',
  'document_recognition',
  'portrait_integrity',
  'ocr_barcode_comparison',
  'doc_number_validation',
  'chip_sod_parse',
])('%s is made by a machine, though no approval lists it', (name) => {
  expect(linesOf(type, passport, { breakdown: [{ sub_check: name, result: 'PASS' }] })).toEqual([
    `${name} PASS AUTOMATED`,
  ])
})
