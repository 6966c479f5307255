import { addPool } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const createPool: Operation<'createPool', 'ids' | 'faces'> = ({ request }, { ids, faces }) => {
  const body = { id: ids.resource, label: request.body.label }
  return { status: 201, body, faces: addPool(faces, { ...body, applicantIds: [] }) }
}
