import { BoundedMap } from '../../base/bounded-map.js'
import type { Call, ScenarioCounts } from '../../faults/fault.js'
import type { ScenarioFault } from '../state.js'

/** Sessions above this lose the counts of the oldest. */
const mostCounted = 10_000

/** A session has one record of counts; an application has one for each operation and scenario. */
const groupOf = ({ sdkId = '', sessionId, operation }: Call) =>
  sessionId === undefined ? `${sdkId}\n${operation}` : `${sdkId}\n\n${sessionId}`

const keyOf = ({ call, scenario }: ScenarioCounts) =>
  call.sessionId === undefined ? `${groupOf(call)}\n${scenario}` : groupOf(call)

const none: readonly ScenarioCounts[] = []

/** How often the fault rules of scenarios were applied. */
export class ScenarioCountsStore {
  readonly #counts = new BoundedMap<string, ScenarioCounts>(mostCounted)
  /** The keys of what a call may be counted in. */
  readonly #groups = new Map<string, Set<string>>()
  /** Changes whenever they do. */
  version = 0

  /** What a call may be counted in. */
  of(call: Call): readonly ScenarioCounts[] {
    if (this.#groups.size === 0) return none
    const keys = this.#groups.get(groupOf(call))
    return keys === undefined ? none : [...keys].flatMap((key) => this.#counts.get(key) ?? [])
  }

  put(counts: ScenarioCounts): void {
    this.version += 1
    if (counts.rules.length === 0) this.#remove(counts)
    else this.#keep(counts)
  }

  list(application?: string): readonly ScenarioFault[] {
    return this.#counts
      .values()
      .filter(({ call }) => application === undefined || call.sdkId === application)
      .flatMap(({ scenario, call: { sessionId, sdkId }, rules }) =>
        rules.map((counted) => ({
          ...counted,
          scenario,
          ...(sessionId !== undefined && { sessionId }),
          ...(sdkId !== undefined && { sdkId }),
        })),
      )
  }

  take(sdkId?: string): ScenarioCounts[] {
    return this.#counts.values().filter(({ call }) => sdkId === undefined || call.sdkId === sdkId)
  }

  /** Forgets what was counted for an application, or all. */
  clear(sdkId?: string): void {
    this.version += 1
    for (const counts of this.#counts.values())
      if (sdkId === undefined || counts.call.sdkId === sdkId) this.#remove(counts)
  }

  #keep(counts: ScenarioCounts): void {
    const group = groupOf(counts.call)
    const keys = this.#groups.get(group) ?? new Set()
    this.#groups.set(group, keys.add(keyOf(counts)))
    const evicted = this.#counts.set(keyOf(counts), counts)
    if (evicted !== undefined) this.#remove(evicted)
  }

  #remove(counts: ScenarioCounts): void {
    const group = groupOf(counts.call)
    const keys = this.#groups.get(group)
    keys?.delete(keyOf(counts))
    if (keys?.size === 0) this.#groups.delete(group)
    this.#counts.delete(keyOf(counts))
  }
}
