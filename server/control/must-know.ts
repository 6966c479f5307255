import { type PropertyError, YotiError } from '../errors.js'
import { didYouMean } from '../nearest.js'

/** @throws YotiError PAYLOAD_VALIDATION when there is anything wrong */
export const mustBeRight = (errors: readonly PropertyError[]): void => {
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
}

/** @throws YotiError PAYLOAD_VALIDATION for a name that means nothing, naming the nearest */
export const mustKnowNames = (property: string, given: object | undefined, known: readonly string[]): void =>
  mustBeRight(
    Object.keys(given ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => ({
        property: `${property}.${name}`,
        message: `is not known.${didYouMean(name, known)} Known: ${known.join(', ')}`,
      })),
  )
