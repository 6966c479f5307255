import type { Schema } from '../../openapi/schema.js'
import type { SubCheck } from './check-kind.js'
import { noReason, type Refusal, refusals } from './reasons.js'

/** A sub-check as a scenario writes it: details as a map, the process only where it is not the usual one. */
export type SubCheckSpec = {
  readonly sub_check: string
  readonly result: SubCheck['result']
  readonly details?: Readonly<Record<string, string>>
  readonly process?: SubCheck['process']
}

/** What a check found, with more to say than one word. */
export type OutcomeSpec = {
  readonly reject?: string
  readonly not_available?: string
  readonly consider?: string
  readonly recovery_suggestion?: string
  /** Sub-checks that fail in an approval. */
  readonly failing?: readonly string[]
  /** The whole breakdown, in place of the one that the reason has. */
  readonly breakdown?: readonly SubCheckSpec[]
  /** Where the check stands; it has a report only when it is `DONE`. */
  readonly state?: Schema<'CheckState'>
}

/** What a check found, as a scenario says it. `absent`: the check is not there. */
export type CheckOutcome = 'approve' | 'absent' | Refusal | OutcomeSpec

/** Whether an outcome is a recommendation without anything beside it. */
const isRefusal = (outcome: CheckOutcome): outcome is Refusal => refusals.some((refusal) => refusal === outcome)

/** An outcome spelled out: a bare refusal has no reason. */
export const expandOutcome = (outcome: CheckOutcome): OutcomeSpec => {
  if (typeof outcome === 'object') return outcome
  return isRefusal(outcome) ? { [outcome]: noReason } : {}
}

/** The recommendations that an outcome names; an approval names none. */
export const refusalsOf = (spec: OutcomeSpec): Refusal[] => refusals.filter((refusal) => spec[refusal] !== undefined)
