import { type CheckKind, documentOnly, noSubChecks } from './check-kind.js'

/** The clerk finds out whether the scheme takes the document. Its check carries the `scheme` that was asked for. */
export const documentSchemeValidityCheck: CheckKind = {
  type: 'DOCUMENT_SCHEME_VALIDITY_CHECK',
  per: 'document',
  resourcesUsed: documentOnly,
  subChecks: noSubChecks,
}
