import type { Schema } from '../../openapi/schema.js'
import { type CheckOutcome, type CheckSubject, checkKinds, refusals, reportOf } from '../checks/index.js'

type Check = Schema<'Check'>
type Report = Schema<'Report'>
type ConfiguredCheck = Schema<'CheckReport'>

/** Yoti's templates of a face match. Any other template name is taken as the reason, if the check documents it. */
const faceTemplates: Readonly<Record<string, CheckOutcome>> = {
  FAIL: { reject: 'DIFFERENT_PERSON' },
  AUTO_FAIL: { reject: 'DIFFERENT_PERSON', breakdown: [{ sub_check: 'ai_face_match', result: 'FAIL' }] },
  MANUAL_FAIL: {
    reject: 'DIFFERENT_PERSON',
    breakdown: [
      { sub_check: 'ai_face_match', result: 'PASS' },
      { sub_check: 'manual_face_match', result: 'FAIL' },
    ],
  },
}

/** The outcome of a template. A name that is not a reason approves, like SUCCESS. */
const outcomeOf = (template: string, { type }: Check): CheckOutcome => {
  const ofFaces =
    type === 'ID_DOCUMENT_FACE_MATCH' && Object.hasOwn(faceTemplates, template) ? faceTemplates[template] : undefined
  const refusal = refusals.find((word) => Object.hasOwn(checkKinds[type].reasons[word] ?? {}, template))
  return ofFaces ?? (refusal === undefined ? 'approve' : { [refusal]: template })
}

type ConfiguredReport = NonNullable<NonNullable<ConfiguredCheck['result']>['report']>

const breakdownOf = ({ breakdown }: ConfiguredReport): Report['breakdown'] =>
  (breakdown ?? []).map(({ sub_check, result, details, process }) => ({
    sub_check,
    result,
    details: details ?? [],
    ...(process && { process }),
  }))

/** The report that a client wrote out, without nulls; undefined if it is empty. */
const configuredReport = (configured: ConfiguredReport, own: Report | undefined): Report | undefined => {
  const { value, reason, recovery_suggestion } = configured.recommendation ?? {}
  const breakdown = breakdownOf(configured)
  if (value)
    return {
      ...own,
      recommendation: { value, ...(reason && { reason }), ...(recovery_suggestion && { recovery_suggestion }) },
      breakdown,
    }
  return own && breakdown.length > 0 ? { ...own, breakdown } : undefined
}

/** The report of a check under a response config: the written report, that of a template, or the check's own. */
export const respondToCheck = (
  check: Check,
  configured: ConfiguredCheck | undefined,
  subject: CheckSubject,
): Report | undefined => {
  const { report, report_template } = configured?.result ?? {}
  const verbatim = report ? configuredReport(report, check.report) : undefined
  if (verbatim !== undefined) return verbatim
  if (!report_template) return check.report
  return { ...check.report, ...reportOf(checkKinds[check.type], subject, outcomeOf(report_template, check)) }
}
