/**
 * The person of a session and the text of their documents. Every function is pure: the same seed gives the same person.
 * Only `loadPeople` is asynchronous, because it loads half a megabyte of names.
 */
import type { changedPerson } from './changed-person.js'
import type { createPerson } from './people.js'
import type { personFromProfile } from './profile.js'

export { applicantProfileJson } from './applicant-profile-json.js'
export { documentFields } from './document-fields.js'
export {
  documentKind,
  documentTypes,
  idDocumentTypes,
  type KindOfDocument,
  kindOf,
  kindOfDocument,
  nationalityFor,
} from './document-kinds.js'
export type { DocumentFields } from './document-text.js'
export { expandedFields } from './expanded-fields.js'
export { identityProfileJson, shareCodeJson } from './identity-profile-json.js'
export { toLatin } from './mrz.js'
export type { Person } from './person.js'
export type { SentProfile } from './profile.js'
export { readFields } from './reading.js'
export { type SpecimenName, specimenName } from './specimen-names.js'
export { watchlistResultsJson } from './watchlist-results-json.js'

/** Makes people; both are synchronous and deterministic. */
type People = {
  readonly createPerson: typeof createPerson
  readonly personFromProfile: typeof personFromProfile
  readonly changedPerson: typeof changedPerson
}

/** Loads the functions that make people. The module is loaded at the first call only. */
export const loadPeople = async (): Promise<People> => {
  const [{ createPerson }, { personFromProfile }, { changedPerson }] = await Promise.all([
    import('./people.js'),
    import('./profile.js'),
    import('./changed-person.js'),
  ])
  return { createPerson, personFromProfile, changedPerson }
}
