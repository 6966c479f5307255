import { UsageError } from './errors.js'
import { didYouMean } from './nearest.js'

/**
 * @param what the object, as its caller knows it: `the options of waitFor`
 * @throws UsageError for a name that is none of the known ones, with the nearest
 */
export const assertKnownNames = (given: object, known: readonly string[], what: string): void => {
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const advice = didYouMean(unknown, known) || ` Known are ${known.join(', ')}.`
  throw new UsageError(`Unknown name '${unknown}' in ${what}.${advice}`)
}
