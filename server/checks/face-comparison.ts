import type { CheckKind } from './check-kind.js'
import { noReason, only } from './findings.js'
import { alike } from './id-document-face-match.js'

/** Is the person the one on the image that the relying business supplied? Only a machine looks. */
export const faceComparison: CheckKind = {
  type: 'FACE_COMPARISON',
  per: 'session',
  resourcesUsed: ({ livenessIds = [], faceId }) => [
    ...(faceId === undefined ? [] : [faceId]),
    ...livenessIds.slice(0, 1),
  ],
  subChecks: { ai_face_match: 'AUTOMATED' },
  attempted: () => ['ai_face_match'],
  details: { ai_face_match: alike },
  reasons: { reject: { [noReason]: only({ sub_check: 'ai_face_match', details: { confidence_score: '0.20' } }) } },
}
