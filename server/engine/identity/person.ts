import type { PostalAddress } from './address.js'

/** Who a session is about. Names are written as the person writes them; documents print them in their own way. */
export type Person = {
  /** All names but the family's; empty for someone who has a single name. */
  readonly givenNames: string
  readonly familyName: string
  readonly fullName: string
  /** `yyyy-mm-dd` */
  readonly dateOfBirth: string
  readonly gender: 'MALE' | 'FEMALE'
  /** Country code of three letters, as in every place here. */
  readonly nationality: string
  readonly placeOfBirth: string
  readonly address: PostalAddress
}
