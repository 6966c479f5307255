import type { Schema } from '../../openapi/schema.js'
import type { CheckOutcome } from './outcome.js'
import type { Reasons } from './reasons.js'

export type CheckType = Schema<'CheckType'>
/** The tasks that read a text. */
type TaskType = Exclude<Schema<'RequestedTask'>['type'], 'VERIFY_SHARE_CODE_TASK'>
export type SubCheck = Schema<'SubCheck'>

/** Who makes a sub-check: a machine or a person. */
export type Process = NonNullable<SubCheck['process']>

/** A document that a check is about. A document that was not brought has no resource. */
export type CheckedDocument = {
  readonly type: string
  readonly country: string
  readonly resourceId?: string
  /** Whether its chip was read. */
  readonly chip?: boolean
}

/** What a check is about: ids of resources, and the check's config in the create request. */
export type CheckSubject = {
  readonly document?: CheckedDocument
  readonly profileId?: string
  readonly faceId?: string
  /** The face that the relying business supplied. */
  readonly suppliedFaceId?: string
  readonly livenessIds?: readonly string[]
  /** Whether an identity profile was asked for. */
  readonly isForProfile?: boolean
  /** How the face was filmed at home. */
  readonly livenessType?: 'ZOOM' | 'STATIC'
  /** Every identity document, for checks of the whole session. */
  readonly documentIds?: readonly string[]
  readonly supplementaryIds?: readonly string[]
  /** Of a search for a familiar face. */
  readonly search?: SearchedFaces
  /** The config of the check in the create request. */
  readonly asked?: NonNullable<Schema<'RequestedCheck'>['config']>
}

/** Where a face was looked for, and what came of it. */
export type SearchedFaces = {
  readonly poolId: string
  readonly criteria: 'MATCH' | 'NO_MATCH'
  readonly found: boolean
  /** Who would be found. */
  readonly applicantId: string
}

/** How a check of a type is requested. */
export type CheckOrder = {
  /** The values of `manual_check` that Yoti takes: IBV only, NEVER only, all except IBV, or all. */
  readonly manualCheck: 'IBV' | 'NEVER' | 'NOT_IBV' | 'ANY'
  /** The key of `config` that a request must have. */
  readonly requires?: 'scheme' | 'liveness_type' | 'pool_id'
  /** The config that a named session's request has, under the scheme of its order. */
  readonly usualConfig: (scheme: string) => NonNullable<Schema<'RequestedCheck'>['config']>
  /** The task that makes the check. A check that a task makes cannot be requested in a scenario. */
  readonly task?: TaskType
}

/** What mock-yoti knows about one type of check. */
export type CheckKind = {
  readonly type: CheckType
  readonly order: CheckOrder
  /** How often it is made: once for each document, each identity document, each liveness capture, or once. */
  readonly per: 'document' | 'id-document' | 'liveness' | 'session'
  /** Ids of the resources that the check looks at, in the order in which Yoti writes them. */
  readonly resourcesUsed: (subject: CheckSubject) => string[]
  /** Every sub-check that Yoti documents for the type, and who makes it. */
  readonly subChecks: Readonly<Record<string, Process>>
  /** Names of the attempted sub-checks. `failing` may name some that only another family of documents has. */
  readonly attempted: (subject: CheckSubject, failing: readonly string[]) => readonly string[]
  /** The details of a sub-check by its result; empty if it has none. */
  readonly details?: (subCheck: string, result: SubCheck['result']) => Readonly<Record<string, string>>
  /** The effect of each documented reason on the sub-checks. */
  readonly reasons: Reasons
  /** The outcome, where it follows from more than what the scenario says of the check. */
  readonly outcomeOf?: (subject: CheckSubject, specified: CheckOutcome | undefined) => CheckOutcome
  /** Whether the check searches for the person's data and has the searched profile as media. */
  readonly makesProfile?: true
  /** The failure of an identity profile if the check does not approve; default IDENTITY_CHECK_FAILED. */
  readonly profileFailure?: ProfileFailure
}

/** A reason of a failed identity profile, and the type of the failure in its details. */
export type ProfileFailure = { readonly code: string; readonly type: string }

/** The resource ids of a check that looks at one document. */
export const documentOnly = ({ document }: CheckSubject): string[] =>
  document?.resourceId === undefined ? [] : [document.resourceId]

/** The first identity document, for checks of a person. */
export const firstDocument = ({ documentIds = [] }: CheckSubject): string[] => documentIds.slice(0, 1)
