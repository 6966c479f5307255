import { YotiError } from '../errors.js'
import { didYouMean } from '../nearest.js'
import { oauthOperations, yotiOperations } from '../openapi/generated/operations.js'

/** Every operation that applications call. */
export const applicationOperations: readonly string[] = [...yotiOperations, ...oauthOperations].map(
  ({ operationId }) => operationId,
)

const refuse = (property: string, message: string): never => {
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property, message }] })
}

/** @throws YotiError PAYLOAD_VALIDATION for an operationId that no operation has, naming the nearest */
export const mustKnowOperation = (operation: string | undefined): void => {
  if (operation === undefined || applicationOperations.includes(operation)) return
  refuse(
    'operation',
    `no operation is called '${operation}'.${didYouMean(operation, applicationOperations)} Known: ${applicationOperations.join(', ')}`,
  )
}

/** @throws YotiError PAYLOAD_VALIDATION for a name that means nothing, naming the nearest */
export const mustKnowNames = (property: string, given: object, known: readonly string[]): void => {
  for (const name of Object.keys(given))
    if (!known.includes(name))
      refuse(`${property}.${name}`, `is not known.${didYouMean(name, known)} Known: ${known.join(', ')}`)
}
