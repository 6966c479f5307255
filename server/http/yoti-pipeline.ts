import type { Authenticate } from '../auth/authenticate.js'
import { authorise, type Caller } from '../auth/caller.js'
import { readClaim } from '../auth/claim.js'
import type { Ids } from '../base/ids.js'
import { lazy } from '../base/lazy.js'
import { userViewUrl } from '../engine/results/user-view-url.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { NamedSessions } from '../engine/sessions/named-sessions.js'
import type { VisitPolicy } from '../engine/sessions/transitions.js'
import { yotiAccess } from '../openapi/generated/operations.js'
import type { CheckRequest } from '../openapi/validators.js'
import type { Changes, State } from '../state/state.js'
import { assertMayTry } from '../state/tries.js'
import { addressOf } from './address.js'
import { applyRules, applyScenarioRules, forgetScenarioCounts } from './apply-faults.js'
import { chooseScenario } from './choose-scenario.js'
import type { Handle, Reply } from './exchange.js'
import { parseInput, readBody } from './parse-request.js'
import { facesIn, largestJsonOf } from './request-faces.js'
import { routeYoti } from './route.js'
import { freshIds, runOperation } from './run-operation.js'
import { settle } from './settle.js'
import { isSandbox } from './target.js'
import { addNote, noteCaller, noteOutcome } from './yoti-notes.js'
import { assertNotFixed, findBaseScenario, findSession, isEmpty, sessionIdOf, toChanges } from './yoti-steps.js'

/** What Yoti's surface is answered with. */
export type YotiDeps = {
  readonly state: Pick<State, 'load' | 'commit'>
  readonly catalogue: Catalogue
  readonly namedSessions: NamedSessions
  readonly authenticate: Authenticate
  readonly checkRequest: CheckRequest
  readonly visitPolicy: VisitPolicy
  readonly ids: Ids
  readonly isTls: boolean
}

/**
 * Answers a request to Yoti's surface: one read, a decision, one write. When something that was read has changed before the
 * write, it is read and decided again. The numbers are the statuses of what each step refuses, in the order of refusals.
 */
export const handleYoti =
  ({
    state,
    catalogue,
    namedSessions,
    authenticate,
    checkRequest,
    visitPolicy,
    ids,
    isTls,
  }: YotiDeps): Handle<'yoti'> =>
  async (exchange) => {
    const { target, entry, rawHeaders } = exchange
    const route = routeYoti(exchange) // 404, 405
    const { operationId, parameters } = route
    const base = findBaseScenario(target.scenarioId, catalogue) // 400
    const access = yotiAccess[operationId]
    const claim = readClaim(exchange, { base: target.base, access, pathSdkId: parameters['sdkId'] })
    const offeredToken = access === 'client-token' ? claim.clientToken : undefined
    const reading = readBody(exchange, largestJsonOf(operationId))
    const body = reading instanceof Promise ? await reading : reading // keeps what is wrong with it, which `input` throws
    const input = lazy(() => parseInput(exchange, { ...route, body: body.parse() }, { surface: 'yoti', checkRequest })) // 400
    const sessionId = sessionIdOf(route, body)
    const faces = facesIn(route, body)
    const operationIds = freshIds(ids)
    let caller: Caller | undefined
    for (let tried = 0; ; tried += 1) {
      assertMayTry(tried) // 503
      const loading = state.load({ claim, operation: operationId, sessionId, ...(faces && { faces }) })
      const context = loading instanceof Promise ? await loading : loading
      entry.verdict = 'refused'
      const authenticating = caller ?? authenticate(exchange, claim, context.caller) // 400, 401
      caller = authenticating instanceof Promise ? await authenticating : authenticating
      const sender = caller
      noteCaller(entry, sender)
      const changes: Changes = {}
      if (sender.nonce !== undefined && sender.sdkId !== undefined)
        changes.nonce = { sdkId: sender.sdkId, nonce: sender.nonce }
      const decided = settle((): Reply => {
        if (operationId === 'runAgent') input() // its body names the session
        entry.sessionId = sessionId
        const found = findSession({ sessionId, base, entry }, context, { catalogue, namedSessions }) // 404
        if (found !== undefined) {
          const asking = { caller: sender, offeredToken, ownerPolicy: context.ownerPolicy }
          addNote(entry, authorise(asking, found.session)) // 401
        }
        const faulted = { call: { operation: operationId, sdkId: sender.sdkId, sessionId }, changes, entry }
        const byRule = applyRules(context, faulted) // counted, also when the request is refused
        if (byRule !== undefined) return byRule
        const choice =
          found ??
          chooseScenario(
            { base, creates: operationId === 'createSession', rawHeaders, body: input().body },
            { catalogue, context, changes },
          ) // 400
        const { scenario } = choice
        const byScenario = applyScenarioRules(scenario, context, faulted)
        if (byScenario !== undefined) return byScenario
        assertNotFixed(scenario, operationId) // whatever the scenario fixes
        const outcome = runOperation(operationId, {
          input: input(), // 400
          session: found?.session,
          now: found?.now ?? context.caller.now,
          scenario,
          caller: sender,
          faces: context.faces?.register,
          responses: isSandbox(target.base) ? context.defaults.responses : undefined,
          ids: operationIds,
          visitPolicy,
        }) // 400, 404, 409, …
        forgetScenarioCounts(scenario, faulted)
        Object.assign(changes, toChanges(outcome, choice, sessionId))
        noteOutcome(entry, { scenario, outcome, created: found === undefined, caller: sender })
        if (found === undefined && outcome.session !== undefined)
          entry.page = userViewUrl(outcome.session, addressOf(exchange, isTls))
        const { status, body: answer, content } = outcome
        return { status, body: answer, ...(content && { content }), operation: { surface: 'yoti', operationId } }
      })
      if (isEmpty(changes) || (await state.commit(context, changes))) return decided()
    }
  }
