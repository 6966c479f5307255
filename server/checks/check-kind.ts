import type { Schema } from '../openapi/schema.js'

/** What a check can look at. A document that was not brought has no resource. */
export type CheckSubject = { readonly documentId?: string; readonly profileId: string }

/** What mock-yoti knows about one type of check. */
export type CheckKind = {
  readonly type: Schema<'CheckType'>
  /** Ids of the resources that the check looks at, in the order in which Yoti writes them. */
  readonly resourcesUsed: (subject: CheckSubject) => string[]
}

/** What a check found. */
export type CheckOutcome = 'approve' | { readonly reject: string }

/** The report of a check that the branch makes: Yoti documents no sub-checks for those. */
export const reportOf = (outcome: CheckOutcome): Schema<'Report'> => ({
  recommendation: outcome === 'approve' ? { value: 'APPROVE' } : { value: 'REJECT', reason: outcome.reject },
  breakdown: [],
})

/** The resource ids of a check that looks at one document. */
export const documentOnly = ({ documentId }: CheckSubject): string[] => (documentId === undefined ? [] : [documentId])
