import { type CheckKind, documentOnly, noSubChecks } from './check-kind.js'

/** The clerk looks at the document itself. */
export const ibvVisualReviewCheck: CheckKind = {
  type: 'IBV_VISUAL_REVIEW_CHECK',
  per: 'document',
  resourcesUsed: documentOnly,
  subChecks: noSubChecks,
}
