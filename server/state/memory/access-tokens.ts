/** How long an access token lives, in seconds: 45 minutes, says Yoti. */
export const tokenLifetime = 2700

/** Tokens above this drop the oldest, so that memory does not grow. */
const mostTokens = 10_000

/** The bearer tokens that the token endpoint issued, in memory. */
export class AccessTokens {
  readonly #issued = new Map<string, { sdkId: string; expiresAt: number }>()

  /** @param now milliseconds since 1970 */
  keep(token: string, sdkId: string, now: number): void {
    this.#issued.set(token, { sdkId, expiresAt: now + tokenLifetime * 1000 })
    const [oldest] = this.#issued.keys()
    if (this.#issued.size > mostTokens && oldest !== undefined) this.#issued.delete(oldest)
  }

  /** The application that a token stands for, and until when; nothing for a token that was never issued. */
  find(token: string): { readonly sdkId: string; readonly expiresAt: number } | undefined {
    return this.#issued.get(token)
  }
}
