import { documentOperations, stateNames, webhookShapes } from '../../server/shapes/index.js'
import type { Interaction } from './parts.js'

const operations = new Set<string>(documentOperations.map(({ operationId }) => operationId))
const states = new Set<string>(Object.values(stateNames))
const messages = new Set<string>(webhookShapes().map(({ description }) => description))

/**
 * Whether an interaction was written by this kit: its description begins with `getSession answers …` and its state is one
 * of ours. Anything else in a pact is the team's own.
 */
export const isFromKit = ({ description, providerStates }: Interaction): boolean => {
  const given = providerStates ?? []
  if (messages.has(description)) return true
  const [, operation = ''] = /^(\w+) answers /.exec(description) ?? []
  return operations.has(operation) && given.length > 0 && given.every(({ name }) => states.has(name))
}
