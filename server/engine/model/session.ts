import type { Schema } from '../../openapi/schema.js'
import type { DocumentChoice } from '../reference/document-choice.js'
import type { Scenario, ScenarioApplicant } from '../scenarios/scenario.js'
import type { FaceSearch } from './face-search.js'
import type { AskedProfiles, ProfileResults } from './identity-profiles.js'

/** One document that a session requires. */
export type Requirement = {
  readonly id: string
  readonly kind: 'ID_DOCUMENT' | 'SUPPLEMENTARY_DOCUMENT'
  /** The documents that fulfil it; never empty. The person brings the first one unless the instructions name another. */
  readonly accepted: readonly DocumentChoice[]
  readonly objective?: string
}

/** The create request, as the session keeps it. */
export type SessionRequest = {
  readonly requirements: readonly Requirement[]
  readonly checks: readonly Schema<'RequestedCheck'>[]
  readonly tasks: readonly Schema<'RequestedTask'>[]
  /** Whether the documents are captured in a branch, not by the person at home. */
  readonly inBranch: boolean
  readonly userTrackingId?: string
  /** The profile as it was sent; `{}` for a named session, which has a generated one. */
  readonly applicantProfile?: Readonly<Record<string, unknown>>
  readonly sdkConfig?: NonNullable<Schema<'SdkConfig'>>
  readonly profiles?: AskedProfiles
  readonly wantsImportToken?: boolean
  /** How many share codes the person must enter. */
  readonly shareCodes?: number
  readonly notifications?: NotificationRequest
  /** Whether the person is never asked to consent to the use of their face. */
  readonly blocksConsent?: boolean
}

/** The content of a media that a sandbox client set. */
export type GivenMedia = { readonly type: string; readonly base64: string }

/** The application's subscription to notifications about a session. */
export type NotificationRequest = {
  readonly endpoint: string
  /** As they are sent, in lower case. */
  readonly topics: readonly Schema<'NotificationTopic'>[]
  /** The `Authorization` header of the notifications. */
  readonly authorization?: string
}

/** An event of a session, at `at` milliseconds since 1970. Events later than now have not happened yet. */
export type SessionEvent =
  | { readonly at: number; readonly type: 'profile-supplied'; readonly profile: Schema<'ApplicantProfile'> }
  | { readonly at: number; readonly type: 'instructions-email-requested' }
  | { readonly at: number; readonly type: 'letter-scanned' }
  | {
      readonly at: number
      readonly type: 'id-document-captured'
      /** Missing if the capture was abandoned, failed or not used, so that the requirement stays open. */
      readonly requirementId?: string
      readonly document: Schema<'IdDocument'>
      /** By media id. */
      readonly given?: Readonly<Record<string, GivenMedia>>
    }
  | {
      readonly at: number
      readonly type: 'supplementary-document-captured'
      readonly requirementId?: string
      readonly document: Schema<'SupplementaryDocument'>
      readonly given?: Readonly<Record<string, GivenMedia>>
    }
  | {
      readonly at: number
      /** By the relying business, for a comparison. */
      readonly type: 'face-supplied'
      readonly face: Schema<'FaceCapture'>
      readonly given?: Readonly<Record<string, GivenMedia>>
    }
  | { readonly at: number; readonly type: 'face-captured'; readonly face: Schema<'FaceCapture'> }
  | { readonly at: number; readonly type: 'liveness-captured'; readonly liveness: Schema<'LivenessCapture'> }
  | { readonly at: number; readonly type: 'share-code-captured'; readonly shareCode: Schema<'ShareCode'> }
  | { readonly at: number; readonly type: 'digital-id-shared'; readonly share: Schema<'DigitalIdShare'> }
  | { readonly at: number; readonly type: 'consented' }
  | { readonly at: number; readonly type: 'checked'; readonly checks: readonly Schema<'Check'>[] }
  | { readonly at: number; readonly type: 'profiled'; readonly results: ProfileResults }
  | {
      readonly at: number
      readonly type: 'import-token-made'
      readonly token: NonNullable<Schema<'SessionResult'>['import_token']>
    }
  | { readonly at: number; readonly type: 'completed' }
  | { readonly at: number; readonly type: 'refused'; readonly reason?: string }

/** The letter's content, as it was set by `PUT instructions`. */
export type SessionInstructions = {
  readonly setAt: number
  readonly contactProfile?: Schema<'ContactProfile'>
  readonly documents: readonly Schema<'InstructedDocument'>[]
  /** As it was sent, completed where it had gaps. */
  readonly branch?: Schema<'Branch'>
}

/** One verification: its create request and its dated events. Immutable: a change makes a new value. */
export type Session = {
  readonly id: string
  /**
   * The scenario that its events are made from, as it was when the session was created or last given another scenario.
   * Sessions of the same scenario share the object.
   */
  readonly scenario: Scenario
  /** The application that created it. A session without one can be read by every application. */
  readonly sdkId?: string
  /** What the scenario fixes about the person. */
  readonly applicant?: ScenarioApplicant
  readonly clientSessionToken: string
  readonly createdAt: number
  /** When the session expires unless it is completed. */
  readonly deadline: number
  /** Milliseconds for which resources are kept, from the first capture. */
  readonly resourcesTtl: number
  readonly request: SessionRequest
  readonly instructions?: SessionInstructions
  /** The response config of a sandbox client, which overrides the scenario. */
  readonly responses?: Schema<'ResponseConfig'>
  /** Whether it is visited by itself; as the server has it unless whoever started it said so. */
  readonly visits?: 'auto' | 'manual'
  /** Ids of the face captures that the relying business has made; the image of each comes as an event. */
  readonly announcedFaces: readonly string[]
  /** Where a FAMILIAR_FACE_SEARCH looks, if one was requested. */
  readonly faceSearch?: FaceSearch
  readonly deletedMedia: readonly string[]
  readonly devicesDeleted: boolean
  /** In chronological order. */
  readonly events: readonly SessionEvent[]
  /** A named session always shows this instant. */
  readonly frozenAt?: number
}
