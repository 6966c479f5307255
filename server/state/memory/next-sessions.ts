import type { NextSession } from '../next-session.js'

type Waiting = NextSession & { readonly id: number }

/** The choices of a scenario that wait, in the order in which they were made. */
export class NextSessions {
  readonly #waiting = new Map<number, Waiting>()
  #added = 0
  /** Changes whenever they do. */
  version = 0

  add(next: NextSession): void {
    this.#added += 1
    this.#waiting.set(this.#added, { ...next, id: this.#added })
    this.version += 1
  }

  /** The oldest for an application: its own or anybody's. */
  next(sdkId: string | undefined): Waiting | undefined {
    if (this.#waiting.size === 0) return undefined
    for (const next of this.#waiting.values()) if (next.sdkId === undefined || next.sdkId === sdkId) return next
    return undefined
  }

  /** Uses one of them once. */
  use(id: number): void {
    const next = this.#waiting.get(id)
    if (next === undefined) return
    if (next.times > 1) this.#waiting.set(id, { ...next, times: next.times - 1 })
    else this.#waiting.delete(id)
    this.version += 1
  }

  /** Forgets those for an application, or all. */
  clear(sdkId?: string): void {
    for (const { id, sdkId: owner } of this.#waiting.values())
      if (sdkId === undefined || owner === sdkId) this.#waiting.delete(id)
    this.version += 1
  }

  take(sdkId?: string): NextSession[] {
    return [...this.#waiting.values()]
      .filter((next) => sdkId === undefined || next.sdkId === sdkId)
      .map(({ id: _id, ...next }) => next)
  }
}
