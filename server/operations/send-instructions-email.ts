import { YotiError } from '../errors.js'
import { stateOf } from '../sessions/transitions.js'
import type { Operation } from './operation.js'

/** Yoti sends the letter to the contact; a mock sends no mail. */
export const sendInstructionsEmail: Operation<'sendInstructionsEmail'> = ({ session, now }) => {
  if (stateOf(session, now) === 'EXPIRED') throw new YotiError('SESSION_EXPIRED')
  if (session.instructions === undefined) throw new YotiError('INSTRUCTIONS_NOT_COMPLETE')
  return { status: 200 }
}
