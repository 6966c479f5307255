import { branchCheck } from './branch-check.js'
import { type CheckKind, documentOnly } from './check-kind.js'

/** The clerk compares the document with the applicant's profile. */
export const profileDocumentMatch: CheckKind = {
  type: 'PROFILE_DOCUMENT_MATCH',
  resourcesUsed: (subject) => [
    ...documentOnly(subject),
    ...(subject.profileId === undefined ? [] : [subject.profileId]),
  ],
  ...branchCheck,
}
