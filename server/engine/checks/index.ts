import type { CheckKind, CheckType } from './check-kind.js'
import { documentSchemeValidityCheck } from './document-scheme-validity-check.js'
import { faceComparison } from './face-comparison.js'
import { familiarFaceSearch } from './familiar-face-search.js'
import { ibvVisualReviewCheck } from './ibv-visual-review-check.js'
import { idDocumentAuthenticity } from './id-document-authenticity.js'
import { idDocumentComparison } from './id-document-comparison.js'
import { idDocumentFaceMatch } from './id-document-face-match.js'
import { liveness } from './liveness.js'
import { profileDocumentMatch } from './profile-document-match.js'
import { idDocumentTextDataCheck, supplementaryDocumentTextDataCheck } from './text-data-check.js'
import { synecticsIdentityFraud, thirdPartyIdentity, thirdPartyIdentityFraud1 } from './third-party-identity.js'
import { watchlistAdvancedCa, watchlistScreening } from './watchlist.js'

export type { CheckKind, CheckSubject, CheckType, ProfileFailure, SearchedFaces } from './check-kind.js'
export { type CheckOutcome, expandOutcome, refusalsOf } from './outcome.js'
export { outcomeProblems } from './outcome-problems.js'
export { type Refusal, refusals } from './reasons.js'
export { checkState, hasEnded, reportOf } from './report.js'

export { watchlistSearch } from './watchlist-search.js'

/**
 * Every type of check, in the order in which Yoti lists them, whatever order was asked for: the one order that fits the
 * captured answers and the samples of Yoti's pages.
 */
export const checkKinds: Readonly<Record<CheckType, CheckKind>> = {
  ID_DOCUMENT_AUTHENTICITY: idDocumentAuthenticity,
  ID_DOCUMENT_TEXT_DATA_CHECK: idDocumentTextDataCheck,
  LIVENESS: liveness,
  FAMILIAR_FACE_SEARCH: familiarFaceSearch,
  ID_DOCUMENT_FACE_MATCH: idDocumentFaceMatch,
  FACE_COMPARISON: faceComparison,
  ID_DOCUMENT_COMPARISON: idDocumentComparison,
  THIRD_PARTY_IDENTITY: thirdPartyIdentity,
  THIRD_PARTY_IDENTITY_FRAUD_1: thirdPartyIdentityFraud1,
  SYNECTICS_IDENTITY_FRAUD: synecticsIdentityFraud,
  WATCHLIST_SCREENING: watchlistScreening,
  WATCHLIST_ADVANCED_CA: watchlistAdvancedCa,
  SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK: supplementaryDocumentTextDataCheck,
  IBV_VISUAL_REVIEW_CHECK: ibvVisualReviewCheck,
  DOCUMENT_SCHEME_VALIDITY_CHECK: documentSchemeValidityCheck,
  PROFILE_DOCUMENT_MATCH: profileDocumentMatch,
}

/** The checks that a clerk makes in a branch. */
export const branchChecks: readonly CheckType[] = Object.values(checkKinds)
  .filter(({ order }) => order.manualCheck === 'IBV')
  .map(({ type }) => type)
