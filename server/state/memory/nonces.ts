/** Nonces above this drop the oldest, so that memory does not grow. */
const mostNonces = 10_000

/** Remembers nonces. One government client sends the same for three requests, so reuse is noted, never refused. */
export class Nonces {
  readonly #seen = new Set<string>()

  /** True when the application sent this nonce before. */
  isReused(sdkId: string, nonce: string): boolean {
    const key = `${sdkId} ${nonce}`
    if (this.#seen.has(key)) return true
    this.#seen.add(key)
    const [oldest] = this.#seen
    if (this.#seen.size > mostNonces && oldest !== undefined) this.#seen.delete(oldest)
    return false
  }
}
