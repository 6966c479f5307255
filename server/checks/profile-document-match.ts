import { type CheckKind, documentOnly, noSubChecks } from './check-kind.js'

/** The clerk compares the document with the applicant's profile. */
export const profileDocumentMatch: CheckKind = {
  type: 'PROFILE_DOCUMENT_MATCH',
  per: 'document',
  resourcesUsed: (subject) => [
    ...documentOnly(subject),
    ...(subject.profileId === undefined ? [] : [subject.profileId]),
  ],
  subChecks: noSubChecks,
}
