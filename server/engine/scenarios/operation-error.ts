import { yotiErrors } from '../../openapi/generated/operations.js'
import { type Scenario, type ScenarioAnswers, scenarioDefaults } from './scenario.js'

/** The codes that openapi.yaml gives an operation; none for an operation that it does not have. */
export const documentedErrors = (operationId: string): readonly string[] =>
  (yotiErrors as Readonly<Record<string, readonly string[]>>)[operationId] ?? []

/** The scenario of one operation's error: asked for like any other, though no file says it. */
export const operationErrorId = (operationId: string, code: string): string => `error:${operationId}:${code}`

/** The scenario that answers an operation with one of its documented errors, by its id. */
export const findOperationError = (id: string): Scenario | undefined => {
  const [, operationId = '', code = ''] = /^error:(\w+):(\w+)$/.exec(id) ?? []
  if (!documentedErrors(operationId).includes(code)) return undefined
  // The codes of openapi.yaml are those of errors.ts, by test.
  const answers = { [operationId]: { error: code } } as ScenarioAnswers
  return {
    ...scenarioDefaults,
    id,
    group: 'errors',
    title: `${operationId} answers ${code}`,
    use_when: 'A client must survive this error of this operation.',
    provenance: 'documented',
    source: 'openapi.yaml',
    answers,
  }
}
