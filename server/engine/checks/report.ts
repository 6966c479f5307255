import type { Schema } from '../../openapi/schema.js'
import type { CheckKind, CheckSubject, SubCheck } from './check-kind.js'
import { type CheckOutcome, refusalsOf, type ToldOutcome, type ToldSubCheck, tell } from './outcome.js'
import { type Finding, noReason } from './reasons.js'

const detailsOf = (details: Readonly<Record<string, string>> = {}): SubCheck['details'] =>
  Object.entries(details).map(([name, value]) => ({ name, value }))

const written = (
  { subChecks, details }: CheckKind,
  told: Omit<ToldSubCheck, 'process'> & { readonly process?: SubCheck['process'] | undefined },
): SubCheck => {
  const process = told.process ?? subChecks[told.sub_check]
  return {
    sub_check: told.sub_check,
    result: told.result,
    details: detailsOf(told.details ?? details?.(told.sub_check, told.result)),
    ...(process !== undefined && { process }),
  }
}

const byName = (a: SubCheck, b: SubCheck) => (a.sub_check < b.sub_check ? -1 : 1)

/** The breakdown of an approval, but for what is found: Yoti sorts it by name. */
const changed = (kind: CheckKind, subject: CheckSubject, findings: readonly Finding[]): SubCheck[] => {
  const failing = findings.map(({ sub_check }) => sub_check)
  const passing = kind.attempted(subject, failing).filter((name) => !failing.includes(name))
  return [
    ...passing.map((sub_check) => written(kind, { sub_check, result: 'PASS' })),
    ...findings.map((finding) => written(kind, { result: 'FAIL', ...finding })),
  ].sort(byName)
}

const breakdownOf = (kind: CheckKind, subject: CheckSubject, told: ToldOutcome): SubCheck[] => {
  if (told.breakdown !== undefined) return told.breakdown.map((subCheck) => written(kind, { details: {}, ...subCheck }))
  const [refusal] = refusalsOf(told)
  const documented = refusal && kind.reasons[refusal]?.[told[refusal] ?? noReason]
  if (documented?.only) return documented.findings.map((finding) => written(kind, { result: 'FAIL', ...finding }))
  const failing = (told.failing ?? []).map((sub_check) => ({ sub_check }))
  return changed(kind, subject, [...(documented?.findings ?? []), ...failing])
}

const recommendationOf = (told: ToldOutcome): Schema<'Recommendation'> => {
  const [refusal] = refusalsOf(told)
  if (refusal === undefined) return { value: 'APPROVE' }
  const reason = told[refusal]
  const { recovery_suggestion } = told
  return {
    value: ({ reject: 'REJECT', not_available: 'NOT_AVAILABLE', consider: 'CONSIDER' } as const)[refusal],
    ...(reason !== noReason && reason !== undefined && { reason }),
    ...(recovery_suggestion !== undefined && { recovery_suggestion }),
  }
}

/** The report of a check: its recommendation, and the breakdown that goes with it. */
export const reportOf = (kind: CheckKind, subject: CheckSubject, outcome: CheckOutcome): Schema<'Report'> => {
  const told = tell(outcome)
  return { recommendation: recommendationOf(told), breakdown: breakdownOf(kind, subject, told) }
}

/** Where a check stands; undefined for one that is not there. */
export const stateOf = (outcome: CheckOutcome): Schema<'CheckState'> | undefined =>
  outcome === 'absent' ? undefined : (tell(outcome).state ?? 'DONE')

/** Whether nothing more comes of a check: it is done, or it never will be. */
export const hasEnded = ({ state }: { readonly state: Schema<'CheckState'> }): boolean =>
  state === 'DONE' || state === 'INTERNAL_ERROR'
