import { matcherBody } from '../../contracts/shapes/matcher-body.js'
import { type ProviderState, providerStates } from '../../contracts/shapes/provider-states.js'
import { type Shape, shapesOf } from '../../contracts/shapes/shape.js'
import type { Scenario } from '../scenarios/scenario.js'

/**
 * A result shape as lists show it. `parameters` are those that its provider state takes; `matchers` is the body in Pact's
 * integration format, which every Pact library takes.
 */
export type ShapeDescription = Shape & {
  readonly parameters: ProviderState['parameters']
  readonly matchers: Readonly<Record<string, unknown>>
}

/** The result shapes of scenarios, `core` first. */
export const describeShapes = (scenarios: readonly Scenario[]): ShapeDescription[] => {
  const states = providerStates(scenarios)
  return shapesOf(scenarios).map((shape) => ({
    ...shape,
    parameters: states.find(({ name }) => name === shape.state)?.parameters ?? {},
    matchers: Object.fromEntries(
      Object.entries(shape.answers).map(([extent, answer]) => [extent, matcherBody(answer)]),
    ),
  }))
}
