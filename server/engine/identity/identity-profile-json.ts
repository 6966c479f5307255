import type { Person } from './person.js'
import type { SentProfile } from './profile.js'

/** The requirements of a scheme and whether they were met, as in the session result. */
type Framework = { readonly trust_framework: string; readonly schemes_compliance: readonly object[] }

type IdentityReportInput = {
  readonly reportId: string
  /** When the report was made, as Yoti writes it. */
  readonly timestamp: string
  readonly subjectId?: string
  readonly frameworks: readonly Framework[]
}

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

/** The media of an identity profile: the verified person, and the requirements that were checked. */
export const identityProfileJson = (
  person: Person,
  { reportId, timestamp, subjectId, frameworks }: IdentityReportInput,
): SentProfile => {
  const [only] = frameworks
  return {
    identity_assertion: {
      current_name: nameOf(person),
      date_of_birth: person.dateOfBirth,
      current_address: person.address,
    },
    verification_report: {
      report_id: reportId,
      timestamp,
      ...(subjectId !== undefined && { subject_id: subjectId }),
      ...(frameworks.length === 1 ? only : { compliance: frameworks }),
      assurance_process: { level_of_assurance: 'MEDIUM', policy: 'GPG45', procedure: 'M1C', assurance: [] },
      evidence: { documents: [] },
    },
    authentication_report: { timestamp, level: 'MEDIUM', policy: 'GPG44' },
    proof: '',
  }
}

/** The Home Office's data about the person of a share code. */
export const shareCodeJson = (person: Person): SentProfile => ({
  ...nameOf(person),
  date_of_birth: person.dateOfBirth,
  nationality: person.nationality,
})
