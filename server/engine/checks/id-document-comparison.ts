import type { CheckKind, CheckSubject } from './check-kind.js'
import { each, fails, only } from './reasons.js'

/** Whether a supplementary document is compared because there is only one identity document. */
const isWithSupplementary = ({ documentIds = [], supplementaryIds = [] }: CheckSubject) =>
  documentIds.length < 2 && supplementaryIds.length > 0

/** Do the documents belong to one person? */
export const idDocumentComparison: CheckKind = {
  type: 'ID_DOCUMENT_COMPARISON',
  order: { manualCheck: 'ANY', usualConfig: () => ({}) },
  per: 'session',
  resourcesUsed: (subject) => [
    ...(subject.documentIds ?? []),
    ...(isWithSupplementary(subject) ? (subject.supplementaryIds ?? []).slice(0, 1) : []),
  ],
  subChecks: { dob_match: 'AUTOMATED', name_match: 'AUTOMATED' },
  // A supplementary document shows no date of birth.
  attempted: (subject) => (isWithSupplementary(subject) ? ['name_match'] : ['dob_match', 'name_match']),
  reasons: {
    reject: { MISMATCH: fails('name_match') },
    not_available: each(['NON_LATIN_CHARACTER_IN_NAME', 'NO_VALID_SUBCHECKS'], only()),
  },
}
