import { deriveId } from '../ids.js'
import type { Schema } from '../openapi/schema.js'

type Check = Schema<'Check'>
type Failure = { readonly code: string; readonly type: string }

const fraud: Failure = { code: 'FRAUD_DETECTED', type: 'ID_DOCUMENT_AUTHENTICITY' }

/** What a check that does not approve means for the identity profile. */
const failures: Partial<Record<Check['type'], Failure>> = {
  ID_DOCUMENT_AUTHENTICITY: { code: 'UNABLE_TO_VALIDATE_DOCUMENT', type: 'ID_DOCUMENT_AUTHENTICITY' },
  ID_DOCUMENT_TEXT_DATA_CHECK: { code: 'UNABLE_TO_VALIDATE_DOCUMENT', type: 'ID_DOCUMENT_EXTRACTION' },
  ID_DOCUMENT_FACE_MATCH: { code: 'FACE_MATCH_VERIFICATION_FAILED', type: 'ID_DOCUMENT_FACE_MATCH' },
  LIVENESS: { code: 'MISSING_LIVENESS', type: 'LIVENESS' },
  THIRD_PARTY_IDENTITY: { code: 'COULD_NOT_VERIFY_ADDRESS', type: 'ID_DOCUMENT_ADDRESS_VERIFICATION' },
}
const anyOther: Failure = { code: 'IDENTITY_CHECK_FAILED', type: 'IDENTITY_CHECK' }

/** Yoti's priority: the first of these that applies is the reason of the whole profile. */
const priority = ['FRAUD_DETECTED', 'UNABLE_TO_VALIDATE_DOCUMENT', 'FACE_MATCH_VERIFICATION_FAILED']

const rank = ({ code }: Failure) => (priority.indexOf(code) + priority.length) % priority.length

const failureOf = ({ type, report }: Check): Failure =>
  report?.recommendation.reason === 'FRAUD_LIST_MATCH' ? fraud : (failures[type] ?? anyOther)

/** Why an identity profile's requirements are not met; undefined when every check approves. */
export const profileFailure = (
  sessionId: string,
  checks: readonly Check[],
): Schema<'IdentityProfileFailure'> | undefined => {
  const failed = checks
    .filter(({ report }) => report !== undefined && report.recommendation.value !== 'APPROVE')
    .map((check) => ({ check, failure: failureOf(check) }))
    .sort((one, other) => rank(one.failure) - rank(other.failure))
  const [first] = failed
  if (first === undefined) return undefined
  return {
    reason_code: first.failure.code,
    requirements_not_met_details: failed.map(({ check, failure }) => ({
      failure_type: failure.type,
      audit_id: deriveId(sessionId, `audits/${check.id}`),
      details: check.report?.recommendation.reason ?? failure.code,
    })),
  }
}
