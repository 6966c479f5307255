import { day } from '../server/base/clock.js'

/** Where the times of every session begin, once only distances are left of them. */
export const epoch: number = Date.parse('2020-01-01T00:00:00Z')

const instant = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d)(:\d\d)?([.,]\d{1,9})?( ?(?:Z|[+-]\d\d:?\d\d))?$/i

/** What is farther away is no time of the session: a date of birth at midnight has this form too. */
const farthest = 366 * day

const pad = (number: number) => String(number).padStart(2, '0')

/** The same instant so far away, in the same form: offset, precision and separators stay. */
const write = (at: number, parts: RegExpExecArray): string => {
  const [, , separator = 'T', , seconds, fraction = '', zone = ''] = parts
  const date = new Date(at)
  const day = `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`
  const time = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`
  return `${day}${separator}${time}${seconds === undefined ? '' : `:${pad(date.getUTCSeconds())}`}${fraction}${zone}`
}

const read = (parts: RegExpExecArray): number => {
  const [, date, , minutes, seconds = ':00'] = parts
  // The fraction and the offset are written back as they were: only the distance in whole seconds changes.
  return Date.parse(`${date}T${minutes}${seconds}Z`)
}

/**
 * An instant as its distance from an origin: written in its own form, counted from the epoch.
 * @param origin in whole seconds, so that fractions stay as they are
 * @returns undefined for a text that is no instant
 */
export const asDistance = (text: string, origin: number): string | undefined => {
  const parts = instant.exec(text)
  if (parts === null) return undefined
  const at = read(parts)
  if (Number.isNaN(at)) return undefined
  const distance = at - origin
  return write(Math.abs(distance) > farthest ? epoch : epoch + distance, parts)
}

/** The same for seconds, milliseconds and microseconds since 1970; undefined for a number that is none near the origin. */
export const numberAsDistance = (number: number, origin: number): number | undefined => {
  for (const perMs of [0.001, 1, 1000]) {
    const distance = number / perMs - origin
    if (Math.abs(distance) <= farthest) return Math.round((epoch + distance) * perMs)
  }
  return undefined
}

/** How an instant is written: `9999-99-99T99:99:99Z`. */
export const formOfTime = (text: string): string => text.slice(0, 60).replaceAll(/\d/g, '9')
