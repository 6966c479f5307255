import type { CheckKind } from './check-kind.js'

/** A clerk's decision about each document. Yoti documents only approvals, and no sub-checks. */
export const branchCheck: Pick<CheckKind, 'per' | 'order' | 'subChecks' | 'attempted' | 'reasons'> = {
  per: 'document',
  order: { manualCheck: 'IBV', usualConfig: () => ({ manual_check: 'IBV' }) },
  subChecks: {},
  attempted: () => [],
  reasons: {},
}
