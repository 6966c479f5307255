import { YotiError } from '../../base/errors.js'
import { assertNotExpired, requestEmail } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

/** Yoti sends the letter to the contact, or has the application do it; a mock sends no mail. */
export const sendInstructionsEmail: Operation<'sendInstructionsEmail'> = ({ session, now }) => {
  assertNotExpired(session, now)
  if (session.instructions === undefined) throw new YotiError('INSTRUCTIONS_NOT_COMPLETE')
  if (session.frozenAt !== undefined) return { status: 200 }
  return { status: 200, session: requestEmail(session, now) }
}
