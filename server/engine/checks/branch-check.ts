import type { CheckKind } from './check-kind.js'

/** What the clerk decides about each document: Yoti documents neither sub-checks nor anything but an approval. */
export const branchCheck: Pick<CheckKind, 'per' | 'order' | 'subChecks' | 'attempted' | 'reasons'> = {
  per: 'document',
  order: { manualCheck: 'IBV', usualConfig: () => ({ manual_check: 'IBV' }) },
  subChecks: {},
  attempted: () => [],
  reasons: {},
}
