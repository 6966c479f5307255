import { midnightBefore } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import type { StateProblem } from '../../shapes/provider-states.js'
import { problemsOf, setUpState } from '../../shapes/set-up-state.js'
import type { ControlDeps, Operation } from '../control-operation.js'

const mustHaveNone = (problems: readonly StateProblem[]) => {
  if (problems.length === 0) return
  const message = problems.map((problem) => problem.message).join('; ')
  throw new YotiError('UNKNOWN_PROVIDER_STATE', { message, errors: problems })
}

/** Forgets the session of a state, unless the interaction itself has removed it. */
const forget = async (sessionId: string | undefined, sessions: ControlDeps['sessions']) => {
  const loaded = sessionId === undefined ? undefined : await sessions.load({ sessionId })
  if (loaded !== undefined) await sessions.remove(loaded.session.id, loaded.version)
}

/**
 * Fails closed: a verifier must never take a state that was not set up for one that was. States hand out sessions and
 * change nothing else; a teardown takes back the session of its state.
 */
export const setUpProviderState: Operation<
  'setUpProviderState',
  'catalogue' | 'sessions' | 'stateSessions' | 'clocks' | 'ids'
> = async ({ request, now }, { catalogue, sessions, stateSessions, clocks, ids }) => {
  const { state: name, params = {}, action = 'setup' } = request.body
  // A verifier asks for a state without a name before an interaction that needs none.
  if (name === '') return { status: 200, body: {} }
  const midnight = midnightBefore(clocks.unmoved.now())
  const world = { scenarios: catalogue.list(), now, midnight, newId: ids.random }
  mustHaveNone(problemsOf({ name, params }, world))
  if (action === 'teardown') {
    await forget(stateSessions.take({ name, params }), sessions)
    return { status: 200, body: {} }
  }
  const { values, session } = setUpState({ name, params }, world)
  if (session !== undefined) {
    await sessions.commit(session, 0)
    stateSessions.keep({ name, params }, session.id)
  }
  return { status: 200, body: values }
}
