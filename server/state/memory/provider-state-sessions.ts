/** More than these are not remembered: they stay until a reset, like sessions of verifiers that tear nothing down. */
const mostKept = 1000

/** A provider state as a verifier names it, when it sets it up and when it tears it down. */
type AskedState = { readonly name: string; readonly params: Readonly<Record<string, unknown>> }

const keyOf = ({ name, params }: AskedState) => JSON.stringify([name, Object.entries(params).sort()])

/** The sessions that provider states have handed out and that nobody has torn down yet. */
export class StateSessions {
  #kept: readonly { readonly key: string; readonly sessionId: string }[] = []

  keep(state: AskedState, sessionId: string): void {
    this.#kept = [...this.#kept, { key: keyOf(state), sessionId }].slice(-mostKept)
  }

  /** The session that was handed out first for a state; it is not known any more. */
  take(state: AskedState): string | undefined {
    const found = this.#kept.find(({ key }) => key === keyOf(state))
    this.#kept = this.#kept.filter((kept) => kept !== found)
    return found?.sessionId
  }

  clear(): void {
    this.#kept = []
  }
}
