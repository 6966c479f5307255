import { day, systemClock } from '../../base/clock.js'
import type { AccessToken } from '../snapshot.js'
import { type Command, type Store, textOf, textsOf } from './store.js'

/** Access tokens that were issued. */
export class Tokens {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** What keeps a token for as long as it holds, and a day for clocks that stand still. */
  put({ token, sdkId, expiresAt }: AccessToken, now: number): Command[] {
    const ttl = Math.max(expiresAt - now, 0) + day
    return [
      ['SET', this.#store.key(`token:${token}`), `${expiresAt} ${sdkId}`, 'PX', Math.ceil(ttl)],
      ['ZADD', this.#store.key('tokens'), systemClock.now() + ttl, token],
    ]
  }

  static read(answer: string | undefined): Omit<AccessToken, 'token'> | undefined {
    const [, expiresAt, sdkId] = /^(\S+) (.*)$/s.exec(answer ?? '') ?? []
    return sdkId === undefined ? undefined : { sdkId, expiresAt: Number(expiresAt) }
  }

  async all(): Promise<AccessToken[]> {
    const [tokens] = await this.#store.read([['ZRANGE', this.#store.key('tokens'), '0', '-1']])
    const names = textsOf(tokens)
    const kept = await this.#store.read(names.map((token) => ['GET', this.#store.key(`token:${token}`)]))
    return names.flatMap((token, at) => {
      const issued = Tokens.read(textOf(kept[at]))
      return issued === undefined ? [] : [{ token, ...issued }]
    })
  }
}
