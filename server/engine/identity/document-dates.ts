import { day } from '../../base/clock.js'
import { tableOf } from '../../base/table.js'
import type { Seeded } from './seeded.js'

/** How many years a document of a type is valid. */
const validity: Readonly<Record<string, number>> = tableOf({ RESIDENCE_PERMIT: 5, STATE_ID: 8 })
const foreignLicence = 15

/** The same day of another year; 28 February where that year has no 29th. */
const shiftYears = (at: number, years: number) => {
  const date = new Date(at)
  const month = date.getUTCMonth()
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.getUTCMonth() === month ? date.getTime() : date.setUTCDate(0)
}

export const toDate = (at: number): string => new Date(at).toISOString().slice(0, 10)

type DatesInput = {
  readonly type: string
  readonly country: string
  readonly dateOfBirth: string
  readonly reference: number
  readonly expired: boolean
  readonly expires?: number
  readonly seeded: Seeded
}

/**
 * The dates of issue and expiry. Without a given expiry the document is valid at the reference date, or expired within the
 * year before it. The holder is at least 17 at the issue.
 */
export const documentDates = (input: DatesInput): { date_of_issue: string; expiration_date: string } => {
  const { type, country, reference, expired, seeded } = input
  const years = type === 'DRIVING_LICENCE' && country !== 'GBR' ? foreignLicence : (validity[type] ?? 10)
  const latest = reference - 30 * day
  const adult = shiftYears(Date.parse(input.dateOfBirth), 17)
  const earliest = Math.min(latest, Math.max(shiftYears(reference, -years) + 60 * day, adult))
  // A British licence expires one day before the anniversary of its issue.
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
