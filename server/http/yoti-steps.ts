import { YotiError } from '../base/errors.js'
import type { Session } from '../engine/model/session.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import { fixedError, sampleError } from '../engine/scenarios/fixed-error.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { NamedSessions } from '../engine/sessions/named-sessions.js'
import type { Entry } from '../journal/entry.js'
import type { Changes, RequestContext } from '../state/state.js'
import type { Choice } from './choose-scenario.js'
import { type Body, type Call, textAt } from './parse-request.js'
import type { Outcome } from './run-operation.js'

/** The scenario of a base URL that names one. @throws YotiError PAYLOAD_VALIDATION */
export const findBaseScenario = (id: string | undefined, catalogue: Catalogue): Scenario | undefined => {
  if (id === undefined) return undefined
  const scenario = catalogue.find(id)
  if (scenario !== undefined) return scenario
  throw new YotiError('PAYLOAD_VALIDATION', {
    errors: [{ property: 'scenario', message: catalogue.describeUnknown(id) }],
    hint: 'the base URL names the scenario: /scenario/<id>/idverify/v1',
  })
}

/** Where the body names the session, in operations whose path does not. */
const sessionInBody: Readonly<Record<string, readonly string[]>> = {
  runAgent: ['session_id'],
  createApplicant: ['face', 'source', 'session_id'],
  addApplicantFace: ['face', 'source', 'session_id'],
}

/** The session that a request is about: of its path, or where that has none of its body, which is not checked yet. */
export const sessionIdOf = ({ operationId, parameters }: Call, body: Body): string | undefined => {
  const path = sessionInBody[operationId]
  return path === undefined ? parameters['sessionId'] : textAt(body, path)
}

type Sought = { readonly sessionId: string | undefined; readonly base: Scenario | undefined; readonly entry: Entry }
type Found = { readonly session: Session; readonly scenario: Scenario; readonly now: number }
type FindDeps = { readonly catalogue: Catalogue; readonly namedSessions: NamedSessions }

/** The created session, else the named one; none for an operation that is about none. @throws YotiError SESSION_NOT_FOUND */
export const findSession = (
  { sessionId, base, entry }: Sought,
  { stored, unmoved }: RequestContext,
  { catalogue, namedSessions }: FindDeps,
): Found | undefined => {
  if (sessionId === undefined) return undefined
  const session = stored?.session ?? namedSessions.find(sessionId, unmoved, base)
  if (session === undefined) throw new YotiError('SESSION_NOT_FOUND', { hint: catalogue.describeUnknown(sessionId) })
  const { scenario } = session
  entry.scenario = scenario.id
  return { session, scenario, now: stored?.now ?? unmoved }
}

/** @throws YotiError when the session's scenario fixes what the operation answers */
export const assertNotFixed = (scenario: Scenario, operationId: string): void => {
  const code = fixedError(scenario, operationId)
  if (code !== undefined) throw sampleError(code, `fixed by the scenario '${scenario.id}'`)
}

/** What is written because of what an operation came to. */
export const toChanges = (
  { session, removed, responses, faces }: Outcome,
  { used }: Partial<Choice>,
  sessionId: string | undefined,
): Changes => ({
  ...(session && { session: { put: session } }),
  ...(removed && sessionId !== undefined && { session: { remove: sessionId } }),
  ...(responses && { responses }),
  ...(faces && { faces }),
  ...(used !== undefined && { usedNextSession: used }),
})

export const isEmpty = (changes: Changes): boolean => {
  for (const _name in changes) return false
  return true
}
