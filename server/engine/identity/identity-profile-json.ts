import type { Person } from './person.js'
import type { SentProfile } from './profile.js'
import { addressAsReported, needsAddress, type VerificationInput, verificationReport } from './verification-report.js'

const nameOf = ({ givenNames, familyName, fullName }: Person) => {
  const [first_name = '', ...middle] = givenNames.split(' ')
  return {
    given_names: givenNames,
    first_name,
    ...(middle.length > 0 && { middle_name: middle.join(' ') }),
    family_name: familyName,
    full_name: fullName,
  }
}

/**
 * The media of an identity profile: who the person is found to be, by which requirements. An advanced profile has a list of
 * reports, one for each trust framework.
 */
export const identityProfileJson = (
  person: Person,
  reports: readonly VerificationInput[],
  isAdvanced: boolean,
): SentProfile => {
  const written = reports.map((report) => verificationReport(report, person))
  return {
    identity_assertion: {
      current_name: nameOf(person),
      date_of_birth: person.dateOfBirth,
      ...(reports.some(({ schemes }) => needsAddress(schemes)) && {
        current_address: { address: addressAsReported(person.address) },
      }),
    },
    ...(isAdvanced ? { verification_reports: written } : { verification_report: written[0] }),
    proof: Buffer.from('mock-yoti proves nothing').toString('base64'),
  }
}

/** The Home Office's data about the person of a share code. */
export const shareCodeJson = (person: Person): SentProfile => ({
  ...nameOf(person),
  date_of_birth: person.dateOfBirth,
  nationality: person.nationality,
})
