import type { NextSession } from '../next-session.js'

type Waiting = NextSession & { readonly id: number }

/** The choices of a scenario that wait, in the order in which they were made. */
export class NextSessions {
  #waiting: readonly Waiting[] = []
  #added = 0
  /** Changes whenever they do. */
  version = 0

  add(next: NextSession): void {
    this.#added += 1
    this.#change([...this.#waiting, { ...next, id: this.#added }])
  }

  /** The oldest for an application: its own or anybody's. */
  next(sdkId: string | undefined): Waiting | undefined {
    if (this.#waiting.length === 0) return undefined
    return this.#waiting.find((next) => next.sdkId === undefined || next.sdkId === sdkId)
  }

  /** Uses one of them once. */
  use(id: number): void {
    const after = (next: Waiting) => (next.times > 1 ? [{ ...next, times: next.times - 1 }] : [])
    this.#change(this.#waiting.flatMap((next) => (next.id === id ? after(next) : [next])))
  }

  /** Forgets those for an application, or all. */
  clear(sdkId?: string): void {
    this.#change(sdkId === undefined ? [] : this.#waiting.filter((next) => next.sdkId !== sdkId))
  }

  take(sdkId?: string): NextSession[] {
    return this.#waiting
      .filter((next) => sdkId === undefined || next.sdkId === sdkId)
      .map(({ id: _id, ...next }) => next)
  }

  #change(waiting: readonly Waiting[]): void {
    this.#waiting = waiting
    this.version += 1
  }
}
