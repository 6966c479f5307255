import type { Clock } from '../clock.js'
import { type ControlDeps, controlOperations } from '../control/index.js'
import { YotiError } from '../errors.js'
import type { CheckRequest, Surface } from '../openapi/validators.js'
import { operations } from '../operations/index.js'
import type { Scenario } from '../scenarios/scenario.js'
import type { SessionStore } from '../sessions/store.js'
import { routeControl, routeNowhere, routeYoti } from './route.js'
import type { Target } from './target.js'

/** What the pipeline needs to answer. */
export type AnswerDeps = {
  readonly clock: Clock
  readonly sessions: SessionStore
  readonly control: ControlDeps
  readonly checkRequest: CheckRequest
}

/** A successful answer; `operation` says which part of the documents describes it. */
export type Answer = {
  readonly status: number
  readonly body: unknown
  readonly operation?: { readonly surface: Surface; readonly operationId: string }
  readonly scenarioId?: string
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

const mustBeValid = (deps: AnswerDeps, surface: Surface, operationId: string, path: object, query: string) => {
  const errors = deps.checkRequest(surface, operationId, () => ({
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
  }))
  if (errors.length > 0) throw new YotiError('MALFORMED_REQUEST', { errors })
}

type Request<Surface> = {
  readonly method: string
  readonly query: string
  readonly target: Extract<Target, { surface: Surface }>
}

const answerYoti = async ({ method, query, target }: Request<'yoti'>, deps: AnswerDeps): Promise<Answer> => {
  const { operationId, parameters } = routeYoti(method, target.base, target.path)
  const scenario = baseScenario(target.scenarioId, deps.control)
  const { sessionId = '' } = parameters
  mustBeValid(deps, 'yoti', operationId, parameters, query)
  for (;;) {
    const now = deps.clock.now()
    const loaded = await deps.sessions.load({ sessionId, ...(scenario && { scenario }) }, now)
    if (loaded === undefined)
      throw new YotiError('SESSION_NOT_FOUND', { hint: deps.control.catalogue.describeUnknown(sessionId) })
    const { status, body, session } = operations[operationId](
      { request: { path: { sessionId } }, session: loaded.session, now },
      {},
    )
    const { scenarioId } = loaded.session
    if (session === undefined || (await deps.sessions.commit(session, loaded.version)))
      return { status, body, operation: { surface: 'yoti', operationId }, scenarioId }
  }
}

const answerControl = async ({ method, query, target }: Request<'control'>, deps: AnswerDeps): Promise<Answer> => {
  const { operationId, parameters } = routeControl(method, target.base, target.path)
  mustBeValid(deps, 'control', operationId, parameters, query)
  // The router made the parameters from the operation's own path.
  const operation = controlOperations[operationId] as (
    input: { request: { path: object }; now: number },
    deps: ControlDeps,
  ) => { status: number; body: unknown } | Promise<{ status: number; body: unknown }>
  const answer = await operation({ request: { path: parameters }, now: deps.clock.now() }, deps.control)
  return { ...answer, operation: { surface: 'control', operationId } }
}

const document = async (method: string, of: Surface): Promise<Answer> => {
  if (method !== 'GET') throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'GET' } })
  const { default: body } =
    of === 'yoti'
      ? await import('../openapi/generated/yoti.json', { with: { type: 'json' } })
      : await import('../openapi/generated/control.json', { with: { type: 'json' } })
  return { status: 200, body }
}

/** Decides what a request is answered. @throws YotiError for every answer that is not a success */
export const answer = (method: string, target: Target, query: string, deps: AnswerDeps): Promise<Answer> => {
  switch (target.surface) {
    case 'yoti':
      return answerYoti({ method, query, target }, deps)
    case 'control':
      return answerControl({ method, query, target }, deps)
    case 'document':
      return document(method, target.of)
    case 'none':
      return routeNowhere(method, target.path)
  }
}
