import { parseDuration } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import type { Session } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { assertNotExpired } from './transitions.js'

/** @throws YotiError when a session has ended, has no instructions, or its letter is still being made */
export const assertLetterReady = (session: Session, scenario: Scenario, now: number): void => {
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
}
