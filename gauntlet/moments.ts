import { systemClock } from '../server/base/clock.js'
import type { MockYoti } from '../server/index.js'

/** One thing that happened in a story, on one axis of real time. */
export type Moment = {
  /** Milliseconds of real time since the story began. */
  readonly at: number
  /** Whose doing it was. */
  readonly by: 'gauntlet' | 'service' | 'yoti'
  readonly text: string
}

type Jump = { readonly from: number; readonly offset: number }

/** Moves the clock of the mock, and knows at which real time an instant of it was. */
export type TrackedClock = {
  readonly advance: (seconds: number) => Promise<void>
  /** To an instant to come, given by its second; one that has passed changes nothing. */
  readonly set: (at: string) => Promise<void>
  /** The time that it shows now, in milliseconds. */
  readonly shown: () => number
  /** The real time of an instant of the mock, in milliseconds. */
  readonly real: (instant: string) => number
}

/**
 * The clock of the mock, which stories move, against real time: the journal counts by it.
 * @param mock a server whose clock shows the real time
 * @param now real time in milliseconds
 */
export const trackClock = (mock: MockYoti, now: () => number): TrackedClock => {
  const jumps: Jump[] = [{ from: 0, offset: systemClock.now() - now() }]
  const offset = () => jumps.at(-1)?.offset ?? 0
  const shown = () => now() + offset()
  const advance = async (seconds: number) => {
    await mock.control.clock.advance(`PT${seconds}S`)
    const by = seconds * 1000
    jumps.push({ from: shown() + by, offset: offset() + by })
  }
  return {
    advance,
    shown,
    set: async (at) => {
      const seconds = Math.ceil((Date.parse(at) - shown()) / 1000) + 1
      if (seconds > 1) await advance(seconds)
    },
    real: (instant) => {
      const at = Date.parse(instant)
      // A few milliseconds pass while a jump is made: an instant just before its end belongs to it.
      const jump = jumps.findLast(({ from }) => from <= at + 100) ?? jumps[0]
      return at - (jump?.offset ?? 0)
    },
  }
}
