import { getApplicant as get, poolsOf } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const getApplicant: Operation<'getApplicant', 'faces'> = ({ request }, { faces }) => {
  const { id, face } = get(faces, request.path.applicantId)
  const pools = poolsOf(faces, id).map((pool) => ({ id: pool.id, label: pool.label }))
  return { status: 200, body: { id, faces: { ...(face && { archetype_face: face.id }), faces: [] }, pools } }
}
