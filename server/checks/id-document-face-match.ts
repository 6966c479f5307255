import { automated, type CheckKind, type CheckSubject, documentOnly } from './check-kind.js'

const faces = ({ faceId, livenessIds = [] }: CheckSubject) =>
  faceId === undefined ? livenessIds.slice(0, 1) : [faceId]

/** Is the person the one on the document? Compares with the branch's face capture, at home with the liveness capture. */
export const idDocumentFaceMatch: CheckKind = {
  type: 'ID_DOCUMENT_FACE_MATCH',
  per: 'id-document',
  resourcesUsed: (subject) => [...documentOnly(subject), ...faces(subject)],
  subChecks: () => [automated('ai_face_match', [{ name: 'confidence_score', value: '0.95' }])],
}
