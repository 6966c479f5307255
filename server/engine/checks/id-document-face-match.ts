import { type CheckKind, type CheckSubject, documentOnly } from './check-kind.js'
import { each, only } from './reasons.js'

/** The score of faces that a machine finds alike or not, as captured answers have it. */
export const faceMatchScore: NonNullable<CheckKind['details']> = (subCheck, result) =>
  subCheck === 'ai_face_match' ? { confidence_score: result === 'PASS' ? '0.95' : '0.20' } : {}

const faces = ({ faceId, livenessIds = [] }: CheckSubject) =>
  faceId === undefined ? livenessIds.slice(0, 1) : [faceId]

/** Is the person the one on the document? Compares with the branch's face capture, at home with the liveness capture. */
export const idDocumentFaceMatch: CheckKind = {
  type: 'ID_DOCUMENT_FACE_MATCH',
  order: { manualCheck: 'NOT_IBV', usualConfig: () => ({ manual_check: 'FALLBACK' }) },
  profileFailure: { code: 'FACE_MATCH_VERIFICATION_FAILED', type: 'ID_DOCUMENT_FACE_MATCH' },
  per: 'id-document',
  resourcesUsed: (subject) => [...documentOnly(subject), ...faces(subject)],
  subChecks: { ai_face_match: 'AUTOMATED', manual_face_match: 'EXPERT_REVIEW' },
  // A person looks where the machine could not tell, and always where that was asked for.
  attempted: ({ asked }, failing) =>
    failing.length === 0 && asked?.manual_check !== 'ALWAYS'
      ? ['ai_face_match']
      : ['ai_face_match', 'manual_face_match'],
  details: faceMatchScore,
  reasons: {
    reject: each(
      ['FACE_NOT_GENUINE', 'LARGE_AGE_GAP', 'PHOTO_OF_MASK', 'PHOTO_OF_PHOTO', 'DIFFERENT_PERSON'],
      only('ai_face_match', 'manual_face_match'),
    ),
    not_available: each(
      [
        'PHOTO_OVEREXPOSED',
        'PHOTO_TOO_DARK',
        'PHOTO_TOO_BLURRY',
        'FACE_NOT_FOUND',
        'GLARE_OBSTRUCTION',
        'OBJECT_OBSTRUCTION',
        'DOCUMENT_NOT_FOUND',
        'PARTIAL_PHOTO',
        'FACE_PHOTO_LOW_RESOLUTION',
        'MISUSE',
        'INVALID',
      ],
      // Where a face cannot be seen, there is nothing to score.
      only({ sub_check: 'ai_face_match', details: {} }, 'manual_face_match'),
    ),
  },
}
