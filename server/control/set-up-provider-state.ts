import type { StateProblem } from '../../contracts/shapes/provider-states.js'
import { problemsOf, setUpState } from '../../contracts/shapes/set-up-state.js'
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
  { request, now },
  { catalogue, sessions, clocks, ids },
) => {
  const { state: name, params = {}, action = 'setup' } = request.body
  // A verifier asks for a state without a name before an interaction that needs none.
  if (name === '') return { status: 200, body: {} }
  const midnight = midnightBefore(clocks.unmoved.now())
  const world = { scenarios: catalogue.list(), now, midnight, newId: ids.random }
  mustHaveNone(problemsOf({ name, params }, world))
  if (action === 'teardown') return { status: 200, body: {} }
  const { values, session } = setUpState({ name, params }, world)
  if (session !== undefined) await sessions.commit(session, 0)
  return { status: 200, body: values }
}
