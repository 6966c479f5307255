import type { Schema } from '../../openapi/schema.js'
import { noReason, type Refusal, refusals } from './reasons.js'

type SubCheck = Schema<'SubCheck'>

/** A sub-check as a scenario writes it: details as a map, the process only if it differs from the default. */
export type SubCheckSpec = {
  readonly sub_check: string
  readonly result: SubCheck['result']
  readonly details?: Readonly<Record<string, string>>
  readonly process?: SubCheck['process']
}

/** The outcome of a check, written out with its keys. */
export type OutcomeSpec = {
  readonly reject?: string
  readonly not_available?: string
  readonly consider?: string
  readonly recovery_suggestion?: string
  /** Sub-checks that fail in an approval. */
  readonly failing?: readonly string[]
  /** The whole breakdown, which replaces that of the reason. */
  readonly breakdown?: readonly SubCheckSpec[]
  /** The state of the check. It has a report only if it is `DONE`. */
  readonly state?: Schema<'CheckState'>
}

/** The outcome of a check as a scenario writes it. `absent`: the session does not have the check. */
export type CheckOutcome = 'approve' | 'absent' | Refusal | OutcomeSpec

/** Whether an outcome is only the name of a recommendation. */
const isRefusal = (outcome: CheckOutcome): outcome is Refusal => refusals.some((refusal) => refusal === outcome)

/** An outcome written out with its keys. The name of a recommendation alone means one without a reason. */
export const expandOutcome = (outcome: CheckOutcome): OutcomeSpec => {
  if (typeof outcome === 'object') return outcome
  return isRefusal(outcome) ? { [outcome]: noReason } : {}
}

/** The recommendations that an outcome names; an approval names none. */
export const refusalsOf = (spec: OutcomeSpec): Refusal[] => refusals.filter((refusal) => spec[refusal] !== undefined)
