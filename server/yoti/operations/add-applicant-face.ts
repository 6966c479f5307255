import { getApplicant, putFace } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'
import { sentFace } from '../sent-face.js'

export const addApplicantFace: Operation<'addApplicantFace', 'ids' | 'faces'> = (
  { request, session, now },
  { ids, faces },
) => {
  const { id } = getApplicant(faces, request.path.applicantId)
  const face = sentFace(request.body.face, { id: ids.resource, session, now })
  return { status: 201, body: { id: face.id }, faces: putFace(faces, id, face, now) }
}
