import { automated, type CheckKind, documentOnly, reviewed, type SubCheck } from './check-kind.js'

/** A chip settles what experts look for otherwise: captured answers then list only what machines found. */
const chip = (): SubCheck[] =>
  [
    'chip_csca_trusted',
    'chip_data_integrity',
    'chip_digital_signature_verification',
    'chip_parse',
    'chip_sod_parse',
    'document_in_date',
    'fraud_list_check',
    'mrz_validation',
    'ocr_mrz_comparison',
  ].map((name) => automated(name))

const withoutChip = (type: string): SubCheck[] => {
  const hasMrz = type !== 'DRIVING_LICENCE'
  return [
    ...(type === 'DRIVING_LICENCE' ? [automated('doc_number_validation')] : []),
    automated('document_in_date'),
    automated('fraud_list_check'),
    reviewed('hologram'),
    reviewed('hologram_movement'),
    ...(hasMrz ? [automated('mrz_validation')] : []),
    reviewed('no_sign_of_forgery'),
    reviewed('no_sign_of_tampering'),
    ...(hasMrz ? [automated('ocr_mrz_comparison')] : []),
    reviewed('other_security_features'),
    reviewed('physical_document_captured'),
  ]
}

/** Is the document genuine? Sub-checks per document family as in captured answers. */
export const idDocumentAuthenticity: CheckKind = {
  type: 'ID_DOCUMENT_AUTHENTICITY',
  per: 'id-document',
  resourcesUsed: documentOnly,
  subChecks: ({ document }) => (document?.chip ? chip() : withoutChip(document?.type ?? 'PASSPORT')),
}
