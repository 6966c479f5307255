import { midnightBefore } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import { mergeRegisters } from '../../engine/faces/register.js'
import type { FaceRegister } from '../../engine/model/face-register.js'
import { namesDocument } from '../../engine/scenarios/document-variant.js'
import type { StateProblem } from '../../shapes/provider-states.js'
import { type AskedState, problemsOf, setUpState } from '../../shapes/set-up-state.js'
import { parseStateName } from '../../shapes/state-name.js'
import { findSession } from '../../state/find-session.js'
import { tryUntilDone } from '../../state/tries.js'
import type { ControlDeps, FindsSessions, Operation } from '../control-operation.js'

const assertNone = (problems: readonly StateProblem[]) => {
  if (problems.length === 0) return
  const message = problems.map((problem) => problem.message).join('; ')
  throw new YotiError('UNKNOWN_PROVIDER_STATE', { message, errors: problems })
}

/** The scenarios that a state can name: those that lists have, and the one with another document that this one names. */
const scenariosFor = (asked: AskedState, catalogue: ControlDeps['catalogue']) => {
  const { result } = parseStateName(asked.name, asked.params).params
  if (typeof result !== 'string' || !namesDocument(result)) return catalogue.list()
  const variant = catalogue.find(result)
  if (variant === undefined) assertNone([{ property: 'params.result', message: catalogue.describeUnknown(result) }])
  return [...catalogue.list(), ...(variant === undefined ? [] : [variant])]
}

/** Forgets the session of a state, unless the interaction itself has removed it. */
const forget = async (sessionId: string | undefined, deps: Pick<ControlDeps, FindsSessions | 'commit'>) => {
  if (sessionId === undefined) return
  await tryUntilDone(async () => {
    const stored = await findSession(sessionId, deps)
    return stored === undefined || deps.commit({ stored }, { session: { remove: sessionId } })
  })
}

/** Adds applicants and pools to those that everybody shares: a verifier's client may be any application. */
const keepFaces = async (
  faces: FaceRegister,
  { faceRegisters, commit }: Pick<ControlDeps, 'faceRegisters' | 'commit'>,
) => {
  await tryUntilDone(async () => {
    const stored = await faceRegisters.find(undefined, [])
    return commit({ faces: stored }, { faces: mergeRegisters(stored.register, faces) })
  })
}

/**
 * Fails closed: a verifier must never take a state that was not set up for one that was. States hand out sessions and
 * change nothing else; a teardown takes back the session of its state.
 */
export const setUpProviderState: Operation<
  'setUpProviderState',
  FindsSessions | 'commit' | 'catalogue' | 'providerStateSessions' | 'ids' | 'faults' | 'faceRegisters'
> = async ({ request, now }, deps) => {
  const { catalogue, providerStateSessions, clocks, ids, faults } = deps
  const { state: name, params = {}, action = 'setup' } = request.body
  // A verifier asks for a state without a name before an interaction that needs none.
  if (name === '') return { status: 200, body: {} }
  const midnight = midnightBefore((await clocks.read()).unmoved)
  const scenarios = scenariosFor({ name, params }, catalogue)
  const world = { scenarios, now, midnight, newId: ids.random }
  assertNone(problemsOf({ name, params }, world))
  if (action === 'teardown') {
    const sessionId = await providerStateSessions.take({ name, params })
    for (const { id, rule } of sessionId === undefined ? [] : await faults.list())
      if (rule.sessionId === sessionId) await faults.remove(id)
    await forget(sessionId, deps)
    return { status: 200, body: {} }
  }
  const { values, session, rule, faces } = setUpState({ name, params }, world)
  if (rule !== undefined && (await faults.add(rule)) === undefined)
    throw new YotiError('UNKNOWN_PROVIDER_STATE', { message: 'There are too many fault rules; DELETE /__mock/faults' })
  if (faces !== undefined) await keepFaces(faces, deps)
  if (session !== undefined) {
    await tryUntilDone(async () => deps.commit({}, { session: { put: session } }))
    await providerStateSessions.keep({ name, params }, session.id)
  }
  return { status: 200, body: values }
}
