import { type CheckKind, type CheckSubject, documentOnly } from './check-kind.js'
import { each, only } from './findings.js'

/** The score of faces that a machine finds alike, as captured answers have it; and of faces that it does not. */
export const alike = { confidence_score: '0.95' }
const different = { sub_check: 'ai_face_match', details: { confidence_score: '0.20' } }

const faces = ({ faceId, livenessIds = [] }: CheckSubject) =>
  faceId === undefined ? livenessIds.slice(0, 1) : [faceId]

/** Is the person the one on the document? Compares with the branch's face capture, at home with the liveness capture. */
export const idDocumentFaceMatch: CheckKind = {
  type: 'ID_DOCUMENT_FACE_MATCH',
  per: 'id-document',
  resourcesUsed: (subject) => [...documentOnly(subject), ...faces(subject)],
  subChecks: { ai_face_match: 'AUTOMATED', manual_face_match: 'EXPERT_REVIEW' },
  // A person looks where the machine could not tell.
  attempted: (_subject, failing) => (failing.length === 0 ? ['ai_face_match'] : ['ai_face_match', 'manual_face_match']),
  details: { ai_face_match: alike },
  reasons: {
    reject: each(
      ['FACE_NOT_GENUINE', 'LARGE_AGE_GAP', 'PHOTO_OF_MASK', 'PHOTO_OF_PHOTO', 'DIFFERENT_PERSON'],
      only(different, 'manual_face_match'),
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
      only('ai_face_match', 'manual_face_match'),
    ),
  },
}
