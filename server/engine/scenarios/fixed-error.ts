import { type ErrorCode, YotiError } from '../../base/errors.js'
import { yotiOperations } from '../../openapi/generated/operations.js'
import type { Scenario, ScenarioAnswers } from './scenario.js'

/** The sandbox's agent names its session in the body, the others in the path. */
const isOnSession = (operationId: string) =>
  operationId === 'runAgent' ||
  yotiOperations.some((operation) => operation.operationId === operationId && operation.path.includes('{sessionId}'))

/** The error that a scenario answers an operation with, whatever happened to the session. */
export const fixedError = ({ answers }: Scenario, operationId: string): ErrorCode | undefined => {
  // Only operations that the schema of scenarios names have a fixed answer.
  const own = answers[operationId as keyof ScenarioAnswers]
  if (own !== undefined || answers.everyOperation === undefined) return own?.error
  return isOnSession(operationId) ? answers.everyOperation.error : undefined
}

/** What Yoti's own samples of these errors name as wrong. */
const namedProperties: Partial<Record<ErrorCode, { property: string; message: string }[]>> = {
  MALFORMED_REQUEST: [{ property: 'header.X-Yoti-Auth-Digest', message: 'must not be null or empty' }],
  PAYLOAD_VALIDATION: [{ property: 'requested_checks', message: 'must not be empty' }],
}

/** An error that nothing in the request is the reason of. */
export const sampleError = (code: ErrorCode, hint?: string): YotiError => {
  const errors = namedProperties[code]
  return new YotiError(code, { ...(errors && { errors }), ...(hint !== undefined && { hint }) })
}
