import type { CheckKind } from './check-kind.js'
import { each, fails, only } from './findings.js'

/** Do the documents belong to one person? */
export const idDocumentComparison: CheckKind = {
  type: 'ID_DOCUMENT_COMPARISON',
  per: 'session',
  resourcesUsed: ({ documentIds = [] }) => [...documentIds],
  subChecks: { dob_match: 'AUTOMATED', name_match: 'AUTOMATED' },
  attempted: () => ['dob_match', 'name_match'],
  reasons: {
    reject: { MISMATCH: fails('name_match') },
    not_available: each(['NON_LATIN_CHARACTER_IN_NAME', 'NO_VALID_SUBCHECKS'], only()),
  },
}
