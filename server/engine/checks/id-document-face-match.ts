import { type CheckKind, type CheckSubject, documentOnly } from './check-kind.js'
import { each, only } from './reasons.js'

/** The confidence score of a face match, with values from captured answers. */
export const faceMatchScore: NonNullable<CheckKind['details']> = (subCheck, result) =>
  subCheck === 'ai_face_match' ? { confidence_score: result === 'PASS' ? '0.95' : '0.20' } : {}

const faces = ({ faceId, livenessIds = [] }: CheckSubject) => (faceId === undefined ? livenessIds.slice(-1) : [faceId])

/** Is the person the one on the document? Compared with the face capture in a branch, with liveness at home. */
export const idDocumentFaceMatch: CheckKind = {
  type: 'ID_DOCUMENT_FACE_MATCH',
  order: { manualCheck: 'NOT_IBV', usualConfig: () => ({ manual_check: 'FALLBACK' }) },
  profileFailure: { code: 'FACE_MATCH_VERIFICATION_FAILED', type: 'ID_DOCUMENT_FACE_MATCH' },
  per: 'id-document',
  resourcesUsed: (subject) => [...documentOnly(subject), ...faces(subject)],
  subChecks: { ai_face_match: 'AUTOMATED', manual_face_match: 'EXPERT_REVIEW' },
  // A person compares the faces if the machine could not match them, or if `manual_check` is ALWAYS.
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
      // Without a visible face there is no score.
      only({ sub_check: 'ai_face_match', details: {} }, 'manual_face_match'),
    ),
  },
}
