/** A choice of scenario that waits for sessions to be created. */
export type NextSession = { readonly scenario: string; readonly sdkId?: string; readonly times: number }

/** The choices that wait, in the order in which they were made. */
export class NextSessions {
  #waiting: readonly NextSession[] = []

  add(next: NextSession): void {
    this.#waiting = [...this.#waiting, next]
  }

  /** Uses up one time of the oldest choice for an application, its own or anybody's. */
  take(sdkId: string | undefined): NextSession | undefined {
    const found = this.#waiting.find((next) => next.sdkId === undefined || next.sdkId === sdkId)
    if (found === undefined) return undefined
    this.#waiting = this.#waiting.flatMap((next) => {
      if (next !== found) return [next]
      return next.times > 1 ? [{ ...next, times: next.times - 1 }] : []
    })
    return found
  }

  /** Puts one time of a choice back in front: the session was not created. */
  giveBack(next: NextSession): void {
    this.#waiting = [{ ...next, times: 1 }, ...this.#waiting]
  }

  /** Forgets the choices for an application, or all. */
  clear(sdkId?: string): void {
    this.#waiting = sdkId === undefined ? [] : this.#waiting.filter((next) => next.sdkId !== sdkId)
  }
}
