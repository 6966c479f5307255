import type { AppliedFault, Call, CountedFault, FaultRule } from '../../faults/fault.js'
import { decideFault } from '../../faults/match-fault.js'

/** More rules than this are not kept at once. */
export const mostFaults = 1000

/** Sessions above this lose the counts of the oldest, so that memory does not grow. */
const mostCounted = 10_000

/** The rules of a scenario, counted for one session, or for an application's calls that are about none. */
type ScenarioCounts = {
  readonly sdkId: string | undefined
  readonly scenario: string
  readonly sessionId: string | undefined
  readonly rules: readonly CountedFault[]
}

/** A rule of a scenario, and what it was counted for: a session, or an application's calls that are about none. */
export type ScenarioFault = CountedFault & {
  readonly scenario: string
  readonly sessionId?: string
  readonly sdkId?: string
}

type ScenarioFaults = { readonly id: string; readonly faults: readonly FaultRule[] }

const newlyCounted = (id: string, rule: FaultRule): CountedFault => ({ id, rule, matched: 0, applied: 0 })

const isSpent = ({ rule: { times }, applied }: CountedFault) => times !== undefined && applied >= times

/** The rules that spoil answers, and how often each did. */
export class Faults {
  #rules: readonly CountedFault[] = []
  readonly #ofScenarios = new Map<string, ScenarioCounts>()
  #added = 0

  /** @returns nothing when there are too many already; those that are spent make room */
  add(rule: FaultRule): CountedFault | undefined {
    if (this.#rules.length >= mostFaults) this.#rules = this.#rules.filter((counted) => !isSpent(counted))
    if (this.#rules.length >= mostFaults) return undefined
    this.#added += 1
    const counted = newlyCounted(`fault-${this.#added}`, rule)
    this.#rules = [...this.#rules, counted]
    return counted
  }

  /** In the order in which they were added: those of an application, or all. */
  list(sdkId?: string): readonly CountedFault[] {
    return sdkId === undefined ? this.#rules : this.#rules.filter(({ rule }) => rule.sdkId === sdkId)
  }

  /** The rules of scenarios that requests were counted for: of an application, or all. */
  listOfScenarios(application?: string): readonly ScenarioFault[] {
    return [...this.#ofScenarios.values()]
      .filter(({ sdkId }) => application === undefined || sdkId === application)
      .flatMap(({ scenario, sessionId, sdkId, rules }) =>
        rules.map((counted) => ({
          ...counted,
          scenario,
          ...(sessionId !== undefined && { sessionId }),
          ...(sdkId !== undefined && { sdkId }),
        })),
      )
  }

  find(id: string): CountedFault | undefined {
    return this.#rules.find((counted) => counted.id === id)
  }

  remove(id: string): void {
    this.#rules = this.#rules.filter((counted) => counted.id !== id)
  }

  /** Forgets the rules of an application and what was counted for it, or all. */
  clear(sdkId?: string): void {
    this.#rules = sdkId === undefined ? [] : this.#rules.filter(({ rule }) => rule.sdkId !== sdkId)
    for (const [key, counts] of this.#ofScenarios)
      if (sdkId === undefined || counts.sdkId === sdkId) this.#ofScenarios.delete(key)
  }

  /** The rule that spoils the answer to a call, if one does: the oldest that is due. */
  decide(call: Call): AppliedFault | undefined {
    return this.#rules.length === 0 ? undefined : decideFault(this.#rules, call)
  }

  /** The same for the rules of a scenario, counted for each session on its own. */
  decideByScenario(scenario: ScenarioFaults, call: Call): AppliedFault | undefined {
    if (scenario.faults.length === 0) return undefined
    const key = keyOf(scenario, call)
    let counts = this.#ofScenarios.get(key)
    if (counts === undefined) {
      const rules = scenario.faults.map((rule, at) => newlyCounted(`${scenario.id}#${at + 1}`, rule))
      counts = { sdkId: call.sdkId, scenario: scenario.id, sessionId: call.sessionId, rules }
      this.#ofScenarios.set(key, counts)
      const [oldest] = this.#ofScenarios.keys()
      if (this.#ofScenarios.size > mostCounted && oldest !== undefined) this.#ofScenarios.delete(oldest)
    }
    return decideFault(counts.rules, call)
  }

  /** A call that is about no session succeeded: the next session starts to count anew. */
  startAgain(scenario: ScenarioFaults, call: Call): void {
    if (scenario.faults.length > 0) this.#ofScenarios.delete(keyOf(scenario, call))
  }
}

const keyOf = ({ id }: ScenarioFaults, { sdkId = '', sessionId, operation }: Call) =>
  sessionId === undefined ? `${sdkId}\n${id}\n${operation}` : `${sdkId}\n${sessionId}`
