import { mustReach } from '../auth/caller.js'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import type { Session } from '../engine/model/session.js'
import { fixedError, sampleError } from '../engine/scenarios/fixed-error.js'
import { unrequestedChecks } from '../engine/scenarios/required-checks.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { Entry } from '../journal/entry.js'
import { yotiAccess } from '../openapi/generated/operations.js'
import { type Choice, chooseScenario } from './choose-scenario.js'
import type { Answer, AnswerDeps } from './exchange.js'
import { beginFault } from './fault-response.js'
import { type Incoming, receive } from './parse-request.js'
import { routeYoti } from './route.js'
import { answerOf, type Deciding, decide } from './run-operation.js'
import { isSandbox, type Target } from './target.js'

type YotiRequest = Incoming<Extract<Target, { surface: 'yoti' }>>

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

const addNote = (entry: Entry, note: string | undefined) => {
  if (note !== undefined) entry.note = entry.note === undefined ? note : `${entry.note}; ${note}`
}

const addChoices = (entry: Entry, ...choices: readonly (string | undefined)[]) => {
  entry.notes = [...entry.notes, ...choices.filter((choice) => choice !== undefined)]
}

const unaskedNote = (scenario: Scenario, { request }: Session): string | undefined => {
  const types = unrequestedChecks(scenario, request)
  return types.length === 0
    ? undefined
    : `the scenario '${scenario.id}' speaks of ${types.join(', ')}, which the order does not ask for`
}

const plainHttpNote = ({ request }: Session): string | undefined =>
  request.notifications?.endpoint.startsWith('http:') ? 'notifications go to plain http, which Yoti refuses' : undefined

/** The scenario of an operation that is about no session yet, and the choice that it used up, if it did. */
const scenarioFor = ({ base, rawHeaders, operationId, caller }: Deciding, body: unknown, deps: AnswerDeps): Choice => {
  const creates = operationId === 'createSession'
  const header = creates ? findHeader(rawHeaders, 'x-mock-yoti-scenario') : undefined
  return chooseScenario(
    {
      ...(base && { base }),
      ...(header !== undefined && { header }),
      ...(caller.sdkId !== undefined && { sdkId: caller.sdkId }),
      body: creates ? body : undefined,
    },
    {
      catalogue: deps.control.catalogue,
      nextSessions: creates ? deps.control.nextSessions : undefined,
      defaultScenario: deps.control.applications.scenarioOf(caller.sdkId),
    },
  )
}

/** An operation that is about no session yet: creating one, or none at all. */
const decideWithoutSession = async (deciding: Deciding, deps: AnswerDeps): Promise<Answer> => {
  const { operationId, caller, entry } = deciding
  const { faults, nextSessions } = deps.control
  const call = { operation: operationId, sdkId: caller.sdkId }
  const byRule = beginFault(faults.decide(call), entry)
  if (byRule !== undefined) return byRule
  const request = await deciding.receive()
  const now = deps.clocks.of(caller.sdkId).now()
  const { scenario, used } = scenarioFor(deciding, request.body, deps)
  const giveBack = () => {
    if (used !== undefined) nextSessions.giveBack(used)
  }
  try {
    const byScenario = entry.fault ? undefined : beginFault(faults.decideByScenario(scenario, call), entry)
    if (byScenario !== undefined) {
      giveBack()
      return byScenario
    }
    mustNotBeFixed(scenario, operationId)
    const decided = decide(deciding, { request, scenario, now }, deps)
    if (decided.session !== undefined) {
      await deps.sessions.commit(decided.session, 0)
      entry.sessionId = decided.session.id
      entry.scenario = scenario.id
      addChoices(entry, ...(decided.notes ?? []), unaskedNote(scenario, decided.session))
      if (caller.policy === 'lenient') addNote(entry, plainHttpNote(decided.session))
    }
    faults.startAgain(scenario, call)
    return answerOf(deciding, decided)
  } catch (error) {
    giveBack()
    throw error
  }
}

const decideOnSession = async (deciding: Deciding, sessionId: string, deps: AnswerDeps): Promise<Answer> => {
  const { base, operationId, caller, entry } = deciding
  const { faults, catalogue } = deps.control
  const call = { operation: operationId, sdkId: caller.sdkId, sessionId }
  for (let tries = 0; ; tries++) {
    const loaded = await deps.sessions.load({ sessionId, ...(base && { scenario: base }) })
    if (loaded === undefined) throw new YotiError('SESSION_NOT_FOUND', { hint: catalogue.describeUnknown(sessionId) })
    const scenario = catalogue.get(loaded.session.scenarioId)
    entry.scenario = scenario.id
    const note = mustReach(caller, loaded.session)
    if (tries === 0) addNote(entry, note)
    const byFault =
      tries > 0 ? undefined : beginFault(faults.decide(call) ?? faults.decideByScenario(scenario, call), entry)
    if (byFault !== undefined) return byFault
    mustNotBeFixed(scenario, operationId)
    const request = await deciding.receive()
    const decided = decide(deciding, { request, scenario, session: loaded.session, now: loaded.now }, deps)
    const kept = decided.removed
      ? await deps.sessions.remove(sessionId, loaded.version)
      : decided.session === undefined || (await deps.sessions.commit(decided.session, loaded.version))
    if (!kept) continue
    addChoices(entry, ...(decided.notes ?? []))
    return answerOf(deciding, decided)
  }
}

/** The sandbox's agent names its session in the body, which its document has found right. */
const sessionIdInBody = async ({ operationId, receive: read }: Deciding): Promise<string | undefined> =>
  operationId === 'runAgent' ? ((await read()).body as { session_id: string }).session_id : undefined

/** Answers an operation of Yoti's surface: load the session, decide, keep what changed, again when somebody was faster. */
export const answerYoti = async (request: YotiRequest, deps: AnswerDeps): Promise<Answer> => {
  const { method, target, rawHeaders, entry } = request
  const { operationId, parameters } = routeYoti(method, target.base, target.path)
  entry.operation = operationId
  entry.sessionId = parameters['sessionId']
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
  const deciding = {
    operationId,
    receive: () => receive(request, { surface: 'yoti', operationId, parameters }, deps.checkRequest),
    base,
    isSandbox: isSandbox(target.base),
    rawHeaders,
    caller,
    entry,
  }
  const sessionId = parameters['sessionId'] ?? (await sessionIdInBody(deciding))
  entry.sessionId = sessionId
  return sessionId === undefined ? decideWithoutSession(deciding, deps) : decideOnSession(deciding, sessionId, deps)
}
