import type { Person } from './person.js'
import type { SentProfile } from './profile.js'

/** The media of the applicant profile: the profile as it was sent, or the generated person in the same form. */
export const applicantProfileJson = (person: Person, sent?: SentProfile): SentProfile =>
  sent ?? {
    full_name: person.fullName,
    date_of_birth: person.dateOfBirth,
    structured_postal_address: person.address,
  }
