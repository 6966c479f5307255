/** What catches a mistake: the shape to look at, and the groups that have one that catches it. */
export type Catch = { readonly by: string; readonly groups: readonly ('core' | 'decisions')[] }

const both: Catch['groups'] = ['core', 'decisions']
const decisions: Catch['groups'] = ['decisions']

/** Every mistake of `mistakes.ts`, with what catches it. */
export const caughtBy: Readonly<Record<string, Catch>> = {
  'an empty check list counts as passed': { by: 'missing-document', groups: both },
  'EXPIRED counts as passed': { by: 'missing-document-expired', groups: both },
  'EXPIRED counts as failed': { by: 'missing-document-expired', groups: both },
  'EXPIRED is waited for': { by: 'profile-mismatch-expired', groups: both },
  'ONGOING counts as failed': { by: 'wrong-document', groups: both },
  'COMPLETED counts as passed': { by: 'wrong-document-rejected', groups: both },
  'the state is not read: approvals so far are enough': { by: 'approved-so-far', groups: decisions },
  'the state is not read: one rejection is enough': { by: 'rejected-so-far', groups: decisions },
  'an unknown session state is waited for': { by: 'unknown-session-state', groups: decisions },
  'an unknown session state counts as completed': { by: 'unknown-session-state', groups: decisions },
  "the branch checks' REJECT is never read": { by: 'profile-mismatch-rejected', groups: both },
  'the visual review in the branch is never read': { by: 'wrong-document-rejected', groups: both },
  'the scheme check is never read': { by: 'invalid-document-rejected', groups: both },
  'the match of the profile is never read': { by: 'profile-mismatch-rejected', groups: both },
  'the authenticity of the document is never read': {
    by: 'authenticity-rejected:CHIP_CSCA_VERIFICATION_FAILED',
    groups: decisions,
  },
  'the face match is never read': { by: 'face-match-rejected:DIFFERENT_PERSON', groups: decisions },
  'the text of the document is never read': { by: 'text-data-rejected:CHIP_CSCA_TRUSTED', groups: decisions },
  'checks of a type that it does not know are left out': { by: 'unknown-check-type', groups: decisions },
  'only the first check is read': { by: 'profile-mismatch-rejected', groups: both },
  'only the last check is read': { by: 'wrong-document-rejected', groups: both },
  'one approval is enough': { by: 'invalid-document-rejected', groups: both },
  'whatever is no REJECT counts as approved': { by: 'face-match-not-available:DOCUMENT_NOT_FOUND', groups: decisions },
  'a recommendation that begins with APPROVE counts as one': { by: 'unknown-recommendation', groups: decisions },
  'a check that is missing is not missed': { by: 'mandatory-check-absent', groups: decisions },
  'the state of a check is not read': { by: 'unknown-check-state', groups: decisions },
  'checks that are not done are left out': { by: 'check-internal-error', groups: decisions },
  'a report is read before its state': { by: 'checks-pending', groups: decisions },
  'the reason of a rejection is read without asking': { by: 'reject-without-reason', groups: decisions },
  'a rejection counts only with a reason': { by: 'reject-without-reason', groups: decisions },
  'a sub-check that failed overrules the approval': {
    by: 'authenticity-approved-despite:HOLOGRAM_MOVEMENT',
    groups: decisions,
  },
  'the first document is read instead of the one that the checks used': { by: 'capture-abandoned', groups: decisions },
  'only documents of the United Kingdom are known': { by: 'approved-document:EU_DRIVING_LICENCE', groups: decisions },
  'there is always a document': { by: 'captured-so-far:NONE', groups: decisions },
  'the day of a check is cut out of its instant': { by: 'summer-night', groups: decisions },
  'every answer is taken for a result': { by: 'error-server-error', groups: both },
  'every error is taken for JSON': { by: 'bad-gateway-page', groups: decisions },
  'a 429 ends the case': { by: 'error-too-many-requests', groups: both },
  'a 5xx ends the case': { by: 'error-server-error', groups: both },
  'a 404 is asked again': { by: 'error-session-not-found', groups: both },
  'a 401 is asked again': { by: 'error-message-signing', groups: both },
}
