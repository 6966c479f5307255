import { removeApplicant } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const deleteApplicant: Operation<'deleteApplicant', 'faces'> = ({ request }, { faces }) => ({
  status: 204,
  faces: removeApplicant(faces, request.path.applicantId),
})
