import { YotiError } from '../base/errors.js'

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
