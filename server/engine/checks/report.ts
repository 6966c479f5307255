import type { Schema } from '../../openapi/schema.js'
import type { CheckKind, CheckSubject, SubCheck } from './check-kind.js'
import { type CheckOutcome, expandOutcome, type OutcomeSpec, refusalsOf, type SubCheckSpec } from './outcome.js'
import { noReason, type ReasonEffect } from './reasons.js'

const detailsOf = (details: Readonly<Record<string, string>> = {}): SubCheck['details'] =>
  Object.entries(details).map(([name, value]) => ({ name, value }))

const subCheckOf = (
  { subChecks, details }: CheckKind,
  spec: Omit<SubCheckSpec, 'process'> & { readonly process?: SubCheck['process'] | undefined },
): SubCheck => {
  const process = spec.process ?? subChecks[spec.sub_check]
  return {
    sub_check: spec.sub_check,
    result: spec.result,
    details: detailsOf(spec.details ?? details?.(spec.sub_check, spec.result)),
    ...(process !== undefined && { process }),
  }
}

const byName = (a: SubCheck, b: SubCheck) => (a.sub_check < b.sub_check ? -1 : 1)

/** The breakdown of an approval with the given effects applied, sorted by name like Yoti's. */
const changedApproval = (kind: CheckKind, subject: CheckSubject, effects: readonly ReasonEffect[]): SubCheck[] => {
  const failing = effects.map(({ sub_check }) => sub_check)
  const passing = kind.attempted(subject, failing).filter((name) => !failing.includes(name))
  return [
    ...passing.map((sub_check) => subCheckOf(kind, { sub_check, result: 'PASS' })),
    ...effects.map((effect) => subCheckOf(kind, { result: 'FAIL', ...effect })),
  ].sort(byName)
}

const breakdownOf = (kind: CheckKind, subject: CheckSubject, spec: OutcomeSpec): SubCheck[] => {
  if (spec.breakdown !== undefined)
    return spec.breakdown.map((subCheck) => subCheckOf(kind, { details: {}, ...subCheck }))
  const [refusal] = refusalsOf(spec)
  const documented = refusal && kind.reasons[refusal]?.[spec[refusal] ?? noReason]
  if (documented?.only) return documented.effects.map((effect) => subCheckOf(kind, { result: 'FAIL', ...effect }))
  const effects = documented?.effects ?? []
  // A sub-check that the reason has failed already keeps the details that the reason gives it.
  const more = (spec.failing ?? []).filter((name) => !effects.some(({ sub_check }) => sub_check === name))
  return changedApproval(kind, subject, [...effects, ...more.map((sub_check) => ({ sub_check }))])
}

const recommendationOf = (spec: OutcomeSpec): Schema<'Recommendation'> => {
  const [refusal] = refusalsOf(spec)
  if (refusal === undefined) return { value: 'APPROVE' }
  const reason = spec[refusal]
  const { recovery_suggestion } = spec
  return {
    value: ({ reject: 'REJECT', not_available: 'NOT_AVAILABLE', consider: 'CONSIDER' } as const)[refusal],
    ...(reason !== noReason && reason !== undefined && { reason }),
    ...(recovery_suggestion !== undefined && { recovery_suggestion }),
  }
}

/** The report of a check: its recommendation and its breakdown. */
export const reportOf = (kind: CheckKind, subject: CheckSubject, outcome: CheckOutcome): Schema<'Report'> => {
  const spec = expandOutcome(outcome)
  return { recommendation: recommendationOf(spec), breakdown: breakdownOf(kind, subject, spec) }
}

/** The state of a check; undefined if it is absent. */
export const checkState = (outcome: CheckOutcome): Schema<'CheckState'> | undefined =>
  outcome === 'absent' ? undefined : (expandOutcome(outcome).state ?? 'DONE')

/** Whether the state of a check is final: done, or failed for good. */
export const hasEnded = ({ state }: { readonly state: Schema<'CheckState'> }): boolean =>
  state === 'DONE' || state === 'INTERNAL_ERROR'
