import { EventEmitter } from 'node:events'
import { type Clock, MovableClock } from '../../base/clock.js'

/** What a clock may be asked: the time, and whether it stands still. */
export type ShownClock = Clock & { readonly frozen: boolean }

/** Beyond it an instant, or the deadline of a session that begins there, could not be written in four digits of a year. */
export const lastInstant: number = Date.UTC(9000, 0)

/** An application's clock, or the one that everybody shares. */
type Named = { readonly sdkId?: string; readonly clock: MovableClock }

/**
 * A clock for each application. All are one that everybody shares until they are moved or held themselves; what is done
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

  /** The furthest of the clocks that a move is about, and whose it is. */
  furthest(sdkId?: string): { readonly sdkId?: string; readonly now: number } {
    if (sdkId !== undefined) return { sdkId, now: this.of(sdkId).now() }
    return this.#all()
      .map(({ clock, ...whose }) => ({ ...whose, now: clock.now() }))
      .reduce((one, other) => (other.now > one.now ? other : one))
  }

  /** @param by milliseconds, not negative */
  advance(by: number, sdkId?: string): void {
    this.#change(sdkId, (clock) => clock.moveTo(clock.now() + by))
  }

  /** Has the clocks show an instant. */
  set(at: number, sdkId?: string): void {
    this.#change(sdkId, (clock) => clock.moveTo(at))
  }

  freeze(sdkId?: string): void {
    this.#change(sdkId, (clock) => clock.freeze())
  }

  /** Runs on from the instant that it was held at. */
  resume(sdkId?: string): void {
    this.#change(sdkId, (clock) => clock.resume())
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

  #all(): Named[] {
    return [{ clock: this.#shared }, ...[...this.#own].map(([sdkId, clock]) => ({ sdkId, clock }))]
  }

  #change(sdkId: string | undefined, change: (clock: MovableClock) => void): void {
    if (sdkId !== undefined) change(this.#ownOf(sdkId))
    else for (const { clock } of this.#all()) change(clock)
    this.changes.emit('moved', sdkId)
  }

  /** An application's own clock: it begins as the shared one stands. */
  #ownOf(sdkId: string): MovableClock {
    const known = this.#own.get(sdkId)
    if (known !== undefined) return known
    const own = new MovableClock(this.unmoved)
    own.moveTo(this.#shared.now())
    if (this.#shared.frozen) own.freeze()
    this.#own.set(sdkId, own)
    return own
  }
}
