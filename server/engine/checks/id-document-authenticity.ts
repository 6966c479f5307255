import { type CheckedDocument, type CheckKind, documentOnly, type Process } from './check-kind.js'
import { documentImageProblems } from './image-problems.js'
import { each, fails, only } from './reasons.js'

/** With a chip no expert looks at the document: captured answers list automated sub-checks only. */
const chip = [
  'chip_csca_trusted',
  'chip_data_integrity',
  'chip_digital_signature_verification',
  'chip_parse',
  'chip_sod_parse',
  'document_in_date',
  'fraud_list_check',
  'mrz_validation',
  'ocr_mrz_comparison',
]

const withoutChip = [
  'document_in_date',
  'fraud_list_check',
  'hologram',
  'hologram_movement',
  'no_sign_of_forgery',
  'no_sign_of_tampering',
  'other_security_features',
  'physical_document_captured',
]

const machineReadable = ['mrz_validation', 'ocr_mrz_comparison']

/** Sub-checks of a document by its family: with a chip, a driving licence, or one with a machine-readable zone. */
const familyOf = (document: CheckedDocument | undefined): readonly string[] => {
  if (document?.chip) return chip
  if (document?.type !== 'DRIVING_LICENCE') return [...withoutChip, ...machineReadable]
  return document.country === 'GBR' ? [...withoutChip, 'doc_number_validation'] : withoutChip
}

const automated = (names: readonly string[]): Record<string, Process> =>
  Object.fromEntries(names.map((name) => [name, 'AUTOMATED']))
const reviewed = (names: readonly string[]): Record<string, Process> =>
  Object.fromEntries(names.map((name) => [name, 'EXPERT_REVIEW']))

/** Is the document genuine? Sub-checks per document family as in captured answers. */
export const idDocumentAuthenticity: CheckKind = {
  type: 'ID_DOCUMENT_AUTHENTICITY',
  order: { manualCheck: 'NOT_IBV', usualConfig: () => ({ manual_check: 'FALLBACK' }) },
  profileFailure: { code: 'UNABLE_TO_VALIDATE_DOCUMENT', type: 'ID_DOCUMENT_AUTHENTICITY' },
  per: 'id-document',
  // Of an identity profile the age on the face is compared with the document too.
  resourcesUsed: (subject) => [
    ...documentOnly(subject),
    ...(subject.isForProfile ? (subject.livenessIds ?? []).slice(-1) : []),
  ],
  subChecks: {
    ...automated([...chip, 'yoti_fraud_list_check', 'doc_number_validation', 'ocr_barcode_comparison']),
    ...automated(['issuing_authority', 'age_estimation_dob_comparison', 'document_recognition', 'portrait_integrity']),
    ...reviewed(withoutChip.filter((name) => !chip.includes(name))),
  },
  attempted: ({ document, asked }, failing) => [
    // A failing chip sub-check implies that the chip was read.
    ...(failing.some((name) => name.startsWith('chip_')) ? chip : familyOf(document)),
    ...(asked?.issuing_authority_sub_check?.requested === true ? ['issuing_authority'] : []),
  ],
  details: (subCheck, result) => {
    if (subCheck === 'yoti_fraud_list_check') return { provider_org: 'Yoti Ltd' }
    const matches = String(result === 'PASS')
    return subCheck === 'issuing_authority' ? { address_match: matches, primary_fields_match: matches } : {}
  },
  reasons: {
    reject: {
      COUNTERFEIT: fails({
        sub_check: 'no_sign_of_forgery',
        details: {
          data_alignment: 'PASS',
          hologram_check: 'PASS',
          security_features_integrity: 'FAIL',
          printing_quality: 'FAIL',
          fonts_authenticity: 'FAIL',
          document_number_integrity: 'PASS',
        },
      }),
      EXPIRED_DOCUMENT: fails('document_in_date'),
      FRAUD_LIST_MATCH: fails('fraud_list_check'),
      DOCUMENT_COPY: fails('physical_document_captured'),
      ISSUING_AUTHORITY_INVALID: fails('issuing_authority'),
      TAMPERED: fails('hologram_movement', {
        sub_check: 'no_sign_of_tampering',
        details: { face_photo_integrity: 'PASS', data_integrity: 'FAIL' },
      }),
      MISSING_HOLOGRAM: fails('hologram', 'hologram_movement'),
      NO_HOLOGRAM_MOVEMENT: fails('hologram_movement'),
      DATA_MISMATCH: fails('ocr_barcode_comparison'),
      DOC_NUMBER_INVALID: fails('doc_number_validation'),
      // From an older version of Yoti's pages, like the three below.
      OTHER_SECURITY_FEATURES: fails('other_security_features'),
      CHIP_DATA_INTEGRITY_FAILED: fails('chip_data_integrity'),
      CHIP_SIGNATURE_VERIFICATION_FAILED: fails('chip_digital_signature_verification'),
      CHIP_CSCA_VERIFICATION_FAILED: fails('chip_csca_trusted'),
    },
    not_available: {
      // Nothing can be attempted on an unusable image.
      ...each([...documentImageProblems, 'NO_DOCUMENT'], only()),
      INCORRECT_MRZ: only('mrz_validation'),
      CHIP_PARSE: only('chip_parse'),
      CHIP_SOD_PARSE: only({ sub_check: 'chip_parse', result: 'PASS' }, 'chip_sod_parse'),
      ...each(['NON_LATIN_ALPHABET', 'IMAGE_CORRUPTED', 'UNABLE_TO_LOAD'], only()),
    },
  },
}
