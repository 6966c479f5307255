import type { EventEmitter } from 'node:events'
import type { CountedFault, FaultRule } from '../../faults/fault.js'
import { newlyCounted, withCounts } from '../../faults/scenario-counts.js'
import { mostFaults } from '../limits.js'
import type { Changes, StateChanges } from '../state.js'

const isSpent = ({ rule: { times }, applied }: CountedFault) => times !== undefined && applied >= times

/** The fault rules, and how often each was applied. */
export class Faults {
  #rules: readonly CountedFault[] = []
  #added = 0
  readonly #changes: EventEmitter<StateChanges>
  /** Changes whenever they do. */
  version = 0

  constructor(changes: EventEmitter<StateChanges>) {
    this.#changes = changes
  }

  add(rule: FaultRule): CountedFault | undefined {
    const kept = this.#rules.length < mostFaults ? this.#rules : this.#rules.filter((counted) => !isSpent(counted))
    if (kept.length >= mostFaults) return undefined
    this.#added += 1
    const counted = newlyCounted(`fault-${this.#added}`, rule)
    this.#change([...kept, counted])
    return counted
  }

  list(sdkId?: string): readonly CountedFault[] {
    return sdkId === undefined ? this.#rules : this.#rules.filter(({ rule }) => rule.sdkId === sdkId)
  }

  find(id: string): CountedFault | undefined {
    return this.#rules.find((counted) => counted.id === id)
  }

  remove(id: string): void {
    this.#change(this.#rules.filter((counted) => counted.id !== id))
  }

  count(counted: NonNullable<Changes['faultCounts']>): void {
    this.#change(withCounts(this.#rules, counted))
  }

  /** Forgets the rules of an application, or all. */
  clear(sdkId?: string): void {
    this.#change(sdkId === undefined ? [] : this.#rules.filter(({ rule }) => rule.sdkId !== sdkId))
  }

  /** Puts back rules with their counts. One whose id is taken gets another. */
  restore(rules: readonly CountedFault[]): void {
    for (const counted of rules) {
      const [, number = '0'] = /^fault-(\d{1,15})$/.exec(counted.id) ?? []
      const isFree = Number(number) > 0 && this.find(counted.id) === undefined
      this.#added = Math.max(this.#added + (isFree ? 0 : 1), isFree ? Number(number) : 0)
      this.#change([...this.#rules, isFree ? counted : { ...counted, id: `fault-${this.#added}` }])
    }
  }

  #change(rules: readonly CountedFault[]): void {
    this.#rules = rules
    this.version += 1
    this.#changes.emit('faults')
  }
}
