import { errorTable } from '../base/errors.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { AppliedFault, Call } from '../faults/fault.js'
import { errorOf } from '../faults/judge-fault.js'
import { matchFaults } from '../faults/match-fault.js'
import { countsFor, withCounts } from '../faults/scenario-counts.js'
import type { Entry } from '../journal/entry.js'
import type { Changes, RequestContext } from '../state/state.js'
import type { Reply } from './exchange.js'

/** What a fault answers at once, in place of everything else; undefined when it only changes how the real answer is sent. */
const replyOf = ({ rule }: AppliedFault): Reply | undefined => {
  const { status, code, body, message, errors } = rule
  if (status === undefined && code === undefined) return undefined
  const error = errorOf(rule)
  if (error === undefined) return { status: status ?? 200, body }
  const entry = errorTable[error]
  return {
    status: status ?? entry.status,
    body: { code: error, message: message ?? entry.message, ...(errors && { errors }) },
  }
}

/** A call as rules see it, what is written because of it, and its entry, which says which fault was applied. */
export type FaultedCall = { readonly call: Call; readonly changes: Changes; readonly entry: Entry }

/** Counts a call for the rules that were added. @returns what the one that is applied answers at once, if it does */
export const applyRules = (
  { faults }: Pick<RequestContext, 'faults'>,
  { call, changes, entry }: FaultedCall,
): Reply | undefined => {
  const { fault, counted } = matchFaults(faults, call)
  if (counted.length > 0) changes.faultCounts = counted
  entry.fault = fault
  return fault && replyOf(fault)
}

/** The same for the rules of a scenario, unless an added one is applied already. */
export const applyScenarioRules = (
  scenario: Scenario,
  { scenarioCounts }: Pick<RequestContext, 'scenarioCounts'>,
  { call, changes, entry }: FaultedCall,
): Reply | undefined => {
  if (scenario.faults.length === 0 || entry.fault !== undefined) return undefined
  const known = countsFor(scenario, call, scenarioCounts)
  const { fault, counted } = matchFaults(known.rules, call)
  changes.scenarioCounts = { ...known, rules: withCounts(known.rules, counted) }
  entry.fault = fault
  return fault && replyOf(fault)
}

/** A call that is about no session succeeded: the next session starts to count anew. */
export const forgetScenarioCounts = (scenario: Scenario, { call, changes }: FaultedCall): void => {
  if (scenario.faults.length > 0 && call.sessionId === undefined)
    changes.scenarioCounts = { call, scenario: scenario.id, rules: [] }
}
