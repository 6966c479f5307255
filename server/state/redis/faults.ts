import type { CountedFault, FaultRule } from '../../faults/fault.js'
import { mostFaults } from '../limits.js'
import type { Changes } from '../state.js'
import type { Answer } from './connection.js'
import { type Check, type Command, type Store, toMap } from './store.js'

const numberOf = (id: string) => Number(id.replace('fault-', ''))

const isSpent = ({ rule: { times }, applied }: CountedFault) => times !== undefined && applied >= times

/** What is known of the rules, and the versions by which the store tells whether that still holds. */
type Known = {
  readonly rulesVersion: string
  readonly countsVersion: string
  readonly rules: ReadonlyMap<string, FaultRule>
  readonly counts: ReadonlyMap<string, string>
  readonly list: readonly CountedFault[]
}

const nothing: Known = { rulesVersion: '0', countsVersion: '0', rules: new Map(), counts: new Map(), list: [] }

const toList = (rules: Known['rules'], counts: Known['counts']): readonly CountedFault[] =>
  [...rules]
    .sort(([one], [other]) => numberOf(one) - numberOf(other))
    .map(([id, rule]) => {
      const [matched = 0, applied = 0] = (counts.get(id) ?? '0 0').split(' ').map(Number)
      return { id, rule, matched, applied }
    })

/** The fault rules and how often each was applied. What is known of them is sent again only when it has changed. */
export class Faults {
  readonly #store: Store
  readonly #told: Command
  #known = nothing

  /** @param told the command that tells the other replicas of a change */
  constructor(store: Store, told: Command) {
    this.#store = store
    this.#told = told
  }

  /** The versions of what is known here. */
  get versions(): readonly [rules: string, counts: string] {
    return [this.#known.rulesVersion, this.#known.countsVersion]
  }

  /** What the store sent along with its versions; nothing of what has not changed. */
  update(
    [rulesVersion, countsVersion]: readonly (string | null)[],
    rules: Answer,
    counts: Answer,
  ): readonly CountedFault[] {
    if (rules === null && counts === null) return this.#known.list
    const ofRules =
      rules === null ? this.#known.rules : new Map([...toMap(rules)].map(([id, text]) => [id, JSON.parse(text)]))
    const ofCounts = counts === null ? this.#known.counts : toMap(counts)
    const list = toList(ofRules, ofCounts)
    this.#known = {
      rulesVersion: rulesVersion ?? '0',
      countsVersion: countsVersion ?? '0',
      rules: ofRules,
      counts: ofCounts,
      list,
    }
    return list
  }

  async #read(): Promise<readonly CountedFault[]> {
    const [rules, counts] = await this.#store.read([
      ['HGETALL', this.#store.key('faults')],
      ['HGETALL', this.#store.key('fault-counts')],
    ])
    return toList(new Map([...toMap(rules)].map(([id, text]) => [id, JSON.parse(text)])), toMap(counts))
  }

  #changed(writes: readonly Command[]): Command[] {
    const world = this.#store.key('world')
    return [...writes, ['HINCRBY', world, 'fv', '1'], ['HINCRBY', world, 'cv', '1'], this.#told]
  }

  /** Servers that add rules at the same instant may keep a few more than the limit. */
  async add(rule: FaultRule): Promise<CountedFault | undefined> {
    const [count, number] = await this.#store.read([
      ['HLEN', this.#store.key('faults')],
      ['HINCRBY', this.#store.key('world'), 'fn', '1'],
    ])
    const kept = Number(count) < mostFaults ? [] : await this.#read()
    const spent = kept.filter(isSpent)
    if (kept.length - spent.length >= mostFaults) return undefined
    const id = `fault-${number}`
    await this.#store.apply(
      [],
      this.#changed([
        ...spent.flatMap((counted) => this.#removal(counted.id)),
        ['HSET', this.#store.key('faults'), id, JSON.stringify(rule)],
      ]),
    )
    return { id, rule, matched: 0, applied: 0 }
  }

  async list(sdkId?: string): Promise<readonly CountedFault[]> {
    return (await this.#read()).filter(({ rule }) => sdkId === undefined || rule.sdkId === sdkId)
  }

  async find(id: string): Promise<CountedFault | undefined> {
    return (await this.#read()).find((counted) => counted.id === id)
  }

  async remove(id: string): Promise<void> {
    await this.#store.apply([], this.#changed(this.#removal(id)))
  }

  async clear(sdkId?: string): Promise<void> {
    const ids = (await this.list(sdkId)).map(({ id }) => id)
    await this.#store.apply([], this.#changed(ids.flatMap((id) => this.#removal(id))))
  }

  /** New counts, if the rules are there and their counts are those that were loaded. */
  count(counted: NonNullable<Changes['faultCounts']>, loaded: readonly CountedFault[]): [Check[], Command[]] {
    const counts = this.#store.key('fault-counts')
    const before = new Map(loaded.map((rule) => [rule.id, rule]))
    const checks = counted.flatMap(({ id }): Check[] => {
      const { matched = 0, applied = 0 } = before.get(id) ?? {}
      return [
        { command: ['HEXISTS', this.#store.key('faults'), id], expected: 1 },
        { command: ['HGET', counts, id], expected: matched === 0 ? null : `${matched} ${applied}` },
      ]
    })
    const writes = counted.map(({ id, matched, applied }): Command => ['HSET', counts, id, `${matched} ${applied}`])
    return [checks, [...writes, ['HINCRBY', this.#store.key('world'), 'cv', '1']]]
  }

  /** Puts back rules with their counts. One whose id is taken gets another. */
  async restore(rules: readonly CountedFault[]): Promise<void> {
    if (rules.length === 0) return
    const taken = new Set((await this.#read()).map(({ id }) => id))
    const world = this.#store.key('world')
    await this.#store.update([['HGET', world, 'fn']], ([last]) => {
      let number = Math.max(Number(last ?? 0), ...rules.map(({ id }) => numberOf(id) || 0))
      const writes = rules.flatMap(({ id, rule, matched, applied }): Command[] => {
        const isFree = /^fault-\d{1,15}$/.test(id) && !taken.has(id)
        if (!isFree) number += 1
        const name = isFree ? id : `fault-${number}`
        taken.add(name)
        return [
          ['HSET', this.#store.key('faults'), name, JSON.stringify(rule)],
          ...(matched === 0 ? [] : [['HSET', this.#store.key('fault-counts'), name, `${matched} ${applied}`]]),
        ]
      })
      return { writes: this.#changed([...writes, ['HSET', world, 'fn', number]]), result: undefined }
    })
  }

  #removal(id: string): Command[] {
    return [
      ['HDEL', this.#store.key('faults'), id],
      ['HDEL', this.#store.key('fault-counts'), id],
    ]
  }
}
