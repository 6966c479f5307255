import { expect, test } from 'vitest'
import { documentDates, toDate } from '../../../../server/engine/identity/document-dates.js'
import { createSeeded } from '../../../../server/engine/identity/seeded.js'
import { reference } from './zoe.js'

const dates = (type: string, country: string, rest: Partial<Parameters<typeof documentDates>[0]> = {}) => {
  const input = {
    type,
    country,
    dateOfBirth: '1976-05-03',
    reference,
    expired: false,
    seeded: createSeeded('one'),
    ...rest,
  }
  const { date_of_issue, expiration_date } = documentDates(input)
  return `${date_of_issue} ${expiration_date}`
}

// Passports last ten years; a British photocard ends the day before; EU licences 15 years; a biometric residence permit 5.
test.each([
  ['PASSPORT', 'GBR', '2019-06-04 2029-06-04'],
  ['TRAVEL_DOCUMENT', 'GBR', '2019-06-04 2029-06-04'],
  ['NATIONAL_ID', 'FRA', '2019-06-04 2029-06-04'],
  ['DRIVING_LICENCE', 'GBR', '2019-06-04 2029-06-03'],
  ['DRIVING_LICENCE', 'DEU', '2022-01-18 2037-01-18'],
  ['RESIDENCE_PERMIT', 'GBR', '2025-03-13 2030-03-13'],
  ['STATE_ID', 'USA', '2020-09-11 2028-09-11'],
])('a %s of %s is in force', (type, country, expected) => {
  expect(dates(type, country)).toBe(expected)
})

test.each([
  ['PASSPORT', 'GBR', '2015-06-12 2025-06-12'],
  ['DRIVING_LICENCE', 'GBR', '2015-06-12 2025-06-11'],
  ['DRIVING_LICENCE', 'DEU', '2010-06-12 2025-06-12'],
  ['RESIDENCE_PERMIT', 'GBR', '2020-06-12 2025-06-12'],
  ['STATE_ID', 'USA', '2017-06-12 2025-06-12'],
])('a %s of %s has run out', (type, country, expected) => {
  expect(dates(type, country, { expired: true })).toBe(expected)
})

test.each([
  ['PASSPORT', 'GBR', '2020-06-15 2030-06-15'],
  ['DRIVING_LICENCE', 'GBR', '2020-06-16 2030-06-15'],
  ['DRIVING_LICENCE', 'FRA', '2015-06-15 2030-06-15'],
])('a %s of %s that runs out when it was told', (type, country, expected) => {
  expect(dates(type, country, { expires: Date.parse('2030-06-15T00:00:00Z') })).toBe(expected)
})

const drawn = (rest: Partial<Parameters<typeof documentDates>[0]>) =>
  Array.from({ length: 3000 }, (_, n) =>
    dates('RESIDENCE_PERMIT', 'GBR', { ...rest, seeded: createSeeded(`${n}`) }),
  ).sort()

test('a document is at least 30 days old and runs for at least 60 more', () => {
  const all = drawn({})
  // Five years, less 60 days, before 1 March 2026; 30 days before it.
  expect([all[0], all.at(-1)]).toEqual(['2021-04-30 2026-04-30', '2026-01-30 2031-01-30'])
})

test('one that has run out did so 5 to 300 days ago', () => {
  const all = drawn({ expired: true }).map((text) => text.slice(11))
  expect([all[0], all.at(-1)]).toEqual(['2025-05-05', '2026-02-24'])
})

test('nobody got one before they were 17, unless they are just too young', () => {
  expect(drawn({ dateOfBirth: '2008-01-01' })[0]?.slice(0, 10)).toBe('2025-01-01')
  expect(new Set(drawn({ dateOfBirth: '2020-01-01' }))).toEqual(new Set(['2026-01-30 2031-01-30']))
})

test('a date is written year, month, day', () => {
  expect(toDate(Date.parse('2026-03-01T23:59:59Z'))).toBe('2026-03-01')
})
