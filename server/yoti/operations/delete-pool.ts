import { removePool } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'

export const deletePool: Operation<'deletePool', 'faces'> = ({ request }, { faces }) => ({
  status: 204,
  faces: removePool(faces, request.path.poolId),
})
