import type { Schema } from '../openapi/schema.js'

export type CheckType = Schema<'CheckType'>
export type SubCheck = Schema<'SubCheck'>

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
  readonly livenessIds?: readonly string[]
  /** Every identity document, for checks of the whole session. */
  readonly documentIds?: readonly string[]
}

/** What mock-yoti knows about one type of check. */
export type CheckKind = {
  readonly type: CheckType
  /** How often it is made: once for each document, each identity document, each liveness capture, or once. */
  readonly per: 'document' | 'id-document' | 'liveness' | 'session'
  /** Ids of the resources that the check looks at, in the order in which Yoti writes them. */
  readonly resourcesUsed: (subject: CheckSubject) => string[]
  /** The sub-checks of an approving report, sorted by name as Yoti sorts them. */
  readonly subChecks: (subject: CheckSubject) => SubCheck[]
}

/** What a check found. */
export type CheckOutcome = 'approve' | { readonly reject: string }

/** The report of a check. */
export const reportOf = (kind: CheckKind, subject: CheckSubject, outcome: CheckOutcome): Schema<'Report'> => ({
  recommendation: outcome === 'approve' ? { value: 'APPROVE' } : { value: 'REJECT', reason: outcome.reject },
  breakdown: kind.subChecks(subject),
})

/** A sub-check that passed by machine. */
export const automated = (sub_check: string, details: SubCheck['details'] = []): SubCheck => ({
  sub_check,
  result: 'PASS',
  details,
  process: 'AUTOMATED',
})

/** A sub-check that a person passed. */
export const reviewed = (sub_check: string): SubCheck => ({
  sub_check,
  result: 'PASS',
  details: [],
  process: 'EXPERT_REVIEW',
})

/** The resource ids of a check that looks at one document. */
export const documentOnly = ({ document }: CheckSubject): string[] =>
  document?.resourceId === undefined ? [] : [document.resourceId]

/** Yoti documents no sub-checks for what the clerk decides. */
export const noSubChecks = (): SubCheck[] => []
