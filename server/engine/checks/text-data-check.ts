import { type CheckKind, documentOnly } from './check-kind.js'
import { documentImageProblems } from './image-problems.js'
import { each, fails, only } from './reasons.js'

const unreadable = only('text_data_readable')

/** Made by a text extraction that people had to review. A create request cannot ask for it. */
export const idDocumentTextDataCheck: CheckKind = {
  type: 'ID_DOCUMENT_TEXT_DATA_CHECK',
  order: { manualCheck: 'ANY', usualConfig: () => ({}), task: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION' },
  profileFailure: { code: 'UNABLE_TO_VALIDATE_DOCUMENT', type: 'ID_DOCUMENT_EXTRACTION' },
  per: 'id-document',
  resourcesUsed: documentOnly,
  subChecks: { mrz_validation: 'AUTOMATED', text_data_readable: 'EXPERT_REVIEW' },
  attempted: ({ document }) =>
    document?.type === 'DRIVING_LICENCE' ? ['text_data_readable'] : ['mrz_validation', 'text_data_readable'],
  reasons: {
    reject: {
      MRZ_VALIDATION: fails('mrz_validation', 'text_data_readable'),
      ...each(
        ['CHIP_DATA_INTEGRITY', 'CHIP_DIGITAL_SIGNATURE_VERIFICATION', 'CHIP_CSCA_TRUSTED'],
        fails('text_data_readable'),
      ),
    },
    not_available: {
      ...each([...documentImageProblems, 'CHIP_PARSE', 'CHIP_SOD_PARSE', 'EXTRACTION_FAILED'], unreadable),
      ...each(['INCORRECT_MRZ', 'MRZ_VALIDATION'], only('mrz_validation', 'text_data_readable')),
    },
  },
}

/** The same for a supplementary document, which has neither a machine-readable zone nor a chip. */
export const supplementaryDocumentTextDataCheck: CheckKind = {
  type: 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK',
  order: { manualCheck: 'ANY', usualConfig: () => ({}), task: 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION' },
  per: 'document',
  resourcesUsed: documentOnly,
  subChecks: { text_data_readable: 'EXPERT_REVIEW' },
  attempted: () => ['text_data_readable'],
  reasons: { not_available: each([...documentImageProblems, 'EXTRACTION_FAILED'], unreadable) },
}
