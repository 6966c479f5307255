import { isDeepStrictEqual } from 'node:util'
import { covers } from './covers.js'
import type { ShapeDescription } from './describe-shapes.js'
import type { AnyPact } from './parts.js'

/** A difference between two versions of the catalogue, and the consumers whose pacts name the shape. */
export type ShapeChange = {
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  /** What is different in a shape that changed. */
  readonly differs: readonly string[]
  readonly concerns: readonly string[]
}

const compared = ['state', 'params', 'group', 'matchers'] as const

/** What is compared of a shape, and what tells whether a pact has it. */
export type ComparedShape = Pick<ShapeDescription, (typeof compared)[number] | 'id' | 'scenarios'>

const differencesOf = (old: ComparedShape, now: ComparedShape) =>
  compared.filter((key) => !isDeepStrictEqual(plain(old[key]), plain(now[key])))

/** As it is after it was written as JSON: the older one was. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

const consumersOf = (shape: ComparedShape, pacts: readonly AnyPact[]) => [
  ...new Set(
    pacts
      .filter(({ interactions }) => interactions.some((interaction) => covers(interaction, shape)))
      .map(({ consumer }) => consumer.name),
  ),
]

/** What was added, removed and changed from one version to the next; a shape that was added concerns no pact. */
export const compareShapes = (
  old: readonly ComparedShape[],
  now: readonly ComparedShape[],
  pacts: readonly AnyPact[],
): ShapeChange[] => {
  const isIn = (shapes: readonly ComparedShape[], id: string) => shapes.find((shape) => shape.id === id)
  const gone = old
    .filter(({ id }) => isIn(now, id) === undefined)
    .map(
      (shape): ShapeChange => ({ id: shape.id, change: 'removed', differs: [], concerns: consumersOf(shape, pacts) }),
    )
  const others = now.flatMap((shape): ShapeChange[] => {
    const before = isIn(old, shape.id)
    if (before === undefined) return [{ id: shape.id, change: 'added', differs: [], concerns: [] }]
    const differs = differencesOf(before, shape)
    return differs.length === 0
      ? []
      : [{ id: shape.id, change: 'changed', differs, concerns: consumersOf(before, pacts) }]
  })
  return [...gone, ...others]
}
