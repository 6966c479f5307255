import { UsageError } from '../../server/base/errors.js'
import { lazy } from '../../server/base/lazy.js'
import { didYouMean } from '../../server/base/nearest.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import {
  answersOf,
  judgeState,
  misplacedParams,
  otherShapesOf,
  providerStates,
  resultShapesOf,
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

const scenarios = lazy(builtInScenarios)

// Hundreds of answers: computed when a test asks for them, not when a module is imported.
const results = lazy((): readonly ResultShape[] => resultShapesOf(scenarios()))
const others = lazy((): readonly ResultShape[] => otherShapesOf(scenarios()))

/** Every shape, of results and of other operations. */
export const everyKnownShape = (): readonly ResultShape[] => [...results(), ...others()]

const withParams: ResultShapes['with'] = (shape, more) => {
  const fixed = ['result', 'extent'].find((name) => name in more)
  if (fixed !== undefined)
    throw new Error(`'${fixed}' is what '${shape.id}' stands for: take another shape with resultShapes.only(…)`)
  const params = { ...shape.params, ...more }
  const scenario = scenarios().find(({ id }) => id === shape.id)
  if (scenario === undefined) throw new Error(`the shape '${shape.id}' has no scenario`)
  const problems = [...judgeState(shape.state, params, providerStates(scenarios())), ...misplacedParams(scenario, more)]
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
    throw new UsageError(`No ${kind} is called '${name}'.${didYouMean(name, known)} Known: ${known.join(', ')}`)
}

/** @param from computes the shapes, the first time that one is asked for */
const shapesAmong = (from: () => readonly ResultShape[]): Shapes => {
  const find = (id: string) => {
    assertKnown(
      'shape',
      id,
      from().map((shape) => shape.id),
    )
    return from().filter((shape) => shape.id === id)
  }
  return {
    get all() {
      return from()
    },
    only: (...ids) => ids.flatMap(find),
    group: (name) => {
      assertKnown('group of shapes', name, [...new Set(from().flatMap(({ groups }) => groups))])
      return from().filter(({ groups }) => groups.includes(name))
    },
  }
}

/** Every shape that Yoti's results have, made from mock-yoti's scenarios and openapi.yaml. */
export const resultShapes: ResultShapes = Object.assign(shapesAmong(results), { with: withParams })

/** The shapes of every other operation: its successes in each situation of a session, and its documented errors. */
export const operationShapes: Shapes & {
  /** The shapes of one operation. @throws Error for an operation that openapi.yaml does not have */
  readonly of: (operationId: string) => readonly ResultShape[]
} = Object.assign(shapesAmong(others), {
  of: (operationId: string) => {
    assertKnown('operation', operationId, [...new Set(everyKnownShape().map(({ operation }) => operation))])
    return everyKnownShape().filter(({ operation }) => operation === operationId)
  },
})

/** The shapes of a group, whatever they are shapes of. */
export const shapeGroup: Shapes['group'] = shapesAmong(everyKnownShape).group
