import type { Snapshot } from '../snapshot.js'
import type { AskedState } from '../state.js'
import { stateKey } from '../state-key.js'
import { tryUntilDone } from '../tries.js'
import { type Store, textsOf } from './store.js'

/** More than these are not remembered. */
const mostKept = 1000

type Kept = Snapshot['providerStates'][number]

/** The sessions that provider states have handed out and that nobody has torn down yet. */
export class ProviderStateSessions {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  get #key(): string {
    return this.#store.key('provider-states')
  }

  async keep(state: AskedState, sessionId: string): Promise<void> {
    await this.restore([{ key: stateKey(state), sessionId }])
  }

  async #texts(): Promise<readonly string[]> {
    const [texts] = await this.#store.read([['LRANGE', this.#key, '0', '-1']])
    return textsOf(texts)
  }

  async all(): Promise<Kept[]> {
    return (await this.#texts()).map((text) => JSON.parse(text))
  }

  async take(state: AskedState): Promise<string | undefined> {
    const wanted = stateKey(state)
    const taken = await tryUntilDone(async () => {
      const text = (await this.#texts()).find((kept) => (JSON.parse(kept) as Kept).key === wanted)
      if (text === undefined) return { sessionId: undefined }
      // Whoever removes it has it; two that are alike are not told apart.
      const removed = await this.#store.connection.command('LREM', this.#key, '1', text)
      return removed === 1 && { sessionId: (JSON.parse(text) as Kept).sessionId }
    })
    return taken.sessionId
  }

  async clear(): Promise<void> {
    await this.#store.apply([], [['UNLINK', this.#key]])
  }

  async restore(kept: readonly Kept[]): Promise<void> {
    if (kept.length === 0) return
    await this.#store.apply(
      [],
      [
        // A script passes on no more than a few thousand values at once.
        ['RPUSH', this.#key, ...kept.slice(-mostKept).map((one) => JSON.stringify(one))],
        ['LTRIM', this.#key, -mostKept, -1],
      ],
    )
  }
}
