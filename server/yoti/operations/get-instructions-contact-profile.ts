import { YotiError } from '../../base/errors.js'
import type { Operation } from '../operation.js'

export const getInstructionsContactProfile: Operation<'getInstructionsContactProfile'> = ({ session }) => {
  const profile = session.instructions?.contactProfile
  if (profile === undefined) throw new YotiError('INSTRUCTIONS_NOT_COMPLETE')
  return { status: 200, body: profile }
}
