import type { CheckKind } from './check-kind.js'
import { documentSchemeValidityCheck } from './document-scheme-validity-check.js'
import { ibvVisualReviewCheck } from './ibv-visual-review-check.js'
import { profileDocumentMatch } from './profile-document-match.js'

export { type CheckOutcome, type CheckSubject, reportOf } from './check-kind.js'

export type BranchCheckType = 'IBV_VISUAL_REVIEW_CHECK' | 'DOCUMENT_SCHEME_VALIDITY_CHECK' | 'PROFILE_DOCUMENT_MATCH'

/** The checks that a branch makes, in the order in which Yoti lists them whatever order was asked for. */
export const branchChecks: Readonly<Record<BranchCheckType, CheckKind>> = {
  IBV_VISUAL_REVIEW_CHECK: ibvVisualReviewCheck,
  DOCUMENT_SCHEME_VALIDITY_CHECK: documentSchemeValidityCheck,
  PROFILE_DOCUMENT_MATCH: profileDocumentMatch,
}
