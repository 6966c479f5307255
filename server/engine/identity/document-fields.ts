import { day } from '../../base/clock.js'
import { withEveryLine } from './address.js'
import { countryName } from './countries.js'
import { toDate } from './document-dates.js'
import { type DocumentKind, documentKind } from './document-kinds.js'
import {
  addressOn,
  type DocumentFields,
  type DocumentOptions,
  identification,
  inCapitals,
  mrzInput,
  names,
  type Source,
  upper,
} from './document-text.js'
import { issuerOf } from './issuers.js'
import { cardMrz, passportMrz } from './mrz.js'
import type { Person } from './person.js'
import { createSeeded } from './seeded.js'

const passport = (source: Source): DocumentFields => {
  const person = inCapitals(source.person)
  const document = identification(source)
  const personal = source.country === 'ESP' ? source.seeded.fill('A########00') : undefined
  const optional = personal === undefined ? {} : { optional: personal }
  return {
    full_name: person.fullName,
    date_of_birth: person.dateOfBirth,
    nationality: source.country,
    ...names(person),
    place_of_birth: person.placeOfBirth,
    gender: person.gender,
    ...document,
    issuing_authority: issuerOf('passport', source.country),
    mrz: passportMrz(mrzInput(person, document, { code: 'P<', nationality: source.country, ...optional })),
    ...(personal !== undefined && { personal_identification_number: personal }),
    ...(source.country === 'GBR' && { document_template: { front_page_name: 'United Kingdom - ePassport (2015)' } }),
  }
}

const britishLicence = (source: Source): DocumentFields => {
  const person = inCapitals(source.person)
  return {
    full_name: person.fullName,
    date_of_birth: person.dateOfBirth,
    ...names(person),
    place_of_birth: person.nationality === 'GBR' ? 'UNITED KINGDOM' : upper(countryName(person.nationality)),
    gender: person.gender,
    structured_postal_address: withEveryLine(addressOn(source)),
    ...identification(source),
    issuing_authority: issuerOf('british-licence', source.country),
    driving_licence_class: 'AM/A/B1/B/f/k/p/q',
    driving_licence_restriction_code: '01',
    document_template: {
      front_page_name: 'United Kingdom - Driving License (2021) #2',
      back_page_name: 'United Kingdom - Driving License (2014-2021) Side B',
    },
  }
}

const stateCard = (source: Source): DocumentFields => {
  const person = inCapitals(source.person)
  const [first_name = '', ...others] = person.givenNames.split(' ')
  return {
    full_name: person.fullName,
    date_of_birth: person.dateOfBirth,
    given_names: person.givenNames,
    first_name,
    middle_name: others.join(' '),
    family_name: person.familyName,
    gender: person.gender,
    weight: `${source.seeded.int(50, 95)} kg`,
    height: `${source.seeded.int(155, 195)} cm`,
    eye_color: source.seeded.pick(['BRO', 'BLU', 'GRN', 'HAZ']),
    structured_postal_address: addressOn(source),
    ...identification(source),
    issuing_authority: issuerOf('state-card', source.country),
    driving_licence_class: source.type === 'STATE_ID' ? 'ID' : 'D',
    driving_licence_restriction_code: 'NONE',
  }
}

const foreignLicence = (source: Source): DocumentFields => ({
  full_name: source.person.fullName,
  date_of_birth: source.person.dateOfBirth,
  ...names(source.person),
  place_of_birth: source.person.placeOfBirth,
  ...identification(source),
  place_of_issue: issuerOf('foreign-licence', source.country),
})

const residencePermit = (source: Source): DocumentFields => {
  const person = inCapitals(source.person)
  const document = identification(source)
  const { nationality } = person
  return {
    full_name: person.fullName,
    date_of_birth: person.dateOfBirth,
    nationality,
    ...names(person),
    place_of_birth: person.placeOfBirth,
    gender: person.gender,
    ...document,
    mrz: cardMrz(mrzInput(person, document, { code: 'IR', nationality })),
    place_of_issue: source.country === 'GBR' ? 'UK' : upper(countryName(source.country)),
  }
}

const identityCard = (source: Source): DocumentFields => {
  const person = inCapitals(source.person)
  return {
    full_name: person.fullName,
    date_of_birth: person.dateOfBirth,
    ...names(person),
    gender: person.gender,
    ...identification(source),
  }
}

const supplementary = ({ person, type, country, seeded, reference, ...rest }: Source): DocumentFields => ({
  full_name: person.fullName,
  structured_postal_address: addressOn({ person, type, country, seeded, reference, ...rest }),
  // Proofs of address are at most three months old.
  date_of_issue: toDate(reference - (rest.expired ? 400 : seeded.int(5, 80)) * day),
  organisation: issuerOf('supplementary', type),
})

const readers: Readonly<Record<DocumentKind, (source: Source) => DocumentFields>> = {
  passport,
  'british-licence': britishLicence,
  'state-card': stateCard,
  'foreign-licence': foreignLicence,
  'residence-permit': residencePermit,
  'identity-card': identityCard,
  supplementary,
}

/** Leaves out keys with an empty text, such as the given names of a person with a single name. */
const present = <Fields extends object>(fields: Fields): Fields =>
  // Only keys that the type marks optional are ever empty.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Fields

/**
 * The text of a person's document, as Yoti's extraction gives it. The same input gives the same fields.
 * Keys and their order: Yoti's samples (identity-verification/retrieve-userdata).
 */
export const documentFields = (person: Person, options: DocumentOptions): DocumentFields => {
  const { type, country, seed, expired = false } = options
  const seeded = createSeeded(`${seed}/${type}/${country}`)
  return present(readers[documentKind(type, country)]({ ...options, expired, person, seeded }))
}
