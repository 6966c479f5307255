import type { Schema } from '../../openapi/schema.js'
import type { Reasons } from './reasons.js'

export type CheckType = Schema<'CheckType'>
export type TaskType = Schema<'RequestedTask'>['type']
export type SubCheck = Schema<'SubCheck'>

/** Who makes a sub-check: a machine or a person. */
export type Process = NonNullable<SubCheck['process']>

/** A document that a check looks at. One that was not brought has no resource. */
export type CheckedDocument = {
  readonly type: string
  readonly country: string
  readonly resourceId?: string
  /** Whether its chip was read. */
  readonly chip?: boolean
}

/** What a check can look at: ids of resources. */
export type CheckSubject = {
  readonly document?: CheckedDocument
  readonly profileId?: string
  readonly faceId?: string
  /** The face that the relying business supplied. */
  readonly suppliedFaceId?: string
  readonly livenessIds?: readonly string[]
  /** How the face was filmed at home. */
  readonly livenessType?: 'ZOOM' | 'STATIC'
  /** Every identity document, for checks of the whole session. */
  readonly documentIds?: readonly string[]
  readonly supplementaryIds?: readonly string[]
  /** What the order says of the check. */
  readonly asked?: NonNullable<Schema<'RequestedCheck'>['config']>
}

/** How a check of a type is requested. */
export type CheckOrder = {
  /** Which `manual_check` a request may have: that of a branch, none but NEVER, any but a branch's, or any. */
  readonly manualCheck: 'IBV' | 'NEVER' | 'NOT_IBV' | 'ANY'
  /** The key of `config` that a request must have. */
  readonly requires?: 'scheme' | 'liveness_type'
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
  /** Every sub-check that Yoti names for it, and who makes it. */
  readonly subChecks: Readonly<Record<string, Process>>
  /** Names of the sub-checks that are attempted, those of `failing` included where another family would have them. */
  readonly attempted: (subject: CheckSubject, failing: readonly string[]) => readonly string[]
  /** Details of a sub-check that has any, by what it found. */
  readonly details?: (subCheck: string, result: SubCheck['result']) => Readonly<Record<string, string>>
  /** What each documented reason says about the sub-checks. */
  readonly reasons: Reasons
  /** Whether the check is made of the person's data, and keeps the profile that it looked for. */
  readonly makesProfile?: true
  /** What it means for an identity profile that the check does not approve; IDENTITY_CHECK_FAILED unless said. */
  readonly profileFailure?: ProfileFailure
}

/** A reason of a failed identity profile, and the type of the failure in its details. */
export type ProfileFailure = { readonly code: string; readonly type: string }

/** The resource ids of a check that looks at one document. */
export const documentOnly = ({ document }: CheckSubject): string[] =>
  document?.resourceId === undefined ? [] : [document.resourceId]

/** The first identity document, for checks of a person. */
export const firstDocument = ({ documentIds = [] }: CheckSubject): string[] => documentIds.slice(0, 1)
