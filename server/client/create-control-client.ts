import { URLSearchParams } from 'node:url'
import { UsageError } from '../base/errors.js'
import { callHttp, type HttpResult, openHttp } from '../base/http-client.js'
import { controlOperations } from '../openapi/generated/operations.js'
import type { ControlOperationId } from '../openapi/operation.js'
import type { ControlSchema } from '../openapi/schema.js'
import { assertOptions, checkArguments, type Given } from './check-arguments.js'
import type { ControlClient, ControlFile, ControlOptions } from './control-client.js'
import { ControlError, notControl, notReachable } from './control-error.js'
import { assertEventTypes, assertStream, readEvents } from './control-events.js'

/** The query of the parameters that are given. */
const queryOf = (parameters: object) => {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const operations = new Map<ControlOperationId, { readonly method: string; readonly path: string }>(
  controlOperations.map((operation) => [operation.operationId, operation]),
)

/** Where an operation is asked, and how. */
const addressOf = (operationId: ControlOperationId, { path = {}, query = {}, fixedQuery = {} }: Given) => {
  const { method = 'GET', path: template = '' } = operations.get(operationId) ?? {}
  const written = template
    .split('/')
    .map((part) => (part.startsWith('{') ? encodeURIComponent(path[part.slice(1, -1)] ?? '') : part))
    .join('/')
  return { method, path: `${written}${queryOf({ ...query, ...fixedQuery })}` }
}

const bodyOf = (operationId: ControlOperationId, { body, fixedBody }: Given): object | undefined => {
  const hasBody = ['POST', 'PUT'].includes(operations.get(operationId)?.method ?? '')
  return hasBody ? { ...body, ...fixedBody } : undefined
}

/** The seconds are `timeout` in a query, which says nothing of their unit. */
const waitQuery = (verb: string, options: { readonly timeoutSeconds?: number }, rest: object = {}) => {
  assertOptions(verb, options, ['timeoutSeconds'])
  const { timeoutSeconds } = options
  if (
    timeoutSeconds !== undefined &&
    !(typeof timeoutSeconds === 'number' && timeoutSeconds >= 0 && timeoutSeconds <= 300)
  )
    throw new UsageError(`${verb}: 'timeoutSeconds' must be a number from 0 to 300, not ${String(timeoutSeconds)}`)
  return { ...rest, ...(timeoutSeconds !== undefined && { timeout: timeoutSeconds }) }
}

/** @param url the server's own address, without a path: `http://127.0.0.1:9684` */
export const createControlClient = (url: string, options: ControlOptions = {}): ControlClient => {
  assertOptions('connectMockYoti', options, ['token'])
  const { token } = options
  const authorization: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const fail = (error: NodeJS.ErrnoException): never => {
    throw notReachable(url, error)
  }
  const ask = async (verb: string, operationId: ControlOperationId, given: Given): Promise<HttpResult> => {
    checkArguments(verb, operationId, given)
    const { method, path } = addressOf(operationId, given)
    const body = bodyOf(operationId, given)
    const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' }
    return callHttp(`${url}/__mock${path}`, {
      method,
      headers: { ...type, ...authorization },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(fail)
  }
  const readJson = <Body>(result: HttpResult): Body => {
    const body = parse(result.text)
    if (body === undefined && result.status !== 204) throw notControl(url, result)
    if (result.status >= 400) throw new ControlError(result.status, body as ControlSchema<'Error'>)
    // The server's answers are those of control.openapi.yaml, which its tests check.
    return body as Body
  }
  const call = async <Body>(verb: string, operationId: ControlOperationId, given: Given = {}): Promise<Body> =>
    readJson<Body>(await ask(verb, operationId, given))
  const file = async (
    verb: string,
    operationId: ControlOperationId,
    path: Given['path'] = {},
  ): Promise<ControlFile> => {
    const result = await ask(verb, operationId, { path })
    if (result.status >= 400) readJson(result)
    return { type: result.type, bytes: result.bytes }
  }
  const deliveries = async (verb: string, operationId: ControlOperationId, given: Given) =>
    (await call<ControlSchema<'DeliveryList'>>(verb, operationId, given)).notifications
  return {
    health: () => call('health', 'getHealth'),
    version: () => call('version', 'getVersion'),
    settings: () => call('settings', 'getSettings'),
    events: (given = {}) => {
      assertOptions('events', given, ['types', 'sdkId', 'after'])
      assertEventTypes(given.types)
      const { types, ...rest } = given
      const query = { ...rest, ...(types !== undefined && { types: types.join(',') }) }
      checkArguments('events', 'streamEvents', { query })
      const { path } = addressOf('streamEvents', { query })
      const opened = openHttp(`${url}/__mock${path}`, { method: 'GET', headers: authorization }).catch(fail)
      return readEvents(opened.then((response) => assertStream(response, readJson)))
    },
    scenarios: {
      list: async (of) =>
        (await call<ControlSchema<'ScenarioList'>>('scenarios.list', 'listScenarios', { query: of })).scenarios,
      get: (scenarioId) => call('scenarios.get', 'getScenario', { path: { scenarioId } }),
    },
    clock: {
      get: (of) => call('clock.get', 'getClock', { query: of }),
      advance: (by, of) => call('clock.advance', 'advanceClock', { body: of, fixedBody: { by } }),
      freeze: (of) => call('clock.freeze', 'setClock', { body: of, fixedBody: { frozen: true, now: undefined } }),
      resume: (of) => call('clock.resume', 'setClock', { body: of, fixedBody: { frozen: false, now: undefined } }),
      set: (now, of) => call('clock.set', 'setClock', { body: of, fixedBody: { now, frozen: undefined } }),
    },
    sessions: {
      list: async (filter) =>
        (await call<ControlSchema<'SessionList'>>('sessions.list', 'listSessions', { query: filter })).sessions,
      get: (sessionId, given) => call('sessions.get', 'inspectSession', { path: { sessionId }, query: given }),
      start: (start) => call('sessions.start', 'startSession', { body: start }),
      media: (sessionId, mediaId) => file('sessions.media', 'getSessionMedia', { sessionId, mediaId }),
      letter: (sessionId) => file('sessions.letter', 'getSessionLetter', { sessionId }),
      visit: (sessionId, step) => call('sessions.visit', 'visitSession', { path: { sessionId }, body: step }),
      waitFor: async (sessionId, stage, given = {}) => {
        const fixedQuery = waitQuery('sessions.waitFor', given, { stage })
        return call('sessions.waitFor', 'awaitStage', { path: { sessionId }, fixedQuery })
      },
      changeScenario: (sessionId, scenario) =>
        call('sessions.changeScenario', 'changeSessionScenario', { path: { sessionId }, fixedBody: { scenario } }),
      delete: (sessionId) => call('sessions.delete', 'forgetSession', { path: { sessionId } }),
      expire: (sessionId) => call('sessions.expire', 'expireSession', { path: { sessionId } }),
    },
    notifications: {
      list: (filter) =>
        deliveries('notifications.list', 'listNotifications', { query: filter, fixedQuery: { view: undefined } }),
      summaries: (filter) =>
        call('notifications.summaries', 'listNotifications', { query: filter, fixedQuery: { view: 'summary' } }),
      get: (deliveryId) => call('notifications.get', 'getNotification', { path: { deliveryId } }),
      waitFor: async (filter, given = {}) => {
        const fixedQuery = { timeout: undefined, ...waitQuery('notifications.waitFor', given) }
        return deliveries('notifications.waitFor', 'awaitNotifications', { query: filter, fixedQuery })
      },
      send: (deliveryId) => call('notifications.send', 'sendNotification', { path: { deliveryId } }),
      duplicate: (deliveryId) => call('notifications.duplicate', 'duplicateNotification', { path: { deliveryId } }),
      notifyNow: (what) => call('notifications.notifyNow', 'notifyNow', { body: what }),
      hold: (of) => deliveries('notifications.hold', 'holdNotifications', { body: of }),
      release: (of) => deliveries('notifications.release', 'releaseNotifications', { body: of }),
      retryNow: (of) => deliveries('notifications.retryNow', 'retryNotifications', { body: of }),
    },
    nextSession: (next) => call('nextSession', 'setNextSession', { body: next }),
    requests: {
      list: async (filter) => {
        const given = { query: filter, fixedQuery: { view: undefined } }
        return (await call<ControlSchema<'RecordedRequestList'>>('requests.list', 'listRequests', given)).requests
      },
      summaries: (filter) =>
        call('requests.summaries', 'listRequests', { query: filter, fixedQuery: { view: 'summary' } }),
      get: (requestId) => call('requests.get', 'getRequest', { path: { requestId } }),
      verify: async (expectation) =>
        (await call<ControlSchema<'RequestCount'>>('requests.verify', 'verifyRequests', { body: expectation })).count,
      clear: (of) => call('requests.clear', 'clearRequests', { query: of }),
    },
    faults: {
      add: (rule) => call('faults.add', 'addFault', { body: rule }),
      list: async (of) => (await call<ControlSchema<'FaultList'>>('faults.list', 'listFaults', { query: of })).faults,
      get: (faultId) => call('faults.get', 'getFault', { path: { faultId } }),
      remove: (faultId) => call('faults.remove', 'removeFault', { path: { faultId } }),
      clear: (of) => call('faults.clear', 'clearFaults', { query: of }),
    },
    reset: (of) => call('reset', 'reset', { body: of }),
    state: {
      get: (of) => call('state.get', 'getState', { query: of }),
      put: (state, given) => call('state.put', 'putState', { query: given, body: state }),
    },
    defaults: {
      get: () => call('defaults.get', 'getDefaults'),
      set: (given) => call('defaults.set', 'setDefaults', { body: given }),
    },
    applications: {
      list: async () =>
        (await call<ControlSchema<'ApplicationList'>>('applications.list', 'listApplications')).applications,
      put: (sdkId, settings) => call('applications.put', 'putApplication', { path: { sdkId }, body: settings }),
    },
    shapes: (given) => call('shapes', 'listShapes', { query: given }),
    setUpProviderState: (state, params = {}) =>
      call('setUpProviderState', 'setUpProviderState', { fixedBody: { state, params } }),
    makeMessage: (description) => call('makeMessage', 'makeMessage', { fixedBody: { description } }),
  }
}
