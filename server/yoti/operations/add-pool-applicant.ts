import { addMember } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const addPoolApplicant: Operation<'addPoolApplicant', 'faces'> = ({ request }, { faces }) => ({
  status: 204,
  faces: addMember(faces, request.path.poolId, request.body.applicant_id),
})
