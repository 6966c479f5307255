import type { GivenMedia, Session } from './session.js'

/** An image of a face: as it was uploaded, or what is drawn of the person of a session. */
export type FaceImage =
  | { readonly kind: 'given'; readonly given: GivenMedia }
  | { readonly kind: 'face' | 'portrait'; readonly session: Session }

/** The face of an applicant. */
export type Face = {
  readonly id: string
  readonly image: FaceImage
  /** Whose face it is, as `personOf` tells of a session; missing for an image that was uploaded. */
  readonly person?: string
}

/** Somebody whose face is searched for. Times are milliseconds since 1970. */
export type Applicant = {
  readonly id: string
  readonly createdAt: number
  readonly lastUpdated: number
  readonly face?: Face
}

/** Applicants that are searched together. */
export type Pool = {
  readonly id: string
  readonly label: string
  /** The oldest first. */
  readonly applicantIds: readonly string[]
}

/** The applicants and pools of one application; plain data, the oldest first. Without an application they are everybody's. */
export type FaceRegister = {
  readonly sdkId?: string
  readonly applicants: readonly Applicant[]
  readonly pools: readonly Pool[]
}
