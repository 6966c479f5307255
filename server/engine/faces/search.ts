import type { Applicant, FaceRegister } from '../model/face-register.js'
import type { FaceSearch } from '../model/face-search.js'
import type { Session } from '../model/session.js'

/** Who the person of a session is: sessions with one tracking id are about one person. */
export const personOf = ({ id, request }: Pick<Session, 'id' | 'request'>): string => request.userTrackingId ?? id

type Searching = Pick<Session, 'id' | 'request'>

/** The config of the check that searches, if the session asks for one. */
const searchConfig = ({ request }: Searching) =>
  request.checks.find(({ type }) => type === 'FAMILIAR_FACE_SEARCH')?.config ?? undefined

/**
 * Whether a face may be the person's: one from a session is when that session was about the same person. Nobody can tell
 * whose an uploaded image is: it counts as the person's.
 */
const mayBe =
  (person: string) =>
  ({ face }: Applicant): boolean =>
    face !== undefined && (face.person === undefined || face.person === person)

const isKnownToBe = (person: string, { face }: Applicant) => face?.person === person

const matchingIn = ({ applicants, pools }: FaceRegister, poolId: string, person: string) => {
  const pool = pools.find(({ id }) => id === poolId)
  if (pool === undefined) return undefined
  const members = pool.applicantIds.flatMap((id) => applicants.find((applicant) => applicant.id === id) ?? [])
  // The person's own face goes before one that nobody knows; of several the newest.
  const found = members.filter(mayBe(person)).reverse()
  return [
    ...found.filter((applicant) => isKnownToBe(person, applicant)),
    ...found.filter((applicant) => !isKnownToBe(person, applicant)),
  ].map(({ id }) => id)
}

/** What a session's FAMILIAR_FACE_SEARCH finds in the pools as they are; nothing when the session asks for none. */
export const searchFaces = (session: Searching, register: FaceRegister): FaceSearch | undefined => {
  const config = searchConfig(session)
  if (config === undefined) return undefined
  const poolId = config.pool_id ?? ''
  const matching = matchingIn(register, poolId, personOf(session))
  return {
    poolId,
    poolLabel: register.pools.find(({ id }) => id === poolId)?.label ?? 'Unknown pool',
    criteria: config.approval_criteria ?? 'MATCH',
    ...(matching && { matching }),
  }
}

/** A session with what its search finds now. */
export const withFaceSearch = (session: Session, register: FaceRegister): Session => {
  const faceSearch = searchFaces(session, register)
  return faceSearch === undefined ? session : { ...session, faceSearch }
}

/** What was chosen about a search where Yoti's behaviour is not known; for the journal. */
export const faceSearchNotes = (
  { faceSearch, request }: Pick<Session, 'faceSearch' | 'request'>,
  { applicants }: FaceRegister,
): string[] => {
  if (faceSearch === undefined) return []
  const { matching, poolId, criteria } = faceSearch
  const asked = searchConfig({ id: '', request })
  const [first] = applicants.filter(({ id }) => id === matching?.[0])
  return [
    ...(asked?.approval_criteria == null
      ? [`FAMILIAR_FACE_SEARCH has no approval_criteria: ${criteria} is taken; what Yoti does is not known`]
      : []),
    ...(matching === undefined
      ? [
          `no pool has the id '${poolId}': FAMILIAR_FACE_SEARCH approves unless the scenario says otherwise. Create a pool with POST /pools to search in it`,
        ]
      : []),
    ...(first?.face !== undefined && first.face.person === undefined
      ? [
          `the face of the applicant '${first.id}' was uploaded: nobody can tell whose it is, so it counts as the person's`,
        ]
      : []),
    ...(request.checks.some(({ type }) => type === 'LIVENESS')
      ? []
      : ['FAMILIAR_FACE_SEARCH looks at the liveness capture, and LIVENESS is not requested']),
  ]
}
