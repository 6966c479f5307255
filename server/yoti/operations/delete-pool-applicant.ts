import { removeMember } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const deletePoolApplicant: Operation<'deletePoolApplicant', 'faces'> = ({ request }, { faces }) => ({
  status: 204,
  faces: removeMember(faces, request.path.poolId, request.path.applicantId),
})
