import { yotiErrors } from '../../openapi/generated/operations.js'
import { type Scenario, type ScenarioAnswers, scenarioDefaults } from './scenario.js'

/** The codes that openapi.yaml gives an operation; none for an operation that it does not have. */
export const documentedErrors = (operationId: string): readonly string[] =>
  (yotiErrors as Readonly<Record<string, readonly string[]>>)[operationId] ?? []

/** The scenario in which one operation answers with an error. It is selected like any other, but has no file. */
export const operationErrorId = (operationId: string, code: string): string => `error:${operationId}:${code}`

/** The scenario that answers an operation with one of its documented errors, by its id. */
export const findOperationError = (id: string): Scenario | undefined => {
  const [, operationId = '', code = ''] = /^error:(\w+):(\w+)$/.exec(id) ?? []
  if (!documentedErrors(operationId).includes(code)) return undefined
  // A test checks that the codes of openapi.yaml are those of errors.ts.
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
