import type { CheckKind } from './check-kind.js'
import { faceMatchScore } from './id-document-face-match.js'
import { fails, noReason } from './reasons.js'

/** Is the person the one on the image that the relying business supplied? Compared by a machine only. */
export const faceComparison: CheckKind = {
  type: 'FACE_COMPARISON',
  order: { manualCheck: 'NEVER', usualConfig: () => ({ manual_check: 'NEVER' }) },
  per: 'session',
  resourcesUsed: ({ livenessIds = [], suppliedFaceId }) => [
    ...(suppliedFaceId === undefined ? [] : [suppliedFaceId]),
    ...livenessIds.slice(0, 1),
  ],
  subChecks: { ai_face_match: 'AUTOMATED' },
  attempted: () => ['ai_face_match'],
  details: faceMatchScore,
  reasons: { reject: { [noReason]: fails('ai_face_match') } },
}
