import type { NextSession } from '../next-session.js'
import type { Answer } from './connection.js'
import { type Check, type Command, type Store, textOf, textsOf } from './store.js'

/** A choice as it was read, and the text that it was kept as. */
export type ReadNext = { readonly text: string; readonly next: NextSession & { readonly id: number } }

const readNext = (answer: Answer | undefined): ReadNext | undefined => {
  const text = textOf(answer)
  return text === undefined ? undefined : { text, next: JSON.parse(text) }
}

/** The older of two choices. */
export const oldest = (...answers: readonly (Answer | undefined)[]): ReadNext | undefined =>
  answers
    .map(readNext)
    .filter((read) => read !== undefined)
    .sort((one, other) => one.next.id - other.next.id)[0]

/** The choices of a scenario that wait: a list for each application, and one for anybody's. */
export class NextSessions {
  readonly #store: Store

  readonly #told: Command

  /** @param told the command that tells the other replicas of a change */
  constructor(store: Store, told: Command) {
    this.#store = store
    this.#told = told
  }

  #key(sdkId = ''): string {
    return this.#store.key(`next:${sdkId}`)
  }

  add(next: NextSession): Promise<void> {
    return this.addAll([next])
  }

  /** Adds choices, in their order. */
  async addAll(added: readonly NextSession[]): Promise<void> {
    const world = this.#store.key('world')
    const last = Number(await this.#store.connection.command('HINCRBY', world, 'nn', String(added.length)))
    const writes = added.flatMap((next, at) => [
      ['RPUSH', this.#key(next.sdkId), JSON.stringify({ ...next, id: last - added.length + 1 + at })],
      ['SADD', this.#store.key('next-of'), next.sdkId ?? ''],
    ])
    await this.#store.write([...writes, this.#told])
  }

  /** Uses a choice once, if it still is the oldest. */
  use({ text, next }: ReadNext): [Check[], Command[]] {
    const key = this.#key(next.sdkId)
    const check: Check = { command: ['LINDEX', key, '0'], expected: text }
    const rest = { ...next, times: next.times - 1 }
    return [[check], [next.times > 1 ? ['LSET', key, '0', JSON.stringify(rest)] : ['LPOP', key]]]
  }

  async #owners(sdkId?: string): Promise<readonly string[]> {
    if (sdkId !== undefined) return [sdkId]
    const [owners] = await this.#store.read([['SMEMBERS', this.#store.key('next-of')]])
    return textsOf(owners)
  }

  async take(sdkId?: string): Promise<NextSession[]> {
    const owners = await this.#owners(sdkId)
    const lists = await this.#store.read(owners.map((owner) => ['LRANGE', this.#key(owner), '0', '-1']))
    return lists
      .flatMap(textsOf)
      .map((text) => JSON.parse(text) as ReadNext['next'])
      .sort((one, other) => one.id - other.id)
      .map(({ id: _id, ...next }) => next)
  }

  async clear(sdkId?: string): Promise<void> {
    const owners = await this.#owners(sdkId)
    const removals = owners.flatMap((owner) => [
      ['UNLINK', this.#key(owner)],
      ['SREM', this.#store.key('next-of'), owner],
    ])
    await this.#store.write(removals)
  }
}
