import { URLSearchParams } from 'node:url'
import { callHttp, type HttpResult, openHttp } from '../base/http-client.js'
import { assertKnownNames } from '../base/known-names.js'
import type { ControlSchema } from '../openapi/schema.js'
import type { ControlClient, ControlFile, ControlOptions } from './control-client.js'
import { ControlError, notControl, notReachable } from './control-error.js'
import { assertStream, readEvents } from './control-events.js'

/** The query of the parameters that are given. */
const queryOf = (parameters: object) => {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

const timeoutOf = (options: { readonly timeoutSeconds?: number }) => {
  assertKnownNames(options, ['timeoutSeconds'], 'the options of waitFor')
  return options.timeoutSeconds
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Call = { readonly method?: string; readonly body?: object }

/** @param url the server's own address, without a path: `http://127.0.0.1:9684` */
export const createControlClient = (url: string, options: ControlOptions = {}): ControlClient => {
  assertKnownNames(options, ['token'], 'the options of connectMockYoti')
  const { token } = options
  const authorization: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const fail = (error: NodeJS.ErrnoException): never => {
    throw notReachable(url, error)
  }
  const ask = (path: string, { method = 'GET', body: sent }: Call = {}): Promise<HttpResult> => {
    const type: Record<string, string> = sent === undefined ? {} : { 'Content-Type': 'application/json' }
    return callHttp(`${url}/__mock${path}`, {
      method,
      headers: { ...type, ...authorization },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    }).catch(fail)
  }
  const readJson = <Body>(result: HttpResult): Body => {
    const body = parse(result.text)
    if (body === undefined && result.status !== 204) throw notControl(url, result)
    if (result.status >= 400) throw new ControlError(result.status, body as ControlSchema<'Error'>)
    // The server's answers are those of control.openapi.yaml, which its tests check.
    return body as Body
  }
  const call = async <Body>(path: string, what: Call = {}): Promise<Body> => readJson<Body>(await ask(path, what))
  const file = async (path: string): Promise<ControlFile> => {
    const result = await ask(path)
    if (result.status >= 400) readJson(result)
    return { type: result.type, bytes: result.bytes }
  }
  const get = <Body>(path: string) => call<Body>(path)
  const send = <Body>(method: string, path: string, body: object) => call<Body>(path, { method, body })
  const put = <Body>(path: string, body: object) => send<Body>('PUT', path, body)
  const post = <Body>(path: string, body: object = {}) => send<Body>('POST', path, body)
  const remove = (path: string) => call<void>(path, { method: 'DELETE' })
  const deliveries = async (answered: Promise<ControlSchema<'DeliveryList'>>) => (await answered).notifications
  const session = (sessionId: string) => `/sessions/${encodeURIComponent(sessionId)}`
  return {
    health: () => get('/health'),
    version: () => get('/version'),
    settings: () => get('/settings'),
    events: (given = {}) => {
      assertKnownNames(given, ['types', 'sdkId', 'after'], 'the options of events')
      const { types, ...rest } = given
      const query = queryOf({ ...rest, types: types?.join(',') })
      const opened = openHttp(`${url}/__mock/events${query}`, { method: 'GET', headers: authorization }).catch(fail)
      return readEvents(opened.then((response) => assertStream(response, readJson)))
    },
    scenarios: {
      list: async ({ documents = false }: { documents?: boolean } = {}) =>
        (await get<ControlSchema<'ScenarioList'>>(`/scenarios${documents ? '?documents=true' : ''}`)).scenarios,
      get: (scenarioId) => get(`/scenarios/${encodeURIComponent(scenarioId)}`),
    },
    clock: {
      get: (of = {}) => get(`/clock${queryOf(of)}`),
      advance: (by, of) => post('/clock/advance', { ...of, by }),
      freeze: (of) => put('/clock', { ...of, frozen: true }),
      resume: (of) => put('/clock', { ...of, frozen: false }),
      set: (now, of) => put('/clock', { ...of, now }),
    },
    sessions: {
      list: async (filter = {}) => (await get<ControlSchema<'SessionList'>>(`/sessions${queryOf(filter)}`)).sessions,
      get: (sessionId, options = {}) => get(`${session(sessionId)}${queryOf(options)}`),
      start: (start) => post('/sessions', start),
      media: (sessionId, mediaId) => file(`${session(sessionId)}/media/${encodeURIComponent(mediaId)}`),
      letter: (sessionId) => file(`${session(sessionId)}/letter`),
      visit: (sessionId, step = undefined) => post(`${session(sessionId)}/visit`, step),
      waitFor: async (sessionId, stage, options = {}) =>
        get(`${session(sessionId)}/wait${queryOf({ stage, timeout: timeoutOf(options) })}`),
      changeScenario: (sessionId, scenario) => put(`${session(sessionId)}/scenario`, { scenario }),
      delete: (sessionId) => call(session(sessionId), { method: 'DELETE' }),
      expire: (sessionId) => post(`${session(sessionId)}/expire`),
    },
    notifications: {
      list: (filter = {}) => deliveries(get(`/notifications${queryOf(filter)}`)),
      summaries: (filter = {}) => get(`/notifications${queryOf({ ...filter, view: 'summary' })}`),
      get: (deliveryId) => get(`/notifications/${deliveryId}`),
      waitFor: async (filter = {}, options = {}) =>
        deliveries(get(`/notifications/wait${queryOf({ ...filter, timeout: timeoutOf(options) })}`)),
      send: (deliveryId) => post(`/notifications/${deliveryId}/send`),
      duplicate: (deliveryId) => post(`/notifications/${deliveryId}/duplicate`),
      notifyNow: (what) => post('/notifications', what),
      hold: (of) => deliveries(post('/notifications/hold', of)),
      release: (of) => deliveries(post('/notifications/release', of)),
      retryNow: (of) => deliveries(post('/notifications/retry', of)),
    },
    nextSession: (next) => post('/next-session', next),
    requests: {
      list: async (filter = {}) =>
        (await get<ControlSchema<'RecordedRequestList'>>(`/requests${queryOf(filter)}`)).requests,
      summaries: (filter = {}) => get(`/requests${queryOf({ ...filter, view: 'summary' })}`),
      get: (requestId) => get(`/requests/${requestId}`),
      verify: async (expectation) => (await post<ControlSchema<'RequestCount'>>('/requests/verify', expectation)).count,
      clear: (of = {}) => remove(`/requests${queryOf(of)}`),
    },
    faults: {
      add: (rule) => post('/faults', rule),
      list: async (of = {}) => (await get<ControlSchema<'FaultList'>>(`/faults${queryOf(of)}`)).faults,
      get: (faultId) => get(`/faults/${encodeURIComponent(faultId)}`),
      remove: (faultId) => remove(`/faults/${encodeURIComponent(faultId)}`),
      clear: (of = {}) => remove(`/faults${queryOf(of)}`),
    },
    reset: (of = {}) => post('/reset', of),
    state: {
      get: (of = {}) => get(`/state${queryOf(of)}`),
      put: (state, options = {}) => put(`/state${queryOf(options)}`, state),
    },
    defaults: {
      get: () => get('/defaults'),
      set: (defaults) => put('/defaults', defaults),
    },
    applications: {
      list: async () => (await get<ControlSchema<'ApplicationList'>>('/applications')).applications,
      put: (sdkId, settings) => put(`/applications/${encodeURIComponent(sdkId)}`, settings),
    },
    shapes: (options = {}) => get(`/shapes${queryOf(options)}`),
    setUpProviderState: (state, params = {}) => post('/pact/provider-states', { state, params }),
    makeMessage: (description) => post('/pact/messages', { description }),
  }
}
