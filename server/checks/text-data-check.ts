import { automated, type CheckKind, documentOnly, type SubCheck } from './check-kind.js'

const readable: SubCheck = { sub_check: 'text_data_readable', result: 'PASS', details: [], process: 'EXPERT_REVIEW' }

/** Made by a text extraction that people had to look at; never asked for. */
export const idDocumentTextDataCheck: CheckKind = {
  type: 'ID_DOCUMENT_TEXT_DATA_CHECK',
  per: 'id-document',
  resourcesUsed: documentOnly,
  subChecks: ({ document }) =>
    document?.type === 'DRIVING_LICENCE' ? [readable] : [automated('mrz_validation'), readable],
}

/** The same for a supplementary document, which has no machine-readable zone. */
export const supplementaryDocumentTextDataCheck: CheckKind = {
  type: 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK',
  per: 'document',
  resourcesUsed: documentOnly,
  subChecks: () => [readable],
}
