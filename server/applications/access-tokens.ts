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

  /** The application that a token stands for, and whether it still does; nothing for a token that was never issued. */
  find(token: string, now: number): { sdkId: string; expired: boolean } | undefined {
    const issued = this.#issued.get(token)
    return issued && { sdkId: issued.sdkId, expired: issued.expiresAt <= now }
  }
}
