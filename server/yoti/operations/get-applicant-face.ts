import { getFace } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const getApplicantFace: Operation<'getApplicantFace', 'faces'> = ({ request }, { faces }) => {
  const { image } = getFace(faces, request.path.applicantId, request.path.faceId)
  return { status: 200, content: { kind: 'applicant-face', image } }
}
