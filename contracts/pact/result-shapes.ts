import { didYouMean } from '../../server/nearest.js'
import { builtInScenarios } from '../../server/scenarios/catalogue.js'
import { type Shape, type ShapeGroup, shapesOf } from '../shapes/shape.js'

/** A result shape, as a contract test uses it: `title`, `id` and `sessionId` are for the test, the rest for the kit. */
export type ResultShape = Shape

/** The result shapes that there are. */
export type ResultShapes = {
  readonly all: readonly ResultShape[]
  /** The shapes with these ids. @throws Error for an id that no shape has */
  readonly only: (...ids: string[]) => readonly ResultShape[]
  readonly group: (name: ShapeGroup) => readonly ResultShape[]
}

const shapes = shapesOf(builtInScenarios())

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
}
