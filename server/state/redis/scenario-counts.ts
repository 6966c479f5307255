import { day, systemClock } from '../../base/clock.js'
import type { Call, ScenarioCounts } from '../../faults/fault.js'
import type { ScenarioFault } from '../state.js'
import type { Answer } from './connection.js'
import { type Check, type Command, type Store, textsOf, toMap } from './store.js'

/** Counts that nobody has counted on for so long are forgotten. */
const keptMs = 30 * day

/** The end of the name of the group of counts that a call belongs to; its sdkId comes before. */
export const groupEnd = ({ sessionId, operation }: Pick<Call, 'sessionId' | 'operation'>): string =>
  sessionId === undefined ? `\n${operation}` : `\n\n${sessionId}`

const groupOf = (call: Call) => `${call.sdkId ?? ''}${groupEnd(call)}`

const fieldOf = ({ call, scenario }: ScenarioCounts) => (call.sessionId === undefined ? scenario : '')

/** Counts as they were read, and the texts that they were kept as. */
export type ReadCounts = { readonly counts: readonly ScenarioCounts[]; readonly texts: ReadonlyMap<string, string> }

export const readCounts = (answer: Answer | undefined): ReadCounts => {
  const texts = toMap(answer)
  return { texts, counts: [...texts.values()].map((text) => JSON.parse(text) as ScenarioCounts) }
}

/** How often the fault rules of scenarios were applied. */
export class ScenarioCountsStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** New counts, if nobody else has counted since they were loaded; without rules they are forgotten. */
  put(counts: ScenarioCounts, loaded: ReadCounts | undefined): [Check[], Command[]] {
    const key = this.#store.key(`counts:${groupOf(counts.call)}`)
    const field = fieldOf(counts)
    const check: Check = { command: ['HGET', key, field], expected: loaded?.texts.get(field) ?? null }
    if (counts.rules.length === 0) return [[check], [['HDEL', key, field]]]
    return [
      [check],
      [
        ['HSET', key, field, JSON.stringify(counts)],
        ['PEXPIRE', key, keptMs],
        ['ZADD', this.#store.key('counts'), systemClock.now() + keptMs, groupOf(counts.call)],
      ],
    ]
  }

  async #all(): Promise<{ readonly group: string; readonly counts: readonly ScenarioCounts[] }[]> {
    const [groups] = await this.#store.read([['ZRANGE', this.#store.key('counts'), '0', '-1']])
    const names = textsOf(groups)
    const kept = await this.#store.read(names.map((group) => ['HGETALL', this.#store.key(`counts:${group}`)]))
    return names.map((group, at) => ({ group, counts: readCounts(kept[at]).counts }))
  }

  async take(sdkId?: string): Promise<ScenarioCounts[]> {
    const all = (await this.#all()).flatMap(({ counts }) => counts)
    return all.filter(({ call }) => sdkId === undefined || call.sdkId === sdkId)
  }

  async list(application?: string): Promise<readonly ScenarioFault[]> {
    return (await this.take(application)).flatMap(({ scenario, call: { sessionId, sdkId }, rules }) =>
      rules.map((counted) => ({
        ...counted,
        scenario,
        ...(sessionId !== undefined && { sessionId }),
        ...(sdkId !== undefined && { sdkId }),
      })),
    )
  }

  async clear(sdkId?: string): Promise<void> {
    const groups = (await this.#all()).filter(
      ({ counts }) => sdkId === undefined || counts.some(({ call }) => call.sdkId === sdkId),
    )
    const writes = groups.flatMap(({ group }) => [
      ['UNLINK', this.#store.key(`counts:${group}`)],
      ['ZREM', this.#store.key('counts'), group],
    ])
    await this.#store.write(writes)
  }
}
