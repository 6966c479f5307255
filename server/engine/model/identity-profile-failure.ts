import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { checkKinds, type ProfileFailure } from '../checks/index.js'

type Check = Schema<'Check'>

/** The data from which the result of an identity profile is computed. */
export type Evidence = {
  readonly sessionId: string
  readonly checks: readonly Check[]
  readonly documents: readonly Pick<Schema<'IdDocument'>, 'id' | 'document_type' | 'issuing_country'>[]
  /** Required documents that were not brought. */
  readonly missing: readonly unknown[]
  /** The reason code that the scenario gives, independent of the checks. */
  readonly reasonCode?: string
}

type Details = Schema<'IdentityProfileFailure'>['requirements_not_met_details'][number]

/** Failures by the reason of a check, where the reason is more specific than the check's type. */
const failuresByReason: Readonly<Record<string, ProfileFailure>> = {
  FRAUD_LIST_MATCH: { code: 'FRAUD_DETECTED', type: 'ID_DOCUMENT_AUTHENTICITY' },
  SUSPECTED_FRAUD: { code: 'FRAUD_DETECTED', type: 'IDENTITY_CHECK' },
  SYNECTICS_INDICATED_FRAUD: { code: 'FRAUD_DETECTED', type: 'IDENTITY_CHECK' },
  ERROR_WHEN_PERFORMING_CHECK: { code: 'UNABLE_TO_COMPLETE_CHECKS', type: 'IDENTITY_CHECK' },
  FAILED_TO_REACH_REQUIRED_IDENTITY_FRAUD_SCORE_2: {
    code: 'IDENTITY_FRAUD_SCORE_INSUFFICIENT',
    type: 'IDENTITY_CHECK',
  },
  FAILED_TO_REACH_REQUIRED_ACTIVITY_HISTORY_SCORE_3: {
    code: 'ACTIVITY_HISTORY_SCORE_INSUFFICIENT',
    type: 'IDENTITY_CHECK',
  },
}
const anyOther: ProfileFailure = { code: 'IDENTITY_CHECK_FAILED', type: 'IDENTITY_CHECK' }
const notProvided = 'MANDATORY_DOCUMENT_NOT_PROVIDED'

/** Yoti's priority: the first of these that applies is the reason of the whole profile. */
const priority = [
  'FRAUD_DETECTED',
  'UNABLE_TO_VALIDATE_DOCUMENT',
  'FACE_MATCH_HIGHER_THRESHOLD_VERIFICATION_FAILED',
  'FACE_MATCH_VERIFICATION_FAILED',
  notProvided,
]

const rank = (code: string) => {
  const index = priority.indexOf(code)
  return index === -1 ? priority.length : index
}

type CapturedDocument = Evidence['documents'][number]

const detailsOf = (document: CapturedDocument | undefined) =>
  document && { document_type: document.document_type, document_country_iso_code: document.issuing_country }

/** A rejected attempt at liveness counts for nothing once the person has passed another. */
const hasPassedLiveness = (checks: readonly Check[]) =>
  checks.some(({ type, report }) => type === 'LIVENESS' && report?.recommendation.value === 'APPROVE')

const failedChecks = ({ sessionId, checks, documents }: Evidence) =>
  checks.flatMap(({ id, type, report, resources_used }): { code: string; details: Details }[] => {
    if (report === undefined || report.recommendation.value === 'APPROVE') return []
    if (type === 'LIVENESS' && hasPassedLiveness(checks)) return []
    const { reason = '' } = report.recommendation
    const failure = failuresByReason[reason] ?? checkKinds[type].profileFailure ?? anyOther
    const document = documents.find((captured) => captured.id === resources_used[0])
    // As in Yoti's advanced examples: an entry about liveness names nothing else.
    if (type === 'LIVENESS')
      return [{ code: failure.code, details: { failure_type: failure.type, details: 'USER_FAILED_LIVENESS' } }]
    const details = {
      failure_type: failure.type,
      ...detailsOf(document),
      audit_id: deriveId(sessionId, `audits/${id}`),
      details: reason || failure.code,
    }
    return [{ code: failure.code, details }]
  })

/** The failure type of a reason code that the scenario gives without a check. */
const failureTypes: Readonly<Record<string, string>> = {
  UNABLE_TO_VALIDATE_DOCUMENT: 'ID_DOCUMENT_AUTHENTICITY',
  MISSING_FRAUD_LIST_CHECK: 'ID_DOCUMENT_AUTHENTICITY',
  FACE_MATCH_HIGHER_THRESHOLD_VERIFICATION_FAILED: 'ID_DOCUMENT_FACE_MATCH',
  FACE_MATCH_VERIFICATION_FAILED: 'ID_DOCUMENT_FACE_MATCH',
  MISSING_LIVENESS: 'LIVENESS',
  COULD_NOT_VERIFY_ADDRESS: 'ID_DOCUMENT_ADDRESS_VERIFICATION',
  UNABLE_TO_VERIFY_ADDRESS: 'ID_DOCUMENT_ADDRESS_VERIFICATION',
}

const failureOfScenario = ({ sessionId, reasonCode, documents }: Evidence): { code: string; details: Details }[] => {
  if (reasonCode === undefined) return []
  const failure_type = failureTypes[reasonCode] ?? anyOther.type
  const details = {
    failure_type,
    ...(failure_type.startsWith('ID_DOCUMENT') && detailsOf(documents[0])),
    audit_id: deriveId(sessionId, 'audits/identity_profile'),
    details: reasonCode,
  }
  return [{ code: reasonCode, details }]
}

/** Why the requirements of an identity profile are not met; undefined if nothing is missing and all checks approve. */
export const profileFailure = (evidence: Evidence): Schema<'IdentityProfileFailure'> | undefined => {
  const failed = [...failureOfScenario(evidence), ...failedChecks(evidence)]
  // A document that the person does not have adds no entry.
  const codes = [...failed, ...evidence.missing.map(() => ({ code: notProvided }))].map(({ code }) => code)
  const reason_code = evidence.reasonCode ?? codes.sort((a, b) => rank(a) - rank(b))[0]
  if (reason_code === undefined) return undefined
  const details = failed.sort((a, b) => (evidence.reasonCode === undefined ? rank(a.code) - rank(b.code) : 0))
  return { reason_code, requirements_not_met_details: details.map((entry) => entry.details) }
}
