import { setTimeout as sleep } from 'node:timers/promises'
import { YotiError } from '../base/errors.js'
import { randomFraction } from '../base/ids.js'

/** How often a request is decided again because others changed what it had read, before it gives up. */
const mostTries = 100

/**
 * @param tried how often the request was decided before
 * @throws YotiError TEMPORARILY_UNAVAILABLE after the last try
 */
export const assertMayTry = (tried: number): void => {
  if (tried < mostTries) return
  throw new YotiError('TEMPORARILY_UNAVAILABLE', {
    hint: `others changed what this request had read, ${tried} times in a row: send it again`,
  })
}

/** After so many tries there is a pause before the next, longer each time, so that those who compete come apart. */
const triesInARow = 10

/**
 * Does something again for as long as others are faster.
 * @param attempt reads, decides and writes; its result is `false` or `undefined` when something that it had read has changed
 * @throws YotiError TEMPORARILY_UNAVAILABLE after the last try
 */
export const tryUntilDone = async <Result>(attempt: () => Promise<Result | false | undefined>): Promise<Result> => {
  for (let tried = 0; ; tried += 1) {
    assertMayTry(tried)
    if (tried >= triesInARow) await sleep(randomFraction() * tried)
    const result = await attempt()
    if (result !== false && result !== undefined) return result
  }
}
