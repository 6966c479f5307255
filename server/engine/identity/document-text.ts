import { addressIn, type PostalAddress } from './address.js'
import { documentDates } from './document-dates.js'
import { documentNumber } from './document-number.js'
import type { Mrz, MrzInput } from './mrz.js'
import type { Person } from './person.js'
import type { Seeded } from './seeded.js'

/** Yoti's `document_fields`: the text of a document. The keys and their order depend on the document. */
export type DocumentFields = {
  readonly full_name: string
  readonly date_of_birth?: string
  readonly nationality?: string
  readonly given_names?: string
  readonly first_name?: string
  readonly middle_name?: string
  readonly family_name?: string
  readonly place_of_birth?: string
  readonly gender?: 'MALE' | 'FEMALE'
  readonly weight?: string
  readonly height?: string
  readonly eye_color?: string
  readonly structured_postal_address?: PostalAddress
  readonly document_type?: string
  readonly issuing_country?: string
  readonly document_number?: string
  readonly expiration_date?: string
  readonly date_of_issue?: string
  readonly issuing_authority?: string
  readonly organisation?: string
  readonly driving_licence_class?: string
  readonly driving_licence_restriction_code?: string
  readonly mrz?: Mrz
  readonly personal_identification_number?: string
  readonly place_of_issue?: string
  readonly document_template?: { readonly front_page_name: string; readonly back_page_name?: string }
}

export type DocumentOptions = {
  readonly type: string
  /** The issuing country, three letters. */
  readonly country: string
  /** Documents with different seeds have different numbers and dates. */
  readonly seed: string
  /** When the document is shown, in milliseconds since 1970. */
  readonly reference: number
  /** Whether the document has expired at `reference`. */
  readonly expired?: boolean
  /** When the document expires, in milliseconds since 1970, if the scenario says it. */
  readonly expires?: number
}

export type Source = Required<Omit<DocumentOptions, 'expires'>> &
  Pick<DocumentOptions, 'expires'> & { readonly person: Person; readonly seeded: Seeded }

export const upper = (text: string): string => text.toLocaleUpperCase('en-GB')

/** Most documents print names in capitals. */
export const inCapitals = (person: Person): Person => ({
  ...person,
  givenNames: upper(person.givenNames),
  familyName: upper(person.familyName),
  fullName: upper(person.fullName),
  placeOfBirth: upper(person.placeOfBirth),
})

export const names = ({ givenNames, familyName }: Person): { given_names: string; family_name: string } => ({
  given_names: givenNames,
  family_name: familyName,
})

export const addressOn = ({ person, country, seeded }: Source): PostalAddress => {
  const address = person.address.country_iso === country ? person.address : addressIn(country, seeded)
  const capitals = Object.entries(address).map(([key, value]) => [
    key,
    typeof value === 'string' && key !== 'country' ? upper(value) : value,
  ])
  // The same keys with the same kinds of values.
  return Object.fromEntries(capitals) as PostalAddress
}

/** The number, issuing country and dates of a document. */
type Identification = Readonly<
  Record<'document_type' | 'issuing_country' | 'document_number' | 'expiration_date' | 'date_of_issue', string>
>

export const identification = ({
  type,
  country,
  person,
  seeded,
  reference,
  expired,
  expires,
}: Source): Identification => {
  const { dateOfBirth } = person
  const { expiration_date, date_of_issue } = documentDates({
    type,
    country,
    dateOfBirth,
    reference,
    expired,
    seeded,
    ...(expires !== undefined && { expires }),
  })
  const document_number = documentNumber(type, country, person, seeded)
  return { document_type: type, issuing_country: country, document_number, expiration_date, date_of_issue }
}

export const mrzInput = (
  person: Person,
  document: Identification,
  rest: Pick<MrzInput, 'code' | 'nationality' | 'optional'>,
): MrzInput => ({
  ...person,
  ...rest,
  issuer: document.issuing_country,
  number: document.document_number,
  expires: document.expiration_date,
})
