import { instructionsOf } from '../../engine/results/instructions.js'
import type { Operation } from '../operation.js'

export const getInstructions: Operation<'getInstructions'> = ({ session }) => ({
  status: 200,
  body: instructionsOf(session),
})
