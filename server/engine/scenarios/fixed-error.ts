import { type ErrorCode, YotiError } from '../../base/errors.js'
import type { Scenario, ScenarioAnswers } from './scenario.js'

/** The error that a scenario answers an operation with, whatever happened to the session. */
export const fixedError = ({ answers }: Scenario, operationId: string): ErrorCode | undefined =>
  // Only operations that the schema of scenarios names have a fixed answer.
  answers[operationId as keyof ScenarioAnswers]?.error

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
