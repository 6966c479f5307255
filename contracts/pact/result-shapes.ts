import { didYouMean } from '../../server/nearest.js'
import { builtInScenarios } from '../../server/scenarios/catalogue.js'
import { judgeState, providerStates } from '../shapes/provider-states.js'
import { answersOf, type Shape, type ShapeGroup, shapesOf } from '../shapes/shape.js'
import { misplacedParams, vary } from '../shapes/state-session.js'

/** A result shape, as a contract test uses it: `title`, `id` and `sessionId` are for the test, the rest for the kit. */
export type ResultShape = Shape

/** The result shapes that there are. */
export type ResultShapes = {
  readonly all: readonly ResultShape[]
  /** The shapes with these ids. @throws Error for an id that no shape has */
  readonly only: (...ids: string[]) => readonly ResultShape[]
  readonly group: (name: ShapeGroup) => readonly ResultShape[]
  /**
   * A shape with a value of your choice in a place that it leaves open: `reason`, `id_document`,
   * `supplementary_document`. The contract then asks for exactly that value.
   * @throws Error for a parameter that the shape does not have
   */
  readonly with: (shape: ResultShape, params: Readonly<Record<string, string>>) => ResultShape
}

const scenarios = builtInScenarios()
const shapes = shapesOf(scenarios)

const withParams: ResultShapes['with'] = (shape, more) => {
  const params = { ...shape.params, ...more }
  const scenario = scenarios.find(({ id }) => id === shape.id)
  if (scenario === undefined) throw new Error(`the shape '${shape.id}' has no scenario`)
  const problems = [...judgeState(shape.state, params, providerStates(scenarios)), ...misplacedParams(scenario, more)]
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '))
  const told = Object.entries(more).map(([name, value]) => `${name} ${value}`)
  return {
    ...shape,
    params,
    title: [shape.title, ...told].join(', '),
    description: [shape.description, ...told].join(', '),
    answers: answersOf(vary(scenario, more)),
  }
}

const find = (id: string): ResultShape => {
  const shape = shapes.find((candidate) => candidate.id === id)
  if (shape !== undefined) return shape
  const known = shapes.map((candidate) => candidate.id)
  throw new Error(`No result shape is called '${id}'.${didYouMean(id, known)} Known: ${known.join(', ')}`)
}

/** Every shape that Yoti's results have, made from mock-yoti's scenarios and openapi.yaml. */
export const resultShapes: ResultShapes = {
  all: shapes,
  only: (...ids) => ids.map(find),
  group: (name) => shapes.filter(({ group }) => group === name),
  with: withParams,
}
