import { didYouMean } from '../../server/base/nearest.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import {
  answersOf,
  everyShape,
  judgeState,
  misplacedParams,
  providerStates,
  type Shape,
  type ShapeGroup,
  vary,
} from '../../server/shapes/index.js'

/** A result shape, as a contract test uses it: `title`, `id` and `sessionId` are for the test, the rest for the kit. */
export type ResultShape = Shape

/** The shapes that there are of some answers. */
export type Shapes = {
  readonly all: readonly ResultShape[]
  /** The shapes with these ids. @throws Error for an id that no shape has */
  readonly only: (...ids: string[]) => readonly ResultShape[]
  /** @throws Error for a group that no shape is in */
  readonly group: (name: ShapeGroup) => readonly ResultShape[]
}

/** The shapes of what reading a session answers. */
export type ResultShapes = Shapes & {
  /**
   * A shape with a value of your choice in a place that it leaves open: `reason`, `id_document`,
   * `supplementary_document`. The contract then asks for exactly that value.
   * @throws Error for a parameter that the shape does not have
   */
  readonly with: (shape: ResultShape, params: Readonly<Record<string, string>>) => ResultShape
}

const scenarios = builtInScenarios()
/** Every shape, of results and of other operations. */
export const everyKnownShape: readonly ResultShape[] = everyShape(scenarios)

const withParams: ResultShapes['with'] = (shape, more) => {
  const fixed = ['result', 'extent'].find((name) => name in more)
  if (fixed !== undefined)
    throw new Error(`'${fixed}' is what '${shape.id}' stands for: take another shape with resultShapes.only(…)`)
  const params = { ...shape.params, ...more }
  const scenario = scenarios.find(({ id }) => id === shape.id)
  if (scenario === undefined) throw new Error(`the shape '${shape.id}' has no scenario`)
  const problems = [...judgeState(shape.state, params, providerStates(scenarios)), ...misplacedParams(scenario, more)]
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '))
  const details = Object.entries(more).map(([name, value]) => `${name} ${value}`)
  return {
    ...shape,
    params,
    title: [shape.title, ...details].join(', '),
    description: [shape.description, ...details].join(', '),
    answers: answersOf(vary(scenario, more)),
  }
}

const assertKnown = (kind: string, name: string, known: readonly string[]) => {
  if (!known.includes(name))
    throw new Error(`No ${kind} is called '${name}'.${didYouMean(name, known)} Known: ${known.join(', ')}`)
}

const shapesAmong = (shapes: readonly ResultShape[]): Shapes => {
  const find = (id: string) => {
    assertKnown(
      'shape',
      id,
      shapes.map((shape) => shape.id),
    )
    return shapes.filter((shape) => shape.id === id)
  }
  const groups = [...new Set(shapes.map(({ group }) => group))]
  return {
    all: shapes,
    only: (...ids) => ids.flatMap(find),
    group: (name) => {
      assertKnown('group of shapes', name, groups)
      return shapes.filter(({ group }) => group === name)
    },
  }
}

const isResult = ({ operation }: ResultShape) => operation === 'getSession'

/** Every shape that Yoti's results have, made from mock-yoti's scenarios and openapi.yaml. */
export const resultShapes: ResultShapes = { ...shapesAmong(everyKnownShape.filter(isResult)), with: withParams }

/** The shapes of every other operation: its successes in each situation of a session, and its documented errors. */
export const operationShapes: Shapes & {
  /** The shapes of one operation. @throws Error for an operation that openapi.yaml does not have */
  readonly of: (operationId: string) => readonly ResultShape[]
} = {
  ...shapesAmong(everyKnownShape.filter((shape) => !isResult(shape))),
  of: (operationId) => {
    assertKnown('operation', operationId, [...new Set(everyKnownShape.map(({ operation }) => operation))])
    return everyKnownShape.filter(({ operation }) => operation === operationId)
  },
}

/** The shapes of a group, whatever they are shapes of. */
export const shapeGroup: Shapes['group'] = shapesAmong(everyKnownShape).group
