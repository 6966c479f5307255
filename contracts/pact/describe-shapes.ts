import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import { everyShape, type ProviderState, providerStates, type Shape } from '../../server/shapes/index.js'
import { matcherBody } from './matcher-body.js'

/**
 * A shape as lists show it. `parameters` are those that its provider state takes besides its `params`; `matchers` is the body in Pact's
 * integration format, which every Pact library takes.
 */
export type ShapeDescription = Shape & {
  readonly parameters: ProviderState['parameters']
  readonly matchers: Readonly<Record<string, unknown>>
}

const freeParameters = ({ state, params }: Shape, states: readonly ProviderState[]) => {
  const { parameters = {} } = states.find(({ name }) => name === state) ?? {}
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => params[name] === undefined))
}

/** The shapes of every operation's answers, `core` first. */
export const describeShapes = (scenarios: readonly Scenario[]): ShapeDescription[] => {
  const states = providerStates(scenarios)
  return everyShape(scenarios).map((shape) => ({
    ...shape,
    parameters: freeParameters(shape, states),
    matchers: Object.fromEntries(
      Object.entries(shape.answers).map(([extent, answer]) => [extent, matcherBody(shape.operation, answer)]),
    ),
  }))
}
