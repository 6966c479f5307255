import type { Call, CountedFault, FaultRule, ScenarioCounts } from './fault.js'

type ScenarioFaults = { readonly id: string; readonly faults: readonly FaultRule[] }

/** A rule that was about no call yet. */
export const newlyCounted = (id: string, rule: FaultRule): CountedFault => ({ id, rule, matched: 0, applied: 0 })

/**
 * The counts of a scenario's rules for a call: those that are known, else new ones. A session keeps its counts when it is
 * given another scenario.
 * @param known the counts of the call's session, or of its application and operation
 */
export const countsFor = (
  { id, faults }: ScenarioFaults,
  call: Call,
  known: readonly ScenarioCounts[],
): ScenarioCounts => {
  const found = known.find(({ scenario }) => call.sessionId !== undefined || scenario === id)
  return found ?? { call, scenario: id, rules: faults.map((rule, at) => newlyCounted(`${id}#${at + 1}`, rule)) }
}

/** Counts with the new ones in place of those that were counted on. */
export const withCounts = <Rule extends CountedFault>(
  rules: readonly Rule[],
  counted: readonly Pick<CountedFault, 'id' | 'matched' | 'applied'>[],
): Rule[] =>
  rules.map((rule) => {
    const counts = counted.find(({ id }) => id === rule.id)
    return counts === undefined ? rule : { ...rule, matched: counts.matched, applied: counts.applied }
  })
