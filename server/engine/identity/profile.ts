import { addressFromSent } from './address.js'
import { createPerson, type PersonOptions } from './people.js'
import type { Person } from './person.js'

/** `resources.applicant_profile` of a create request, as it was sent. */
export type SentProfile = Readonly<Record<string, unknown>>

const textIn = (sent: SentProfile, key: string) => {
  const value = sent[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim().replace(/\s+/g, ' ') : undefined
}

const without = (full: string, part: string, side: 'start' | 'end') => {
  const [whole, gone] = [full.toLowerCase(), part.toLowerCase()]
  if (side === 'start' && whole.startsWith(`${gone} `)) return full.slice(part.length + 1)
  if (side === 'end' && whole.endsWith(` ${gone}`)) return full.slice(0, -part.length - 1)
  return undefined
}

/** The family name is the last word of the full name, unless the parts of the name were sent too. */
const namesOf = (sent: SentProfile, generated: Person) => {
  const full = textIn(sent, 'full_name')
  const first = [textIn(sent, 'given_name'), textIn(sent, 'middle_name')].filter(Boolean).join(' ')
  const given = textIn(sent, 'given_names') ?? (first === '' ? undefined : first)
  const family = textIn(sent, 'family_name')
  if (full === undefined && given === undefined && family === undefined) return {}
  const words = full?.split(' ') ?? []
  const familyName =
    family ??
    (full === undefined ? generated.familyName : ((given && without(full, given, 'start')) ?? words.at(-1) ?? full))
  const givenNames =
    given ??
    (full === undefined ? generated.givenNames : (without(full, familyName, 'end') ?? words.slice(0, -1).join(' ')))
  return { givenNames, familyName, fullName: full ?? `${givenNames} ${familyName}` }
}

const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** The applicant that a client sent; what it left out (all of it, when nothing was sent) is generated. */
export const personFromProfile = (seed: string, sent: SentProfile | undefined, options: PersonOptions): Person => {
  const generated = createPerson(seed, options)
  if (sent === undefined) return generated
  const dateOfBirth = textIn(sent, 'date_of_birth')
  // Documents before 2023 call it `address`.
  const address = sent['structured_postal_address'] ?? sent['address']
  return {
    ...generated,
    ...namesOf(sent, generated),
    ...(isDate(dateOfBirth) && { dateOfBirth }),
    // The value is an object and not null, so its keys can be read.
    ...(typeof address === 'object' && address !== null && { address: addressFromSent(address as SentProfile) }),
  }
}
