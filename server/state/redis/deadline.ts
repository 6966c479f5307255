import { clearTimeout, setTimeout } from 'node:timers'
import { startStopwatch } from '../../base/clock.js'

type Waiting = { readonly until: number; readonly giveUp: () => void }

/** Gives up what takes too long. All may take equally long, so the first to be over is the first that began: one timer does for all. */
export class Deadline {
  readonly #milliseconds: number
  readonly #elapsed = startStopwatch()
  /** The first that began comes first. */
  readonly #waiting = new Set<Waiting>()
  #timer: NodeJS.Timeout | undefined

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  /** What the promise gives; rejected with `late()` when that takes too long. */
  of<Value>(promise: Promise<Value>, late: () => Error): Promise<Value> {
    return new Promise((resolve, reject) => {
      const waiting = { until: this.#elapsed() + this.#milliseconds, giveUp: () => reject(late()) }
      this.#waiting.add(waiting)
      this.#timer ??= this.#startTimer(this.#milliseconds)
      promise.then(resolve, reject).finally(() => this.#waiting.delete(waiting))
    })
  }

  #startTimer(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#look(), milliseconds)
  }

  #look(): void {
    this.#timer = undefined
    for (const waiting of this.#waiting) {
      const left = waiting.until - this.#elapsed()
      if (left > 0) {
        this.#timer = this.#startTimer(Math.ceil(left))
        return
      }
      this.#waiting.delete(waiting)
      waiting.giveUp()
    }
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}
