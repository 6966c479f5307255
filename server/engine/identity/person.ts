import type { PostalAddress } from './address.js'

/** The person of a session. Names are written as the person writes them; documents may print them differently. */
export type Person = {
  /** All names except the family name; empty for a person with a single name. */
  readonly givenNames: string
  readonly familyName: string
  readonly fullName: string
  /** `yyyy-mm-dd` */
  readonly dateOfBirth: string
  readonly gender: 'MALE' | 'FEMALE'
  /** ISO 3166-1 alpha-3, like every country code here. */
  readonly nationality: string
  readonly placeOfBirth: string
  readonly address: PostalAddress
}
