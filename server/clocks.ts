import { EventEmitter } from 'node:events'
import { type Clock, MovableClock } from './clock.js'

/** What a clock may be asked: the time, and whether it stands still. */
export type ShownClock = Clock & { readonly frozen: boolean }

/**
 * A clock for each application. All follow one that everybody shares until they are moved or held themselves; what is done
 * without an sdkId is done to every one of them.
 */
export class Clocks {
  /** The clock that nothing moves. */
  readonly unmoved: Clock
  /** Told after each move, with the application whose clock it was; with none, every clock's. */
  readonly changes: EventEmitter<{ moved: [sdkId?: string] }> = new EventEmitter<{ moved: [sdkId?: string] }>()
  readonly #shared: MovableClock
  readonly #own = new Map<string, MovableClock>()

  constructor(unmoved: Clock) {
    this.unmoved = unmoved
    this.#shared = new MovableClock(unmoved)
    this.changes.setMaxListeners(0)
  }

  /** The clock of an application, or of what belongs to none. */
  of(sdkId: string | undefined): ShownClock {
    return this.#own.size === 0 || sdkId === undefined ? this.#shared : (this.#own.get(sdkId) ?? this.#shared)
  }

  /** @param by milliseconds, not negative */
  advance(by: number, sdkId?: string): void {
    if (sdkId !== undefined) this.#ownOf(sdkId).advance(by)
    else {
      this.#shared.advance(by)
      // One that is held does not follow by itself.
      for (const clock of this.#own.values()) if (clock.held) clock.advance(by)
    }
    this.changes.emit('moved', sdkId)
  }

  freeze(sdkId?: string): void {
    if (sdkId === undefined) this.#shared.freeze()
    else this.#ownOf(sdkId).freeze()
    this.changes.emit('moved', sdkId)
  }

  /** Runs on from the instant that it was held at. An application's runs only if the shared one does. */
  resume(sdkId?: string): void {
    if (sdkId !== undefined) this.#own.get(sdkId)?.resume()
    else {
      this.#shared.resume()
      for (const clock of this.#own.values()) clock.resume()
    }
    this.changes.emit('moved', sdkId)
  }

  /** Goes back: an application's to the shared one, or every one to the clock that nothing moves. */
  reset(sdkId?: string): void {
    if (sdkId !== undefined) this.#own.delete(sdkId)
    else {
      this.#shared.reset()
      this.#own.clear()
    }
    this.changes.emit('moved', sdkId)
  }

  #ownOf(sdkId: string): MovableClock {
    const own = this.#own.get(sdkId) ?? new MovableClock(this.#shared)
    this.#own.set(sdkId, own)
    return own
  }
}
