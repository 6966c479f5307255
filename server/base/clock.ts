import { performance } from 'node:perf_hooks'
import { UsageError } from './errors.js'

/** Where `now` comes from: milliseconds since 1970, UTC. */
export type Clock = { readonly now: () => number }

// Kept at load: fake timers of a test replace the global later.
const { now } = Date

export const systemClock: Clock = { now: () => now() }

/**
 * A clock that never goes back. When the one below it does, this one stands still until that one has caught up: what has
 * happened stays so.
 */
export const neverBack = (clock: Clock): Clock => {
  let latest = Number.NEGATIVE_INFINITY
  return {
    now: () => {
      latest = Math.max(latest, clock.now())
      return latest
    },
  }
}

/** A clock that always shows the same instant. @throws UsageError for what is no instant */
export const fixedClock = (at: string | number): Clock => {
  const instant = new Date(at).getTime()
  if (Number.isNaN(instant))
    throw new UsageError(`fixedClock takes an instant, such as '2026-03-04T12:00:00Z', not '${String(at)}'`)
  return { now: () => instant }
}

export const minute: number = 60_000
export const hour: number = 60 * minute
export const day: number = 24 * hour

/** The start of the UTC day that holds the instant. */
export const midnightBefore = (at: number): number => Math.floor(at / day) * day

/** An instant as Yoti writes it: UTC, no fraction of a second. */
export const toInstant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** The time of day of an instant in this machine's time zone, as people read it in a log: `21:03:12.345`. */
export const toTimeOfDay = (at: number): string => {
  const date = new Date(at)
  const [hours = '', minutes = '', seconds = ''] = [date.getHours(), date.getMinutes(), date.getSeconds()].map(
    twoDigits,
  )
  return `${hours}:${minutes}:${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** Milliseconds since it was started; for measuring, not for telling the time. */
export const startStopwatch = (): (() => number) => {
  const started = performance.now()
  return () => performance.now() - started
}

/** How a clock differs from the one that nothing moves: so far ahead, or held at an instant. */
export type ClockSetting = { readonly aheadMs: number; readonly heldAt?: number }

/** What a clock is told to do. `advanceMs` is not negative; `frozen: false` runs on from where it was held. */
export type ClockChange = { readonly advanceMs: number } | { readonly setTo: number } | { readonly frozen: boolean }

export const unmovedSetting: ClockSetting = { aheadMs: 0 }

/** What a clock shows when the unmoved one shows `unmoved`. */
export const readSetting = ({ aheadMs, heldAt }: ClockSetting, unmoved: number): number => heldAt ?? unmoved + aheadMs

/** A clock after a change. One that is held stays held where it is moved to. */
export const changeSetting = (setting: ClockSetting, change: ClockChange, unmoved: number): ClockSetting => {
  const now = readSetting(setting, unmoved)
  if ('frozen' in change) return change.frozen ? { ...setting, heldAt: now } : { aheadMs: now - unmoved }
  const to = 'setTo' in change ? change.setTo : now + change.advanceMs
  return setting.heldAt === undefined ? { aheadMs: to - unmoved } : { ...setting, heldAt: to }
}

const datePart = /^(?:(\d{1,20})W)?(?:(\d{1,20})D)?$/
const timePart = /^(?:(\d{1,20})H)?(?:(\d{1,20})M)?(?:(\d{1,20}(?:\.\d{1,9})?)S)?$/

/** The milliseconds of an ISO-8601 duration of weeks, days, hours, minutes and seconds; undefined when it is none. */
export const parseDuration = (text: string): number | undefined => {
  const [date = '', time, ...more] = text.slice(1).split('T')
  const [ofDate, ofTime] = [datePart.exec(date), timePart.exec(time ?? '')]
  if (!text.startsWith('P') || text === 'P' || time === '' || more.length > 0 || !ofDate || !ofTime) return undefined
  const [, weeks = 0, days = 0] = ofDate.map((part) => Number(part ?? 0))
  const [, hours = 0, minutes = 0, seconds = 0] = ofTime.map((part) => Number(part ?? 0))
  return (weeks * 7 + days) * day + hours * hour + minutes * minute + seconds * 1000
}
