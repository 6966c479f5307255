import { type PropertyError, YotiError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import { controlNames } from '../openapi/generated/operations.js'
import type { ControlOperationId } from '../openapi/operation.js'

/** @throws YotiError PAYLOAD_VALIDATION when there is anything wrong */
export const throwIfInvalid = (errors: readonly PropertyError[]): void => {
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
}

/** Nobody reads more of them, and each is compared with every known name. */
const mostUnknown = 100

type Names = (typeof controlNames)[string]

const namesOf = (operationId: ControlOperationId): Names => controlNames[operationId] ?? { query: [], body: [] }

/** @throws YotiError PAYLOAD_VALIDATION for a name that means nothing in the body of an operation, naming the nearest */
export const assertKnownBody = (operationId: ControlOperationId, given: unknown): void => {
  const { body: known, isOpen } = namesOf(operationId)
  // What is no object is refused by the document.
  if (isOpen === true || typeof given !== 'object' || given === null || Array.isArray(given)) return
  throwIfInvalid(
    Object.keys(given)
      .filter((property) => !known.includes(property))
      .slice(0, mostUnknown)
      .map((property) => ({
        property,
        message:
          known.length === 0
            ? 'is not known: there is no body'
            : `is not known.${didYouMean(property, known)} Known: ${known.join(', ')}`,
      })),
  )
}

/**
 * An unknown name is a mistake that would be answered with something else than was meant: a reset of all for a reset of one.
 * @throws YotiError PAYLOAD_VALIDATION for a name that means nothing in the query of an operation, naming the nearest
 */
export const assertKnownQuery = (operationId: ControlOperationId, given: object): void => {
  const { query: known, body } = namesOf(operationId)
  const message = (name: string) => {
    if (body.includes(name)) return `belongs in the body: {"${name}": …}`
    const names = known.length === 0 ? 'There is no query' : `Known: ${known.join(', ')}`
    return `is not known.${didYouMean(name, known)} ${names}`
  }
  throwIfInvalid(
    Object.keys(given)
      .filter((name) => !known.includes(name))
      .slice(0, mostUnknown)
      .map((name) => ({ property: `query.${name}`, message: message(name) })),
  )
}
