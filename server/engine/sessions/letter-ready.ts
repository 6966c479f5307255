import { parseDuration } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import type { Session } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { assertNotExpired } from './transitions.js'

/** When the letter of a session is made: so long after the instructions as its scenario says; undefined without instructions. */
export const letterReadyAt = ({ instructions }: Session, { letter_takes }: Scenario): number | undefined =>
  instructions && instructions.setAt + (parseDuration(letter_takes) ?? 0)

/** @throws YotiError when a session has ended, has no instructions, or its letter is still being made */
export const assertLetterReady = (session: Session, scenario: Scenario, now: number): void => {
  assertNotExpired(session, now)
  const readyAt = letterReadyAt(session, scenario)
  if (readyAt === undefined)
    throw new YotiError('INSTRUCTIONS_NOT_COMPLETE', {
      hint: 'PUT the instructions first. Those of the PHP SDK are an empty {}, which counts as none: docs/sdks.md',
    })
  if (now < readyAt)
    throw new YotiError('TEMPORARILY_UNAVAILABLE', {
      hint: `the scenario '${scenario.id}' has the letter made ${scenario.letter_takes} after the instructions`,
    })
}
