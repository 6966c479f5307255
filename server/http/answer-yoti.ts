import { YotiError } from '../errors.js'
import type { Entry } from '../journal/entry.js'
import { yotiAccess } from '../openapi/generated/operations.js'
import type { YotiOperationId } from '../openapi/operation.js'
import { type OperationDeps, operations } from '../operations/index.js'
import { fixedError, sampleError } from '../scenarios/fixed-error.js'
import type { Scenario } from '../scenarios/scenario.js'
import type { MediaContent } from '../sessions/find-media.js'
import type { Session } from '../sessions/session.js'
import { type Caller, mustReach } from './caller.js'
import { chooseScenario } from './choose-scenario.js'
import { findHeader } from './find-header.js'
import type { Answer, AnswerDeps } from './pipeline.js'
import { type Incoming, type OperationInput, receive } from './receive.js'
import { routeYoti } from './route.js'
import type { Target } from './target.js'

type YotiRequest = Incoming<Extract<Target, { surface: 'yoti' }>>

/** Any operation, once the router and the document have found its request right. */
type AnyOperation = (
  input: { request: OperationInput; session?: Session; now: number },
  deps: OperationDeps,
) => { status: number; body?: unknown; content?: MediaContent; session?: Session; removed?: true }

type Decided = ReturnType<AnyOperation>

const baseScenario = (id: string | undefined, { control }: AnswerDeps): Scenario | undefined => {
  if (id === undefined) return undefined
  const scenario = control.catalogue.find(id)
  if (scenario !== undefined) return scenario
  throw new YotiError('PAYLOAD_VALIDATION', {
    errors: [{ property: 'scenario', message: control.catalogue.describeUnknown(id) }],
    hint: 'the base URL names the scenario: /scenario/<id>/idverify/v1',
  })
}

/** @throws YotiError when the session's scenario fixes what the operation answers */
const mustNotBeFixed = (scenario: Scenario, operationId: string) => {
  const code = fixedError(scenario, operationId)
  if (code !== undefined) throw sampleError(code, `fixed by the scenario '${scenario.id}'`)
}

/** New ids, made once, when an operation first takes one: reads, which are most requests, take none. */
const freshIds = ({ random }: AnswerDeps['ids']): OperationDeps['ids'] => {
  let made: OperationDeps['ids'] | undefined
  const take = () => {
    made ??= { session: random(), token: random(), resource: random() }
    return made
  }
  return {
    get session() {
      return take().session
    },
    get token() {
      return take().token
    },
    get resource() {
      return take().resource
    },
  }
}

type Deciding = {
  readonly operationId: YotiOperationId
  readonly received: OperationInput
  readonly base: Scenario | undefined
  readonly rawHeaders: YotiRequest['rawHeaders']
  readonly caller: Caller
  readonly entry: Entry
}

const decide = (
  { operationId, received, caller: { sdkId, clientToken } }: Deciding,
  scenario: Scenario,
  now: number,
  deps: AnswerDeps,
  session?: Session,
): Decided => {
  // Each operation's own input is this one, narrowed by its document.
  const operation = operations[operationId] as AnyOperation
  return operation(
    { request: received, now, ...(session && { session }) },
    {
      scenario,
      ids: freshIds(deps.ids),
      visitPolicy: deps.visitPolicy,
      application: sdkId === undefined ? {} : { sdkId },
      isClient: clientToken !== undefined,
    },
  )
}

const answerOf = ({ operationId }: Deciding, { status, body, content }: Decided): Answer => ({
  status,
  body,
  ...(content && { content }),
  operation: { surface: 'yoti', operationId },
})

/** An operation that is about no session yet: creating one, or none at all. */
const decideWithoutSession = async (deciding: Deciding, deps: AnswerDeps): Promise<Answer> => {
  const { received, base, rawHeaders, operationId, caller, entry } = deciding
  const now = deps.clocks.of(caller.sdkId).now()
  const creates = operationId === 'createSession'
  const header = creates ? findHeader(rawHeaders, 'x-mock-yoti-scenario') : undefined
  const { scenario, used } = chooseScenario(
    {
      ...(base && { base }),
      ...(header !== undefined && { header }),
      ...(caller.sdkId !== undefined && { sdkId: caller.sdkId }),
      body: creates ? received.body : undefined,
    },
    {
      catalogue: deps.control.catalogue,
      nextSessions: creates ? deps.control.nextSessions : undefined,
      defaultScenario: deps.control.applications.scenarioOf(caller.sdkId),
    },
  )
  try {
    mustNotBeFixed(scenario, operationId)
    const decided = decide(deciding, scenario, now, deps)
    if (decided.session !== undefined) {
      await deps.sessions.commit(decided.session, 0)
      entry.sessionId = decided.session.id
      entry.scenario = scenario.id
    }
    return answerOf(deciding, decided)
  } catch (error) {
    if (used !== undefined) deps.control.nextSessions.giveBack(used)
    throw error
  }
}

const decideOnSession = async (deciding: Deciding, sessionId: string, deps: AnswerDeps): Promise<Answer> => {
  const { base, operationId, caller, entry } = deciding
  for (;;) {
    const loaded = await deps.sessions.load({ sessionId, ...(base && { scenario: base }) })
    if (loaded === undefined)
      throw new YotiError('SESSION_NOT_FOUND', { hint: deps.control.catalogue.describeUnknown(sessionId) })
    const scenario = deps.control.catalogue.get(loaded.session.scenarioId)
    entry.scenario = scenario.id
    const note = mustReach(caller, loaded.session)
    if (note !== undefined) entry.note = caller.note === undefined ? note : `${caller.note}; ${note}`
    mustNotBeFixed(scenario, operationId)
    const decided = decide(deciding, scenario, loaded.now, deps, loaded.session)
    const kept = decided.removed
      ? await deps.sessions.remove(sessionId, loaded.version)
      : decided.session === undefined || (await deps.sessions.commit(decided.session, loaded.version))
    if (kept) return answerOf(deciding, decided)
  }
}

/** Answers an operation of Yoti's surface: load the session, decide, keep what changed, again when somebody was faster. */
export const answerYoti = async (request: YotiRequest, deps: AnswerDeps): Promise<Answer> => {
  const { method, target, rawHeaders, entry } = request
  const { operationId, parameters } = routeYoti(method, target.base, target.path)
  const { sessionId } = parameters
  entry.operation = operationId
  entry.sessionId = sessionId
  const base = baseScenario(target.scenarioId, deps)
  entry.verdict = 'refused'
  const caller = await deps.authenticate(request, {
    base: target.base,
    access: yotiAccess[operationId],
    pathSdkId: parameters['sdkId'],
  })
  entry.verdict = caller.verdict
  entry.sdkId = caller.sdkId
  entry.note = caller.note
  const received = await receive(request, { surface: 'yoti', operationId, parameters }, deps.checkRequest)
  const deciding = { operationId, received, base, rawHeaders, caller, entry }
  return sessionId === undefined ? decideWithoutSession(deciding, deps) : decideOnSession(deciding, sessionId, deps)
}
