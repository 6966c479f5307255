import { automated, type CheckKind } from './check-kind.js'

/** Do the documents belong to one person? */
export const idDocumentComparison: CheckKind = {
  type: 'ID_DOCUMENT_COMPARISON',
  per: 'session',
  resourcesUsed: ({ documentIds = [] }) => [...documentIds],
  subChecks: () => [automated('dob_match'), automated('name_match')],
}
