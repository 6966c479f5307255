import { tableOf } from '../../base/table.js'
import { toLatin } from './mrz.js'
import type { Person } from './person.js'
import type { Seeded } from './seeded.js'

const passports: Readonly<Record<string, string>> = tableOf({
  DEU: 'C##X##T##',
  ESP: '???######',
  FRA: '##??#####',
  GBR: '#########',
  IND: '?#######',
  IRL: '??#######',
  NLD: '???######',
  POL: '??#######',
  USA: '#########',
})

const licences: Readonly<Record<string, string>> = tableOf({
  AUS: '########',
  CAN: '?############',
  DEU: '?0##??##?##',
  ESP: '########?',
  FRA: '##??#####',
  NLD: '##########',
  USA: '?###########',
})

const cards: Readonly<Record<string, string>> = tableOf({
  DEU: '?########',
  ESP: '???######',
  FRA: '############',
  NLD: '???######',
})

/**
 * A British driver number with the two digits of the licence's issue, as Yoti prints it: five letters of the surname,
 * the year's decade, month (plus 50 for women), day, the year's last digit, two initials, a digit, two letters, the issue.
 */
export const driverNumber = (person: Person, seeded: Seeded): string => {
  const surname = toLatin(person.familyName).replaceAll(' ', '').replace(/^MAC/, 'MC')
  const [year = '', month = '', day = ''] = person.dateOfBirth.split('-')
  const monthOfSex = person.gender === 'FEMALE' ? `${Number(month[0]) + 5}${month[1]}` : month
  const initials = toLatin(person.givenNames)
    .split(' ')
    .map((name) => name[0] ?? '')
    .join('')
  const birth = `${year[2]}${monthOfSex}${day}${year[3]}`
  return `${surname.slice(0, 5).padEnd(5, '9')}${birth}${initials.slice(0, 2).padEnd(2, '9')}${seeded.fill('9??##')}`
}

/** A document number in the format of the country and type, or a plausible one where the format is not known. */
export const documentNumber = (type: string, country: string, person: Person, seeded: Seeded): string => {
  if (type === 'PASSPORT' || type === 'TRAVEL_DOCUMENT') return seeded.fill(passports[country] ?? '?########')
  if (type === 'RESIDENCE_PERMIT') return seeded.fill(country === 'GBR' ? 'R?#######' : '??#######')
  if (type === 'DRIVING_LICENCE' && country === 'GBR') return driverNumber(person, seeded)
  if (type === 'DRIVING_LICENCE' || type === 'STATE_ID') return seeded.fill(licences[country] ?? '?#########')
  return seeded.fill(cards[country] ?? '?########')
}
