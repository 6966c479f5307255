import type { Decision } from './decision.ts'

/** What both example services must decide for each result shape. A shape without an entry fails their contracts. */
export const expected: Readonly<Record<string, Decision>> = {
  'all-approve': 'pass',
  'missing-document': 'wait',
  'missing-document-rejected': 'fail',
  'missing-document-expired': 'start-again',
  'profile-mismatch': 'wait',
  'profile-mismatch-rejected': 'fail',
  'profile-mismatch-expired': 'start-again',
  'wrong-document': 'wait',
  'wrong-document-rejected': 'fail',
  'wrong-document-expired': 'start-again',
  'invalid-document': 'wait',
  'invalid-document-rejected': 'fail',
  'invalid-document-expired': 'start-again',
  'error-message-signing': 'call-operator',
  'error-bad-sdk-id': 'call-operator',
  'error-bad-public-key': 'call-operator',
  'error-app-not-found': 'call-operator',
  'error-session-not-found': 'start-again',
  'error-too-many-requests': 'ask-later',
  'error-server-error': 'ask-later',
  'error-temporarily-unavailable': 'ask-later',
}
