import { judgeState, providerStates, type StateProblem } from '../../contracts/shapes/provider-states.js'
import {
  findStateScenario,
  misplacedParams,
  type StateParams,
  sessionForState,
} from '../../contracts/shapes/state-session.js'
import { midnightBefore } from '../clock.js'
import { YotiError } from '../errors.js'
import type { Operation } from './operation.js'

const mustHaveNone = (problems: readonly StateProblem[]) => {
  if (problems.length === 0) return
  const message = problems.map((problem) => problem.message).join('; ')
  throw new YotiError('UNKNOWN_PROVIDER_STATE', { message, errors: problems })
}

/**
 * Fails closed: a verifier must never take a state that was not set up for one that was. States hand out sessions and
 * change nothing else, so that there is nothing to tear down.
 */
export const setUpProviderState: Operation<'setUpProviderState', 'catalogue' | 'sessions' | 'clocks' | 'ids'> = async (
  { request },
  { catalogue, sessions, clocks, ids },
) => {
  const { state, params = {}, action = 'setup' } = request.body
  const scenarios = catalogue.list()
  mustHaveNone(judgeState(state, params, providerStates(scenarios)))
  // Judged just now: every parameter is a string.
  const judged = params as StateParams
  const scenario = findStateScenario(judged, scenarios)
  if (scenario === undefined) throw new Error(`the state '${state}' was judged right but names no scenario`)
  mustHaveNone(misplacedParams(scenario, judged))
  if (action === 'teardown') return { status: 200, body: {} }
  const { sessionId, session } = sessionForState(scenario, judged, {
    midnight: midnightBefore(clocks.unmoved.now()),
    newId: ids.random,
  })
  if (session !== undefined) await sessions.commit(session, 0)
  return { status: 200, body: { sessionId } }
}
