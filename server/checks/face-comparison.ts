import { automated, type CheckKind } from './check-kind.js'

/** Is the person the one on the image that the relying business supplied? */
export const faceComparison: CheckKind = {
  type: 'FACE_COMPARISON',
  per: 'session',
  resourcesUsed: ({ livenessIds = [], faceId }) => [
    ...(faceId === undefined ? [] : [faceId]),
    ...livenessIds.slice(0, 1),
  ],
  subChecks: () => [automated('ai_face_match', [{ name: 'confidence_score', value: '0.95' }])],
}
