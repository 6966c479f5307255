import { type CheckSubject, checkKinds, reportOf } from '../../checks/index.js'
import type { Schema } from '../../openapi/schema.js'

type Check = Schema<'Check'>
type Report = Schema<'Report'>
type Said = Schema<'CheckReport'>

const unavailable = ['PHOTO_TOO_BLURRY', 'GLARE_OBSTRUCTION']

/** Yoti's templates of a face match that failed, in the words of its sub-checks. */
const faceTemplates: Readonly<Record<string, readonly string[]>> = {
  AUTO_FAIL: ['ai_face_match'],
  MANUAL_FAIL: ['manual_face_match'],
  FAIL: ['ai_face_match', 'manual_face_match'],
}

const faceMatch = (failing: readonly string[]): Report => ({
  recommendation: { value: 'REJECT', reason: 'DIFFERENT_PERSON' },
  breakdown: ['ai_face_match', 'manual_face_match'].map((sub_check) => ({
    sub_check,
    result: failing.includes(sub_check) ? ('FAIL' as const) : ('PASS' as const),
    details: [],
    process: sub_check === 'ai_face_match' ? ('AUTOMATED' as const) : ('EXPERT_REVIEW' as const),
  })),
})

/** A name that Yoti's pages do not list approves, as SUCCESS does. */
const fromTemplate = (template: string, check: Check, subject: CheckSubject): Report | undefined => {
  if (check.type === 'ID_DOCUMENT_FACE_MATCH') {
    const failing = faceTemplates[template]
    return failing === undefined ? check.report : faceMatch(failing)
  }
  if (check.type !== 'ID_DOCUMENT_AUTHENTICITY') return check.report
  if (!['TAMPERED', 'DOCUMENT_COPY', 'FRAUD_LIST_MATCH', ...unavailable].includes(template)) return check.report
  if (unavailable.includes(template))
    return { recommendation: { value: 'NOT_AVAILABLE', reason: template }, breakdown: [] }
  return reportOf(checkKinds[check.type], subject, { reject: template })
}

type SaidReport = NonNullable<NonNullable<Said['result']>['report']>

const breakdownOf = ({ breakdown }: SaidReport): Report['breakdown'] =>
  (breakdown ?? []).map(({ sub_check, result, details, process }) => ({
    sub_check,
    result,
    details: details ?? [],
    ...(process && { process }),
  }))

/** A report as it was said, without its nulls; nothing where it says nothing. */
const asSaid = (said: SaidReport, own: Report | undefined): Report | undefined => {
  const { value, reason, recovery_suggestion } = said.recommendation ?? {}
  const breakdown = breakdownOf(said)
  if (value)
    return {
      recommendation: { value, ...(reason && { reason }), ...(recovery_suggestion && { recovery_suggestion }) },
      breakdown,
    }
  return own && breakdown.length > 0 ? { ...own, breakdown } : undefined
}

/** What a check reports once a sandbox client has said what it finds; its own report where nothing is said. */
export const respondToCheck = (check: Check, said: Said | undefined, subject: CheckSubject): Report | undefined => {
  const { report, report_template } = said?.result ?? {}
  const verbatim = report ? asSaid(report, check.report) : undefined
  if (verbatim !== undefined) return verbatim
  return report_template ? fromTemplate(report_template, check, subject) : check.report
}
