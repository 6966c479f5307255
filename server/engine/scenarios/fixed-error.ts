import { type ErrorCode, YotiError } from '../../base/errors.js'
import { yotiOperations } from '../../openapi/generated/operations.js'
import type { Scenario, ScenarioAnswers } from './scenario.js'

/** Whether an operation is about a session. `runAgent` has the session's id in its body, the others in their path. */
const isOnSession = (operationId: string) =>
  operationId === 'runAgent' ||
  yotiOperations.some((operation) => operation.operationId === operationId && operation.path.includes('{sessionId}'))

/** The error that a scenario fixes as the answer of an operation, independent of the session's events. */
export const fixedError = ({ answers }: Scenario, operationId: string): ErrorCode | undefined => {
  // Only operations that the scenario schema names can have a fixed answer.
  const own = answers[operationId as keyof ScenarioAnswers]
  if (own !== undefined || answers.everyOperation === undefined) return own?.error
  return isOnSession(operationId) ? answers.everyOperation.error : undefined
}

/** The properties that Yoti's samples of these errors name. */
const namedProperties: Partial<Record<ErrorCode, { property: string; message: string }[]>> = {
  MALFORMED_REQUEST: [{ property: 'header.X-Yoti-Auth-Digest', message: 'must not be null or empty' }],
  PAYLOAD_VALIDATION: [{ property: 'requested_checks', message: 'must not be empty' }],
}

/** An error that a scenario, not the request, is the reason of. */
export const sampleError = (code: ErrorCode, hint?: string): YotiError => {
  const errors = namedProperties[code]
  return new YotiError(code, { ...(errors && { errors }), ...(hint !== undefined && { hint }) })
}
