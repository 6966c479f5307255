import type { Scenario } from '../engine/scenarios/scenario.js'
import { operationShapesOf } from './operation-shapes.js'
import { type Shape, shapesOf } from './shape.js'
import { typicalScenario } from './typical-scenario.js'

/** The shapes of every operation's answers: those of reading a session come first, `core` before `more`. */
export const everyShape = (scenarios: readonly Scenario[]): Shape[] => {
  const results = shapesOf(scenarios)
  const others = operationShapesOf(typicalScenario(scenarios), results)
  const isResult = ({ operation }: Shape) => operation === 'getSession'
  return [...results, ...others.filter(isResult), ...others.filter((shape) => !isResult(shape))]
}
