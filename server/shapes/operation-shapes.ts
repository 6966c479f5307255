import { type ErrorCode, errorTable } from '../base/errors.js'
import type { Session } from '../engine/model/session.js'
import { documentedErrors } from '../engine/scenarios/operation-error.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { errorAnswer, exampleMidnight, type OperationAnswer } from './answer.js'
import type { DocumentOperation } from './document-operation.js'
import { faceIdsOf, isAboutFaces } from './example-faces.js'
import { answerIn, type Media, mediaOf } from './operation-answer.js'
import { type Shape, stateNames } from './shape.js'
import { signatureOf } from './signature.js'
import { type Birth, exampleFor, exampleSessionId, idsOf, sessionIn, situations } from './situation.js'
import type { Values } from './values.js'

const kebab = (name: string) =>
  name
    .replace(/[A-Z]/g, (capital) => `-${capital}`)
    .replaceAll('_', '-')
    .toLowerCase()
const words = (name: string) => name.toLowerCase().replaceAll('_', '-')

/** Where an operation succeeds: with the values that its request may name. */
type Success = { params: Values; values: Values; sends?: unknown; answer: OperationAnswer }

const successWith = (
  operation: DocumentOperation,
  birth: Birth,
  params: Values,
  session?: Session,
  media?: Media,
): Success[] => {
  const answer = answerIn(operation, birth, session, media)
  if (answer === undefined) return []
  const sends = session ? exampleFor(session, operation.operationId, birth) : Object.values(operation.sends)[0]
  const values = {
    ...(session && idsOf(session)),
    ...(isAboutFaces(operation) && faceIdsOf(birth)),
    ...(media && { mediaId: media.id }),
  }
  return [{ params, values, answer, ...(sends !== undefined && { sends }) }]
}

const successesOf = (operation: DocumentOperation, birth: Birth): Success[] => {
  if (!operation.path.includes('{sessionId}')) return successWith(operation, birth, {})
  return situations.flatMap((situation) => {
    const session = sessionIn(situation, birth)
    if (session === undefined) return []
    if (!operation.path.includes('{mediaId}')) return successWith(operation, birth, situation, session)
    return Object.entries(mediaOf(session, birth.now)).flatMap(([place, id]) =>
      successWith(operation, birth, { ...situation, media: place }, session, { place, id }),
    )
  })
}

/** The first success of each kind that a client can tell from the others. */
const distinct = ({ operationId }: DocumentOperation, successes: readonly Success[]): Success[] => {
  const signatures = successes.map(({ answer }) => signatureOf(operationId, answer))
  return successes.filter((_success, index) => signatures.indexOf(signatures[index] ?? '') === index)
}

const groupOf = ({ operationId, tag }: DocumentOperation) => (operationId === 'getSession' ? 'more' : tag)

type Made = Pick<Shape, 'id' | 'title' | 'state' | 'params' | 'values' | 'answers' | 'sends'>

const shapeOf = (operation: DocumentOperation, made: Made): Shape => ({
  ...made,
  description: `${operation.operationId} answers ${made.id}`,
  group: groupOf(operation),
  groups: [groupOf(operation)],
  operation: operation.operationId,
  provenance: 'documented',
  sessionId: made.values['sessionId'] ?? exampleSessionId,
  scenarios: [],
})

const successShapes = (operation: DocumentOperation, birth: Birth): Shape[] =>
  distinct(operation, successesOf(operation, birth)).map(({ params, values, sends, answer }) => {
    const { operationId, summary } = operation
    const details = Object.values(params)
    return shapeOf(operation, {
      id: [operationId, ...details].map(kebab).join('-'),
      title: [summary, ...details].join(', '),
      state: stateNames.success,
      params: { operation: operationId, ...params },
      values,
      ...(sends !== undefined && { sends }),
      answers: { maximum: answer },
    })
  })

const isErrorCode = (code: string): code is ErrorCode => code in errorTable

const errorShapes = (operation: DocumentOperation, birth: Birth, known: readonly string[]): Shape[] => {
  const [success] = successesOf(operation, birth)
  return documentedErrors(operation.operationId)
    .filter(isErrorCode)
    .filter((code) => !known.includes(code))
    .map((code) =>
      shapeOf(operation, {
        id: `${kebab(operation.operationId)}-error-${words(code)}`,
        title: `${operation.summary}: ${code}`,
        state: stateNames.error,
        params: { operation: operation.operationId, code },
        values: success?.values ?? {},
        ...(success?.sends !== undefined && { sends: success.sends }),
        answers: { maximum: errorAnswer(code) },
      }),
    )
}

/**
 * The shapes of every operation of openapi.yaml: what its own code answers its example request in each situation, and the
 * errors that the document gives it. Of reading a session only the errors that no result shape is about.
 * @param scenario what becomes of the sessions
 * @param results the shapes of results, whose errors are not shown again
 */
export const operationShapesOf = (
  scenario: Scenario,
  results: readonly Shape[],
  operations: readonly DocumentOperation[],
): Shape[] => {
  const birth = { id: exampleSessionId, scenario, now: exampleMidnight }
  return operations.flatMap((operation) => {
    if (operation.operationId !== 'getSession')
      return [...successShapes(operation, birth), ...errorShapes(operation, birth, [])]
    const known = results.flatMap(({ answers: { maximum } }) => ('error' in maximum ? [maximum.error.code] : []))
    return errorShapes(operation, birth, known)
  })
}
