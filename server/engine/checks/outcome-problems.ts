import { didYouMean } from '../../base/nearest.js'
import type { CheckKind } from './check-kind.js'
import { type CheckOutcome, expandOutcome, type OutcomeSpec, refusalsOf } from './outcome.js'
import { noReason, type Refusal } from './reasons.js'

/** A part of an outcome that Yoti does not document. `key` is the outcome's key that has it. */
type OutcomeProblem = { readonly key?: string; readonly message: string }

const listed = (names: readonly string[]) => names.filter((name) => name !== noReason).join(', ')

const reasonProblems = ({ type, reasons }: CheckKind, refusal: Refusal, reason: string): OutcomeProblem[] => {
  const known = Object.keys(reasons[refusal] ?? {})
  if (known.includes(reason)) return []
  const invented = "Where nobody has seen Yoti send it, the scenario's provenance is 'invented'"
  if (known.length === 0) return [{ key: refusal, message: `Yoti documents no '${refusal}' for ${type}. ${invented}` }]
  if (listed(known) === '')
    return [
      {
        key: refusal,
        message: `Yoti gives no reason with '${refusal}' of ${type}: say '${refusal}' alone. ${invented}`,
      },
    ]
  if (reason === noReason)
    return [{ key: refusal, message: `'${refusal}' of ${type} needs a reason: ${listed(known)}` }]
  const message = `Yoti documents no reason '${reason}' to '${refusal}' ${type}.${didYouMean(reason, known)} Known: ${listed(known)}. ${invented}`
  return [{ key: refusal, message }]
}

const subCheckProblems = ({ type, subChecks }: CheckKind, spec: OutcomeSpec): OutcomeProblem[] => {
  const known = Object.keys(subChecks)
  const named = [
    ...(spec.failing ?? []).map((name) => ({ key: 'failing', name })),
    ...(spec.breakdown ?? []).map(({ sub_check }) => ({ key: 'breakdown', name: sub_check })),
  ]
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ key, name }) => ({
      key,
      message: `${type} has no sub-check '${name}'.${didYouMean(name, known)} Known: ${listed(known) || 'none'}`,
    }))
}

/** Contradictions: two recommendations, or a report of a check that is not done. */
const contradictions = (spec: OutcomeSpec): OutcomeProblem[] => {
  const [first, second] = refusalsOf(spec)
  if (second !== undefined) return [{ key: second, message: `a check is '${first}' or '${second}', not both` }]
  const { state, ...report } = spec
  const [key] = Object.keys(report)
  if (state !== undefined && state !== 'DONE' && key !== undefined)
    return [{ key: key, message: `a check that is ${state} has no report, so no '${key}'` }]
  return []
}

/**
 * The problems of an outcome.
 * @param isInvented whether the scenario may contain what Yoti does not document
 */
export const outcomeProblems = (kind: CheckKind, outcome: CheckOutcome, isInvented: boolean): OutcomeProblem[] => {
  const spec = expandOutcome(outcome)
  const contradicting = contradictions(spec)
  if (contradicting.length > 0 || isInvented) return contradicting
  return [
    ...refusalsOf(spec).flatMap((refusal) => reasonProblems(kind, refusal, spec[refusal] ?? noReason)),
    ...subCheckProblems(kind, spec),
  ]
}
