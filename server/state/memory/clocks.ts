import {
  type Clock,
  type ClockChange,
  type ClockSetting,
  changeSetting,
  neverBack,
  readSetting,
  unmovedSetting,
} from '../../base/clock.js'
import type { ClockSettings } from '../snapshot.js'
import type { ClockReading } from '../state.js'

/**
 * A clock for each application. All are one that everybody shares until they are moved or held themselves; what is done
 * without an sdkId is done to every one of them.
 */
export class Clocks {
  readonly #unmoved: Clock
  #shared = unmovedSetting
  readonly #own = new Map<string, ClockSetting>()

  /** @param unmoved the clock that nothing moves */
  constructor(unmoved: Clock) {
    this.#unmoved = neverBack(unmoved)
  }

  unmoved(): number {
    return this.#unmoved.now()
  }

  /** By the clock of an application, or of what belongs to none. */
  now(sdkId: string | undefined): number {
    return readSetting(this.#settingOf(sdkId), this.#unmoved.now())
  }

  read(sdkId?: string): ClockReading {
    const unmoved = this.#unmoved.now()
    const setting = this.#settingOf(sdkId)
    return { now: readSetting(setting, unmoved), frozen: setting.heldAt !== undefined, unmoved }
  }

  furthest(sdkId?: string): { readonly sdkId?: string; readonly now: number } {
    if (sdkId !== undefined) return { sdkId, now: this.now(sdkId) }
    return [...this.#own.keys()]
      .map((own) => ({ sdkId: own, now: this.now(own) }))
      .reduce<{ sdkId?: string; now: number }>((one, other) => (other.now > one.now ? other : one), {
        now: this.now(undefined),
      })
  }

  /** An application's own clock begins as the shared one stands. */
  change(sdkId: string | undefined, change: ClockChange): void {
    const unmoved = this.#unmoved.now()
    if (sdkId !== undefined) this.#own.set(sdkId, changeSetting(this.#settingOf(sdkId), change, unmoved))
    else {
      this.#shared = changeSetting(this.#shared, change, unmoved)
      for (const [own, setting] of this.#own) this.#own.set(own, changeSetting(setting, change, unmoved))
    }
  }

  /** Goes back: an application's to the shared one, or every one to the clock that nothing moves. */
  reset(sdkId?: string): void {
    if (sdkId !== undefined) this.#own.delete(sdkId)
    else {
      this.#shared = unmovedSetting
      this.#own.clear()
    }
  }

  /** Of every application, or of one. */
  take(sdkId?: string): ClockSettings {
    if (sdkId !== undefined) return { shared: unmovedSetting, own: [{ sdkId, ...this.#settingOf(sdkId) }] }
    return { shared: this.#shared, own: [...this.#own].map(([own, setting]) => ({ sdkId: own, ...setting })) }
  }

  /** Sets the clocks that are given; the shared one only with those of all. */
  restore({ shared, own }: ClockSettings, sdkId?: string): void {
    if (sdkId === undefined) this.#shared = shared
    for (const { sdkId: owner, ...setting } of own) this.#own.set(owner, setting)
  }

  #settingOf(sdkId: string | undefined): ClockSetting {
    return this.#own.size === 0 || sdkId === undefined ? this.#shared : (this.#own.get(sdkId) ?? this.#shared)
  }
}
