import { day } from '../../base/clock.js'
import type { Seeded } from './seeded.js'

/** For how many years a document of a type is issued. */
const validity: Readonly<Record<string, number>> = { RESIDENCE_PERMIT: 5, STATE_ID: 8 }
const foreignLicence = 15

/** The same day of another year; 28 February where that year has no 29th. */
const shiftYears = (at: number, years: number) => {
  const date = new Date(at)
  const month = date.getUTCMonth()
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.getUTCMonth() === month ? date.getTime() : date.setUTCDate(0)
}

export const toDate = (at: number): string => new Date(at).toISOString().slice(0, 10)

export type DatesInput = {
  readonly type: string
  readonly country: string
  readonly dateOfBirth: string
  readonly reference: number
  readonly expired: boolean
  readonly expires?: number
  readonly seeded: Seeded
}

/**
 * Issue and expiry: as told, else in force at the reference date, or run out within the year before. Nobody gets one as a
 * child.
 */
export const documentDates = (input: DatesInput): { date_of_issue: string; expiration_date: string } => {
  const { type, country, reference, expired, seeded } = input
  const years = type === 'DRIVING_LICENCE' && country !== 'GBR' ? foreignLicence : (validity[type] ?? 10)
  const latest = reference - 30 * day
  const adult = shiftYears(Date.parse(input.dateOfBirth), 17)
  const earliest = Math.min(latest, Math.max(shiftYears(reference, -years) + 60 * day, adult))
  // A British licence ends the day before.
  const short = type === 'DRIVING_LICENCE' && country === 'GBR' ? day : 0
  if (input.expires !== undefined)
    return {
      date_of_issue: toDate(shiftYears(input.expires + short, -years)),
      expiration_date: toDate(input.expires),
    }
  const issued = expired
    ? shiftYears(reference - seeded.int(5, 300) * day, -years)
    : latest - seeded.int(0, Math.floor((latest - earliest) / day)) * day
  return { date_of_issue: toDate(issued), expiration_date: toDate(shiftYears(issued, years) - short) }
}
