import { addressFromSent } from './address.js'
import type { PersonOptions } from './people.js'
import type { Person } from './person.js'
import { personFromProfile, type SentProfile } from './profile.js'

/** The fixed properties of a person. The rest is generated, or comes from the profile that was sent. */
type PersonChanges = {
  readonly given_names?: string
  readonly family_name?: string
  readonly full_name?: string
  readonly date_of_birth?: string
  readonly gender?: Person['gender']
  readonly nationality?: string
  readonly place_of_birth?: string
  readonly address?: SentProfile
}

const splitName = (full: string) => {
  const words = full.split(' ')
  return { givenNames: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' }
}

const changedNames = (person: Person, { given_names, family_name, full_name }: PersonChanges) => {
  if (given_names === undefined && family_name === undefined && full_name === undefined) return person
  const split = full_name === undefined ? person : splitName(full_name)
  const givenNames = given_names ?? split.givenNames
  const familyName = family_name ?? split.familyName
  return { givenNames, familyName, fullName: full_name ?? [givenNames, familyName].filter(Boolean).join(' ') }
}

/** The person of a session: made from the profile that was sent, then changed by the fixed properties. */
export const changedPerson = (
  seed: string,
  sent: SentProfile | undefined,
  changes: PersonChanges,
  options: PersonOptions,
): Person => {
  const { nationality, date_of_birth, gender, place_of_birth, address } = changes
  const person = personFromProfile(seed, sent, { ...options, ...(nationality !== undefined && { nationality }) })
  const { givenNames, familyName, fullName } = changedNames(person, changes)
  return {
    ...person,
    givenNames,
    familyName,
    fullName,
    ...(date_of_birth !== undefined && { dateOfBirth: date_of_birth }),
    ...(gender !== undefined && { gender }),
    ...(place_of_birth !== undefined && { placeOfBirth: place_of_birth }),
    ...(address !== undefined && { address: addressFromSent(address) }),
  }
}
