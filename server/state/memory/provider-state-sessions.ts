import type { Snapshot } from '../snapshot.js'
import type { AskedState } from '../state.js'
import { stateKey } from '../state-key.js'

/** More than these are not remembered: they stay until a reset, like sessions of verifiers that tear nothing down. */
const mostKept = 1000

/** The sessions that provider states have handed out and that nobody has torn down yet. */
export class ProviderStateSessions {
  #kept: readonly { readonly key: string; readonly sessionId: string }[] = []

  keep(state: AskedState, sessionId: string): void {
    this.#kept = [...this.#kept, { key: stateKey(state), sessionId }].slice(-mostKept)
  }

  /** The session that was handed out first for a state; it is not known any more. */
  take(state: AskedState): string | undefined {
    const found = this.#kept.find(({ key }) => key === stateKey(state))
    this.#kept = this.#kept.filter((kept) => kept !== found)
    return found?.sessionId
  }

  all(): Snapshot['providerStates'] {
    return this.#kept
  }

  restore(kept: Snapshot['providerStates']): void {
    this.#kept = kept.slice(-mostKept)
  }

  clear(): void {
    this.#kept = []
  }
}
