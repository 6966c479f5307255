import type { Clock } from '../clock.js'
import { type ControlDeps, controlOperations } from '../control/index.js'
import { YotiError } from '../errors.js'
import { issueToken, type OauthDeps } from '../oauth/issue-token.js'
import { yotiAccess } from '../openapi/generated/operations.js'
import type { CheckRequest, RequestParts, Surface } from '../openapi/validators.js'
import { operations } from '../operations/index.js'
import { fixedError } from '../scenarios/fixed-error.js'
import type { Scenario } from '../scenarios/scenario.js'
import type { Session } from '../sessions/session.js'
import type { SessionStore } from '../sessions/store.js'
import type { Authenticate } from './authenticate.js'
import { parseJson } from './body.js'
import { joinNotes, mustReach } from './caller.js'
import type { Received } from './received.js'
import { routeControl, routeNowhere, routeYoti } from './route.js'
import type { Target } from './target.js'

/** What the pipeline needs to answer. */
export type AnswerDeps = {
  readonly clock: Clock
  readonly sessions: SessionStore
  readonly control: ControlDeps
  readonly checkRequest: CheckRequest
  readonly authenticate: Authenticate
  readonly oauth: OauthDeps
}

/** A successful answer; `operation` says which part of the documents describes it. */
export type Answer = {
  readonly status: number
  readonly body: unknown
  readonly operation?: { readonly surface: Surface; readonly operationId: string }
  readonly scenarioId?: string
  /** What a strict server would have refused, and what is odd. For the log. */
  readonly note?: string
}

const baseScenario = (id: string | undefined, { catalogue }: ControlDeps): Scenario | undefined => {
  if (id === undefined) return undefined
  const scenario = catalogue.find(id)
  if (scenario !== undefined) return scenario
  throw new YotiError('PAYLOAD_VALIDATION', {
    errors: [{ property: 'scenario', message: catalogue.describeUnknown(id) }],
    hint: 'the base URL names the scenario: /scenario/<id>/idverify/v1',
  })
}

type Request<Surface> = Received & { readonly target: Extract<Target, { surface: Surface }> }

const withoutBody = ['GET', 'HEAD']

/**
 * What an operation may see of a request, once the document has nothing against it.
 * @throws YotiError MALFORMED_REQUEST for a parameter, PAYLOAD_VALIDATION for the body
 */
const receive = async (
  { method, query, bytes }: Received,
  { surface, operationId, parameters }: { surface: Surface; operationId: string; parameters: object },
  { checkRequest }: AnswerDeps,
): Promise<Pick<RequestParts, 'path' | 'body'>> => {
  const body = withoutBody.includes(method) ? undefined : parseJson(await bytes())
  const wrong = checkRequest(surface, operationId, () => ({
    path: parameters,
    query: Object.fromEntries(new URLSearchParams(query)),
    body,
  }))
  if (wrong.parameters.length > 0) throw new YotiError('MALFORMED_REQUEST', { errors: wrong.parameters })
  if (wrong.body.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors: wrong.body })
  return { path: parameters, body }
}

/** @throws YotiError when the session's scenario fixes what the operation answers */
const mustNotBeFixed = ({ scenarioId }: Session, operationId: string, { catalogue }: ControlDeps) => {
  const scenario = catalogue.find(scenarioId)
  const code = scenario && fixedError(scenario, operationId)
  if (code !== undefined) throw new YotiError(code, { hint: `fixed by the scenario '${scenarioId}'` })
}

const answerYoti = async (request: Request<'yoti'>, deps: AnswerDeps): Promise<Answer> => {
  const { method, target } = request
  const { operationId, parameters } = routeYoti(method, target.base, target.path)
  const scenario = baseScenario(target.scenarioId, deps.control)
  const { sessionId = '' } = parameters
  const caller = await deps.authenticate(
    request,
    { base: target.base, access: yotiAccess[operationId], pathSdkId: parameters['sdkId'] },
    deps.clock.now(),
  )
  const { body: received } = await receive(request, { surface: 'yoti', operationId, parameters }, deps)
  for (;;) {
    const now = deps.clock.now()
    const loaded = await deps.sessions.load({ sessionId, ...(scenario && { scenario }) }, now)
    if (loaded === undefined)
      throw new YotiError('SESSION_NOT_FOUND', { hint: deps.control.catalogue.describeUnknown(sessionId) })
    const note = joinNotes(caller.note, mustReach(caller, loaded.session))
    mustNotBeFixed(loaded.session, operationId, deps.control)
    const { status, body, session } = operations[operationId](
      // The document found the body right for this operation.
      {
        request: { path: { sessionId }, body: received as undefined },
        session: loaded.session,
        now,
        ...(caller.sdkId !== undefined && { sdkId: caller.sdkId }),
      },
      {},
    )
    const { scenarioId } = loaded.session
    if (session === undefined || (await deps.sessions.commit(session, loaded.version)))
      return {
        status,
        body,
        operation: { surface: 'yoti', operationId },
        scenarioId,
        ...(note !== undefined && { note }),
      }
  }
}

const answerOauth = async ({ method, bytes }: Received, deps: AnswerDeps): Promise<Answer> => {
  if (method !== 'POST') throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'POST' } })
  const issued = await issueToken(await bytes(), deps.oauth)
  return { ...issued, operation: { surface: 'oauth', operationId: 'issueToken' } }
}

const answerControl = async (request: Request<'control'>, deps: AnswerDeps): Promise<Answer> => {
  const { method, target } = request
  const { operationId, parameters } = routeControl(method, target.base, target.path)
  const received = await receive(request, { surface: 'control', operationId, parameters }, deps)
  // The router made the parameters from the operation's own path, and the document found the body right.
  const operation = controlOperations[operationId] as (
    input: { request: typeof received; now: number },
    deps: ControlDeps,
  ) => { status: number; body: unknown } | Promise<{ status: number; body: unknown }>
  const answer = await operation({ request: received, now: deps.clock.now() }, deps.control)
  return { ...answer, operation: { surface: 'control', operationId } }
}

const document = async (method: string, of: 'yoti' | 'control'): Promise<Answer> => {
  if (method !== 'GET') throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'GET' } })
  const { default: body } =
    of === 'yoti'
      ? await import('../openapi/generated/yoti.json', { with: { type: 'json' } })
      : await import('../openapi/generated/control.json', { with: { type: 'json' } })
  return { status: 200, body }
}

/** A request as it came in: routed, not judged. `body` reads it when it is called. */
export type Incoming = Received & { readonly target: Target }

/** Decides what a request is answered. @throws YotiError for every answer that is not a success */
export const answer = ({ target, ...request }: Incoming, deps: AnswerDeps): Promise<Answer> => {
  switch (target.surface) {
    case 'yoti':
      return answerYoti({ ...request, target }, deps)
    case 'control':
      return answerControl({ ...request, target }, deps)
    case 'oauth':
      return answerOauth(request, deps)
    case 'document':
      return document(request.method, target.of)
    case 'none':
      return routeNowhere(request.method, target.path)
  }
}
