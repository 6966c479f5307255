import type { Faker } from '@faker-js/faker'
import { faker as german } from '@faker-js/faker/locale/de'
import { faker as british } from '@faker-js/faker/locale/en_GB'
import { faker as american } from '@faker-js/faker/locale/en_US'
import { faker as spanish } from '@faker-js/faker/locale/es'
import { faker as french } from '@faker-js/faker/locale/fr'
import { faker as dutch } from '@faker-js/faker/locale/nl'
import { faker as polish } from '@faker-js/faker/locale/pl'
import { tableOf } from '../../base/table.js'
import { britishAddress, britishTowns } from './address.js'
import { countryName } from './countries.js'
import type { Person } from './person.js'
import { createSeeded, type Seeded, seedNumbers } from './seeded.js'

export type PersonOptions = {
  /** Milliseconds since 1970; ages are counted from this instant. */
  readonly reference: number
  /** Where the person is from, `GBR` unless said. The names and the place of birth fit it. */
  readonly nationality?: string
}

const foreignTowns: Readonly<Record<string, string>> = tableOf({
  AUS: 'Brisbane',
  IND: 'Mumbai',
  IRL: 'Cork',
  KEN: 'Nairobi',
  NGA: 'Lagos',
  PAK: 'Lahore',
})

const fakers: Readonly<Record<string, Faker>> = tableOf({
  AUT: german,
  DEU: german,
  ESP: spanish,
  FRA: french,
  NLD: dutch,
  POL: polish,
  USA: american,
})

const townIn = (country: string, seeded: Seeded) =>
  country === 'GBR' ? seeded.pick(britishTowns)[0] : (foreignTowns[country] ?? countryName(country))

/**
 * An adult made from a seed, who lives in Britain like a visitor of a Post Office branch.
 * Faker is seeded again at every call, so that calls do not depend on each other.
 */
export const createPerson = (seed: string, { reference, nationality = 'GBR' }: PersonOptions): Person => {
  const faker = fakers[nationality] ?? british
  faker.seed(seedNumbers(seed))
  const sex = faker.datatype.boolean() ? 'male' : 'female'
  const givenNames = `${faker.person.firstName(sex)} ${faker.person.middleName(sex)}`
  const familyName = faker.person.lastName(sex)
  const born = faker.date.birthdate({ mode: 'age', min: 20, max: 75, refDate: reference })
  const town = faker === british ? townIn(nationality, createSeeded(`${seed}/birth`)) : faker.location.city()
  // The address is British, whatever the names are.
  british.seed(seedNumbers(`${seed}/address`))
  return {
    givenNames,
    familyName,
    fullName: `${givenNames} ${familyName}`,
    dateOfBirth: born.toISOString().slice(0, 10),
    gender: sex === 'male' ? 'MALE' : 'FEMALE',
    nationality,
    placeOfBirth: town,
    address: britishAddress(createSeeded(`${seed}/address`), british.location.street()),
  }
}
