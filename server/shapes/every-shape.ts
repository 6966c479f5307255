import type { Scenario } from '../engine/scenarios/scenario.js'
import { documentOperations } from './document-operation.js'
import { inventedShapes } from './invented-shapes.js'
import { operationShapesOf } from './operation-shapes.js'
import { type Shape, shapesInSteps, shapesOf } from './shape.js'
import { typicalScenario } from './typical-scenario.js'

const isResult = ({ operationId }: { readonly operationId: string }) => operationId === 'getSession'

const withErrors = (scenarios: readonly Scenario[], results: readonly Shape[]): Shape[] => {
  const errors = operationShapesOf(typicalScenario(scenarios), results, documentOperations.filter(isResult))
  return [...results, ...inventedShapes(scenarios), ...errors]
}

/** The shapes of what reading a session answers: `core` comes first. */
export const resultShapesOf = (scenarios: readonly Scenario[]): Shape[] => withErrors(scenarios, shapesOf(scenarios))

/** The shapes of what every other operation answers. */
export const otherShapesOf = (scenarios: readonly Scenario[]): Shape[] => {
  const others = documentOperations.filter((operation) => !isResult(operation))
  return operationShapesOf(typicalScenario(scenarios), [], others)
}

/** The same part by part, some of them empty, for whoever answers others between them: all together take a second. */
export function* everyShapeInParts(scenarios: readonly Scenario[]): Generator<readonly Shape[]> {
  const results = yield* shapesInSteps(scenarios)
  yield withErrors(scenarios, results)
  for (const operation of documentOperations)
    if (!isResult(operation)) yield operationShapesOf(typicalScenario(scenarios), [], [operation])
}

/** The shapes of every operation's answers: those of reading a session come first. */
export const everyShape = (scenarios: readonly Scenario[]): Shape[] => [
  ...resultShapesOf(scenarios),
  ...otherShapesOf(scenarios),
]
