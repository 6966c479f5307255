import { parseDuration } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import { assertNotExpired } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

export const getInstructionsPdf: Operation<'getInstructionsPdf', 'scenario'> = ({ session, now }, { scenario }) => {
  assertNotExpired(session, now)
  if (session.instructions === undefined)
    throw new YotiError('INSTRUCTIONS_NOT_COMPLETE', {
      hint: 'PUT the instructions first. Those of the PHP SDK are an empty {}, which counts as none: docs/sdks.md',
    })
  const readyAt = session.instructions.setAt + (parseDuration(scenario.letter_takes) ?? 0)
  if (now < readyAt)
    throw new YotiError('TEMPORARILY_UNAVAILABLE', {
      hint: `the scenario '${scenario.id}' has the letter made ${scenario.letter_takes} after the instructions`,
    })
  return { status: 200, content: { kind: 'letter', session } }
}
