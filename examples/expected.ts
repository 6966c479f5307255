import type { ResultShape } from 'mock-yoti/pact'
import { type Decision, mandatoryChecks } from './decision.ts'

/** What both example services must decide for the results that everybody knows, and where the rule below is not enough. */
const named: Readonly<Record<string, Decision>> = {
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
  // A check that is not done has no say, whatever its report says.
  'unknown-check-state': 'fail',
  'unknown-session-state': 'call-operator',
  'bad-gateway-page': 'ask-later',
  'unavailable-without-body': 'ask-later',
  'busy-until': 'ask-later',
}

/** What they must make of an error, whichever operation answers it. */
const errors: Readonly<Record<string, Decision>> = {
  MALFORMED_REQUEST: 'call-operator',
  PAYLOAD_VALIDATION: 'call-operator',
  MESSAGE_SIGNING: 'call-operator',
  BAD_SDK_ID: 'call-operator',
  BAD_TOKEN: 'call-operator',
  BAD_PUBLIC_KEY: 'call-operator',
  INSUFFICIENT_PERMISSION: 'call-operator',
  APP_NOT_FOUND: 'call-operator',
  MEDIA_CONTENT_NOT_FOUND: 'call-operator',
  REQUIREMENT_NOT_FOUND: 'call-operator',
  INSTRUCTIONS_NOT_COMPLETE: 'call-operator',
  INCOMPLETE_APP_CONFIGURATION: 'call-operator',
  SCHEME_NOT_FOUND: 'call-operator',
  SCHEME_VALIDATION_REQUIREMENT_NOT_FOUND: 'call-operator',
  SESSION_NOT_FOUND: 'start-again',
  SESSION_EXPIRED: 'start-again',
  SESSION_LOCKED: 'wait',
  RESOURCE_LOCKED: 'wait',
  SESSION_NOT_READY: 'wait',
  TOO_MANY_REQUESTS: 'ask-later',
  SERVER_ERROR: 'ask-later',
  TEMPORARILY_UNAVAILABLE: 'ask-later',
}

type Check = { readonly type: string; readonly report?: { readonly recommendation: { readonly value: string } } }
type Result = { readonly state: 'ONGOING' | 'COMPLETED' | 'EXPIRED'; readonly checks: readonly Check[] }

const ends = { ONGOING: 'wait', EXPIRED: 'start-again' } as const

/** Every other result: the person passes where all checks approve and those that the services insist on are among them. */
const byRule = ({ answers: { maximum } }: ResultShape): Decision => {
  // A result shape that is no error shows a result.
  const { state, checks } = ('body' in maximum ? maximum.body : undefined) as Result
  if (state !== 'COMPLETED') return ends[state]
  const approved = checks.filter(({ report }) => report?.recommendation.value === 'APPROVE').map(({ type }) => type)
  return approved.length === checks.length && mandatoryChecks.every((type) => approved.includes(type)) ? 'pass' : 'fail'
}

/**
 * What an example service must decide for a shape.
 * @throws Error for an error that nobody has decided about yet
 */
export const expectedOf = (shape: ResultShape): Decision => {
  const { maximum } = shape.answers
  if (!('error' in maximum)) return shape.operation === 'getSession' ? (named[shape.id] ?? byRule(shape)) : 'pass'
  const decision = errors[maximum.error.code]
  if (decision === undefined) throw new Error(`examples/expected.ts does not say what ${maximum.error.code} means`)
  return decision
}
