import { branchCheck } from './branch-check.js'
import { type CheckKind, documentOnly } from './check-kind.js'

/** The clerk finds out whether the scheme takes the document. Its check carries the `scheme` that was asked for. */
export const documentSchemeValidityCheck: CheckKind = {
  type: 'DOCUMENT_SCHEME_VALIDITY_CHECK',
  resourcesUsed: documentOnly,
  ...branchCheck,
  order: {
    manualCheck: 'IBV',
    requires: 'scheme',
    usualConfig: (scheme) => ({ manual_check: 'IBV', scheme }),
  },
}
