import { branchCheck } from './branch-check.js'
import { type CheckKind, documentOnly } from './check-kind.js'

/** The clerk looks at the document itself. */
export const ibvVisualReviewCheck: CheckKind = {
  type: 'IBV_VISUAL_REVIEW_CHECK',
  resourcesUsed: documentOnly,
  ...branchCheck,
}
