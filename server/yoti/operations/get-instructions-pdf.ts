import { assertLetterReady } from '../../engine/sessions/letter-ready.js'
import type { Operation } from '../operation.js'

export const getInstructionsPdf: Operation<'getInstructionsPdf', 'scenario'> = ({ session, now }, { scenario }) => {
  assertLetterReady(session, scenario, now)
  return { status: 200, content: { kind: 'letter', session } }
}
