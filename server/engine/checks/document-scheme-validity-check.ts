import { branchCheck } from './branch-check.js'
import { type CheckKind, documentOnly } from './check-kind.js'

/** The clerk checks whether the scheme accepts the document. The check shows the requested `scheme`. */
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
