import type { BranchCheckType } from '../checks/index.js'
import type { Schema } from '../openapi/schema.js'

/** A document that a session asks for. */
export type RequiredDocument = { readonly type: string; readonly country: string }

/** What was asked for when the session was created. */
export type SessionRequest = {
  readonly documents: readonly RequiredDocument[]
  readonly checks: readonly BranchCheckType[]
  /** The scheme that the documents are checked against. */
  readonly scheme: string
  readonly userTrackingId?: string
}

/** Something that happens to a session, at `at` milliseconds since 1970. Events after the present have not happened yet. */
export type SessionEvent =
  | { readonly at: number; readonly type: 'profile-supplied'; readonly profile: Schema<'ApplicantProfile'> }
  | { readonly at: number; readonly type: 'id-document-captured'; readonly document: Schema<'IdDocument'> }
  | {
      readonly at: number
      readonly type: 'supplementary-document-captured'
      readonly document: Schema<'SupplementaryDocument'>
    }
  | { readonly at: number; readonly type: 'checked'; readonly checks: readonly Schema<'Check'>[] }
  | { readonly at: number; readonly type: 'completed' }

/** One verification: what was asked for, and the dated list of what happens. Never changed, only replaced. */
export type Session = {
  readonly id: string
  /** The scenario that its events were made from. */
  readonly scenarioId: string
  readonly clientSessionToken: string
  /** The application that created it. A named session belongs to nobody. */
  readonly sdkId?: string
  /** When the session expires unless it is completed. */
  readonly deadline: number
  readonly request: SessionRequest
  /** In the order of their instants. */
  readonly events: readonly SessionEvent[]
  /** A named session always shows this instant. */
  readonly frozenAt?: number
}
