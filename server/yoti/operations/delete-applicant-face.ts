import { removeFace } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const deleteApplicantFace: Operation<'deleteApplicantFace', 'faces'> = ({ request, now }, { faces }) => ({
  status: 204,
  faces: removeFace(faces, request.path.applicantId, request.path.faceId, now),
})
