import { setTimeout as sleep } from 'node:timers/promises'
import { minute, startStopwatch } from '../base/clock.js'
import { YotiError } from '../base/errors.js'

/** Milliseconds until a state that was away is asked again. */
const pause = 250

/** A state that is away for longer is not waited for. */
const longest = 10 * minute

const isAway = (error: unknown) => error instanceof YotiError && error.code === 'TEMPORARILY_UNAVAILABLE'

/** Asks until the state answers: what has happened already is not to be lost because it is away. */
export const untilAnswered = async <Answer>(
  ask: () => Answer | Promise<Answer>,
  isOver: () => boolean,
): Promise<Answer> => {
  const waited = startStopwatch()
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isAway(error) || isOver() || waited() > longest) throw error
      await sleep(pause, undefined, { ref: false })
    }
  }
}
