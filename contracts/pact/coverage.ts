import type { Shape } from '../../server/shapes/index.js'
import { covers } from './covers.js'
import type { AnyPact } from './parts.js'

/** A shape, and the consumers whose pacts have an interaction for it. */
export type CoveredShape = Pick<Shape, 'id' | 'title' | 'group' | 'groups'> & { readonly coveredBy: readonly string[] }

/** How much of a group is covered. */
export type GroupCoverage = { readonly group: string; readonly covered: number; readonly of: number }

/** Which shapes are covered by whom. Looks at provider states and paths only, so pacts may come from any language. */
export const coverageOf = (pacts: readonly AnyPact[], shapes: readonly Shape[]): CoveredShape[] =>
  shapes.map((shape) => {
    const covering = pacts.filter(({ interactions }) => interactions.some((interaction) => covers(interaction, shape)))
    const { id, title, group, groups } = shape
    return { id, title, group, groups, coveredBy: [...new Set(covering.map(({ consumer }) => consumer.name))] }
  })

/** The same by group, in the order of the shapes; `decisions` is first. */
export const coverageByGroup = (shapes: readonly CoveredShape[]): GroupCoverage[] => {
  const names = [...new Set(['decisions', ...shapes.flatMap(({ groups }) => groups)])]
  return names.map((group) => {
    const own = shapes.filter(({ groups }) => groups.includes(group))
    return { group, covered: own.filter(({ coveredBy }) => coveredBy.length > 0).length, of: own.length }
  })
}
