import type { Session } from '../engine/model/session.js'
import { render } from '../engine/results/render.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { createNamedSession } from '../engine/sessions/named-sessions.js'
import { resultChange } from './changed-result.js'
import { gatewayAnswer } from './gateway-answer.js'
import { judgeError, judgeSuccess, type SetUp, setUpError, setUpSuccess } from './operation-state.js'
import { judgeState, providerStates, type StateProblem } from './provider-states.js'
import { stateNames } from './shape.js'
import { exampleSessionId } from './situation.js'
import { parseStateName } from './state-name.js'
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

/** A change is of one scenario's result: of another it might change nothing. */
const judgeChange = ({ result, change = '' }: StateParams): StateProblem[] => {
  const wanted = resultChange(change).result
  return result === wanted
    ? []
    : [{ property: 'params.result', message: `'${change}' changes the result '${wanted}', not '${result}'` }]
}

const judgeTogether = (name: string, params: StateParams, { scenarios, now }: World): StateProblem[] => {
  switch (name) {
    case stateNames.success:
      return judgeSuccess(params, { id: exampleSessionId, scenario: typicalScenario(scenarios), now })
    case stateNames.error:
      return judgeError(params)
    case stateNames.changed:
      return judgeChange(params)
    case stateNames.gateway:
      return []
    default:
      return misplacedParams(scenarioOf(params, scenarios), params)
  }
}

/** What keeps a state from being set up: each parameter by itself, then all together. Empty when nothing does. */
export const problemsOf = (asked: AskedState, world: World): readonly StateProblem[] => {
  const { name, params } = parseStateName(asked.name, asked.params)
  const problems = judgeState(name, params, providerStates(world.scenarios))
  // Judged just now: every parameter is a string.
  return problems.length > 0 ? problems : judgeTogether(name, params as StateParams, world)
}

type NewSession = { readonly sessionId: string; readonly session: Session }

/** A session of its own with a scenario's result. */
const newSession = (scenario: Scenario, { midnight, newId }: World): NewSession => {
  const { frozenAt: _ageless, ...lasting } = createNamedSession(scenario, midnight)
  const sessionId = newId()
  return { sessionId, session: { ...lasting, id: sessionId } }
}

const setUpChange = (params: StateParams, world: World): SetUp => {
  const { sessionId, session } = newSession(scenarioOf(params, world.scenarios), world)
  const body = resultChange(params['change'] ?? '').change(render(session, world.midnight))
  return { values: { sessionId }, session, rule: { operation: 'getSession', sessionId, status: 200, body } }
}

const setUpGateway = ({ answer = '' }: StateParams, world: World): SetUp => {
  const { sessionId, session } = newSession(typicalScenario(world.scenarios), world)
  const { status, headers, text } = gatewayAnswer(answer)
  const rule = { operation: 'getSession', sessionId, status, headers: { ...headers }, body: text }
  return { values: { sessionId }, session, rule }
}

/** Sets up a state that nothing is wrong with: hands out a session, changes nothing that is there already. */
export const setUpState = (asked: AskedState, world: World): SetUp => {
  const { scenarios, now, midnight, newId } = world
  const { name, params } = parseStateName(asked.name, asked.params)
  // As in `problemsOf`.
  const judged = params as StateParams
  switch (name) {
    case stateNames.success:
      return setUpSuccess(judged, { id: newId(), scenario: typicalScenario(scenarios), now })
    case stateNames.error:
      return setUpError(judged)
    case stateNames.changed:
      return setUpChange(judged, world)
    case stateNames.gateway:
      return setUpGateway(judged, world)
    default: {
      const scenario = scenarioOf(judged, scenarios)
      const { sessionId, session } = sessionForState(scenario, judged, { midnight, newId })
      return { values: { sessionId }, ...(session && { session }) }
    }
  }
}
