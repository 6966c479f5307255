import type { PropertyError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import { oauthOperations, yotiOperations } from './generated/operations.js'

const known: readonly string[] = [...yotiOperations, ...oauthOperations].map(({ operationId }) => operationId)

/** What is wrong with the name of an operation that applications call; nothing when there is none, or no name. */
export const judgeOperation = (operation: string | undefined): PropertyError[] =>
  operation === undefined || known.includes(operation)
    ? []
    : [
        {
          property: 'operation',
          message: `no operation is called '${operation}'.${didYouMean(operation, known)} Known: ${known.join(', ')}`,
        },
      ]
