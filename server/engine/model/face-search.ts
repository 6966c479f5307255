/** What a session's FAMILIAR_FACE_SEARCH looks in, as the pool was when the session was created or visited. */
export type FaceSearch = {
  readonly poolId: string
  readonly poolLabel: string
  readonly criteria: 'MATCH' | 'NO_MATCH'
  /** Applicants of the pool who may be the person. Missing when nobody knows the pool. */
  readonly matching?: readonly string[]
}
