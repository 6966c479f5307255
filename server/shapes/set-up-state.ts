import type { Scenario } from '../engine/scenarios/scenario.js'
import { judgeError, judgeSuccess, type SetUp, setUpError, setUpSuccess } from './operation-state.js'
import { judgeState, providerStates, type StateProblem } from './provider-states.js'
import { stateNames } from './shape.js'
import { exampleSessionId } from './situation.js'
import { findStateScenario, misplacedParams, type StateParams, sessionForState } from './state-session.js'
import { typicalScenario } from './typical-scenario.js'

/** A provider state that is asked for. */
export type AskedState = { readonly name: string; readonly params: Readonly<Record<string, unknown>> }

/** Where and when a state is set up; named sessions show `midnight`, new ones begin `now`. */
export type World = {
  readonly scenarios: readonly Scenario[]
  readonly now: number
  readonly midnight: number
  readonly newId: () => string
}

const scenarioOf = (params: StateParams, scenarios: readonly Scenario[]): Scenario => {
  const scenario = findStateScenario(params, scenarios)
  if (scenario === undefined) throw new Error('the state was judged right but names no scenario')
  return scenario
}

const judgeTogether = (name: string, params: StateParams, { scenarios, now }: World): StateProblem[] => {
  switch (name) {
    case stateNames.success:
      return judgeSuccess(params, { id: exampleSessionId, scenario: typicalScenario(scenarios), now })
    case stateNames.error:
      return judgeError(params)
    default:
      return misplacedParams(scenarioOf(params, scenarios), params)
  }
}

/** What keeps a state from being set up: each parameter by itself, then all together. Empty when nothing does. */
export const problemsOf = ({ name, params }: AskedState, world: World): readonly StateProblem[] => {
  const problems = judgeState(name, params, providerStates(world.scenarios))
  // Judged just now: every parameter is a string.
  return problems.length > 0 ? problems : judgeTogether(name, params as StateParams, world)
}

/** Sets up a state that nothing is wrong with: hands out a session, changes nothing that is there already. */
export const setUpState = ({ name, params }: AskedState, { scenarios, now, midnight, newId }: World): SetUp => {
  // As in `problemsOf`.
  const judged = params as StateParams
  switch (name) {
    case stateNames.success:
      return setUpSuccess(judged, { id: newId(), scenario: typicalScenario(scenarios), now })
    case stateNames.error:
      return setUpError(judged)
    default: {
      const scenario = scenarioOf(judged, scenarios)
      const { sessionId, session } = sessionForState(scenario, judged, { midnight, newId })
      return { values: { sessionId }, ...(session && { session }) }
    }
  }
}
