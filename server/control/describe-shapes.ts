import { everyShape } from '../../contracts/shapes/every-shape.js'
import { matcherBody } from '../../contracts/shapes/matcher-body.js'
import { type ProviderState, providerStates } from '../../contracts/shapes/provider-states.js'
import type { Shape } from '../../contracts/shapes/shape.js'
import type { Scenario } from '../scenarios/scenario.js'

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
