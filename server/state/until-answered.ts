import { setTimeout as sleep } from 'node:timers/promises'
import { YotiError } from '../base/errors.js'

/** Milliseconds until a state that was away is asked again. */
const pause = 250

/** Asks until the state answers: what has happened already is not to be lost because it is away. */
export const untilAnswered = async <Answer>(
  ask: () => Answer | Promise<Answer>,
  isOver: () => boolean,
): Promise<Answer> => {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof YotiError) || isOver()) throw error
      await sleep(pause, undefined, { ref: false })
    }
  }
}
