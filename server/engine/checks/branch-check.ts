import type { CheckKind } from './check-kind.js'

/** What the clerk decides about each document: Yoti documents neither sub-checks nor anything but an approval. */
export const branchCheck: Pick<CheckKind, 'per' | 'subChecks' | 'attempted' | 'reasons'> = {
  per: 'document',
  subChecks: {},
  attempted: () => [],
  reasons: {},
}
