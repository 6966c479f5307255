import type { Person } from './person.js'
import type { SentProfile } from './profile.js'

/** The applicant profile's media: what was sent, unchanged; the person in the form that clients send, when nothing was. */
export const applicantProfileJson = (person: Person, sent?: SentProfile): SentProfile =>
  sent ?? {
    full_name: person.fullName,
    date_of_birth: person.dateOfBirth,
    structured_postal_address: person.address,
  }
