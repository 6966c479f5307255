import type { ErrorCode } from '../errors.js'
import type { Scenario, ScenarioAnswers } from './scenario.js'

/** The error that a scenario answers an operation with, whatever happened to the session. */
export const fixedError = ({ answers }: Scenario, operationId: string): ErrorCode | undefined =>
  // Only operations that the schema of scenarios names have a fixed answer.
  answers[operationId as keyof ScenarioAnswers]?.error
