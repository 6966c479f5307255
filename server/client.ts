import { URLSearchParams } from 'node:url'
import { callHttp, type HttpResult } from './base/http-client.js'
import { assertKnownNames } from './base/known-names.js'
import type { ControlQuery, ControlSchema } from './openapi/schema.js'

/** Which requests of the journal are meant. */
export type RequestFilter = Omit<NonNullable<ControlQuery<'listRequests'>>, 'matched' | 'status'> & {
  readonly matched?: boolean
  /** `503`, or a class: `5xx`. */
  readonly status?: number | string
}

/** Which sessions a list has; all unless said. */
export type SessionFilter = {
  readonly sdkId?: string
  readonly stage?: ControlSchema<'Stage'>
  readonly scenario?: string
  /** From 1 to 1000. */
  readonly limit?: number
}

/** Which deliveries of notifications are meant. */
export type NotificationFilter = NonNullable<ControlQuery<'listNotifications'>>

/** Drives a running mock-yoti, here or elsewhere. Every call throws {@link ControlError} on an answer ≥ 400. */
export type ControlClient = {
  /** Resolves when the server answers. */
  readonly health: () => Promise<ControlSchema<'Health'>>
  /** The versions of mock-yoti and of Node.js. */
  readonly version: () => Promise<ControlSchema<'Version'>>
  readonly scenarios: {
    /** Every scenario: id, title, what its result looks like. With `documents` also each with other documents (`id@NAME`). */
    readonly list: (of?: { documents?: boolean }) => Promise<ControlSchema<'ScenarioSummary'>[]>
    /** One scenario with the answer that its named session gives. */
    readonly get: (scenarioId: string) => Promise<ControlSchema<'ScenarioDetail'>>
  }
  /** The clock of one application, or of all where no `sdkId` is given. */
  readonly clock: {
    /** What time it is, and whether the clock stands still. */
    readonly get: (of?: { sdkId?: string }) => Promise<ControlSchema<'Clock'>>
    /**
     * Moves the clock forward.
     * @param by an ISO-8601 duration: `P16D`, `PT1H30M`
     */
    readonly advance: (by: string, of?: { sdkId?: string }) => Promise<ControlSchema<'Clock'>>
    /** Stops the clock. */
    readonly freeze: (of?: { sdkId?: string }) => Promise<ControlSchema<'Clock'>>
    /** Has a stopped clock run on. */
    readonly resume: (of?: { sdkId?: string }) => Promise<ControlSchema<'Clock'>>
    /**
     * Sets the clock.
     * @param now an RFC 3339 instant, not before the present
     */
    readonly set: (now: string, of?: { sdkId?: string }) => Promise<ControlSchema<'Clock'>>
  }
  readonly sessions: {
    /** The created sessions, the newest first; a hundred unless `limit` says otherwise. */
    readonly list: (filter?: SessionFilter) => Promise<ControlSchema<'SessionSummary'>[]>
    /** One session: its stage, what has happened to it and what is to come. */
    readonly get: (sessionId: string) => Promise<ControlSchema<'SessionView'>>
    /** Has the visit happen now: the whole, or one step of it. */
    readonly visit: (sessionId: string, step?: ControlSchema<'VisitStep'>) => Promise<ControlSchema<'SessionView'>>
    /**
     * Resolves when the session has come to a stage or beyond; throws STAGE_NOT_REACHED when it has not in time, or no
     * longer can. Wakes on changes and on the clock: nothing is polled.
     */
    readonly waitFor: (
      sessionId: string,
      stage: ControlSchema<'Stage'>,
      options?: { readonly timeoutSeconds?: number },
    ) => Promise<ControlSchema<'SessionView'>>
    /** Gives a session another scenario; what has happened stays. */
    readonly changeScenario: (sessionId: string, scenario: string) => Promise<ControlSchema<'SessionView'>>
    /** Forgets a session, whatever its stage. */
    readonly delete: (sessionId: string) => Promise<void>
    /** Has the deadline pass now. */
    readonly expire: (sessionId: string) => Promise<ControlSchema<'SessionView'>>
  }
  /** What was sent to receivers, and what waits. */
  readonly notifications: {
    /** The oldest first; only those that fit every filter that is given. */
    readonly list: (filter?: NotificationFilter) => Promise<ControlSchema<'Delivery'>[]>
    /** Resolves when so many (one unless said) were delivered, or have the status that is asked for. */
    readonly waitFor: (
      filter?: NotificationFilter & { count?: number },
      options?: { timeoutSeconds?: number },
    ) => Promise<ControlSchema<'Delivery'>[]>
    /** Sends one now: out of its turn when it waits or is held, again when it was sent. */
    readonly send: (deliveryId: number) => Promise<ControlSchema<'Delivery'>>
    /** Sends the same again, as another delivery. */
    readonly duplicate: (deliveryId: number) => Promise<ControlSchema<'Delivery'>>
    /** Sends a notification about a session now, whatever has happened to it. */
    readonly notifyNow: (what: {
      sessionId: string
      topic: string
      about?: string
    }) => Promise<ControlSchema<'Delivery'>>
    /** Keeps back what waits and what comes, of a session, of an application or of all. */
    readonly hold: (of?: ControlSchema<'NotificationOwner'>) => Promise<ControlSchema<'Delivery'>[]>
    /** Lets go what was held, in its order. */
    readonly release: (of?: ControlSchema<'NotificationOwner'>) => Promise<ControlSchema<'Delivery'>[]>
    /** Ends the wait for the next attempt; answers what waits. */
    readonly retryNow: (of?: ControlSchema<'NotificationOwner'>) => Promise<ControlSchema<'Delivery'>[]>
  }
  /** Chooses the scenario of the next session that is created, once unless `times` says otherwise. */
  readonly nextSession: (next: {
    scenario: string
    sdkId?: string
    times?: number
  }) => Promise<ControlSchema<'NextSession'>>
  /** What came in, how it was judged and what was answered. */
  readonly requests: {
    /** The oldest first; only those that fit every filter that is given. */
    readonly list: (filter?: RequestFilter) => Promise<ControlSchema<'RecordedRequest'>[]>
    /** How many fit. Throws unless it is the expected number, at least one unless said; the message says what came instead. */
    readonly verify: (expectation: ControlSchema<'RequestExpectation'>) => Promise<number>
    /** Forgets those of an application, or all. */
    readonly clear: (of?: { sdkId?: string }) => Promise<void>
  }
  readonly faults: {
    /** Spoils answers from now on: docs/faults.md. */
    readonly add: (rule: ControlSchema<'FaultRule'>) => Promise<ControlSchema<'Fault'>>
    /** The rules, of an application or all, with their counts. */
    readonly list: (of?: { sdkId?: string }) => Promise<ControlSchema<'Fault'>[]>
    /** One rule with its counts. */
    readonly get: (faultId: string) => Promise<ControlSchema<'Fault'>>
    /** Removes one rule. */
    readonly remove: (faultId: string) => Promise<void>
    /** Removes those of an application, or all. */
    readonly clear: (of?: { sdkId?: string }) => Promise<void>
  }
  /**
   * Forgets every created session, choice and recorded request; the clock shows the real time again. With an `sdkId`, what
   * belongs to that application.
   */
  readonly reset: (of?: { sdkId?: string }) => Promise<void>
  readonly defaults: {
    /** The server's default scenario. */
    readonly get: () => Promise<ControlSchema<'Defaults'>>
    /** Changes the scenario of created sessions that nothing else chooses one for, until a reset. */
    readonly set: (defaults: ControlSchema<'Defaults'>) => Promise<ControlSchema<'Defaults'>>
  }
  readonly applications: {
    /** The demo application and every other that was registered. */
    readonly list: () => Promise<ControlSchema<'Application'>[]>
    /** Gives an application a key (PEM), a signature policy, a default scenario; what is not named stays. */
    readonly put: (
      sdkId: string,
      settings: ControlSchema<'ApplicationSettings'>,
    ) => Promise<ControlSchema<'Application'>>
  }
  /** Sets up a Pact provider state; the values that belong to it, such as the session's id. */
  readonly setUpProviderState: (
    state: string,
    params?: Readonly<Record<string, string>>,
  ) => Promise<ControlSchema<'ProviderStateValues'>>
  /** The body of the notification that a message pact calls so. */
  readonly makeMessage: (description: string) => Promise<ControlSchema<'MessageBody'>>
}

/** An answer ≥ 400 of the control API; `code` is one of docs/errors.md. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly status: number
  readonly code: string

  constructor(status: number, { code, message, errors = [] }: ControlSchema<'Error'>) {
    super(
      [`${code}: ${message}`, ...errors.map(({ property, message: problem }) => `${property} ${problem}`)].join('; '),
    )
    this.status = status
    this.code = code
  }
}

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

/** What a server elsewhere wants to know of its driver. */
export type ControlOptions = {
  /** The server's `--control-token`. */
  readonly token?: string
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Something else listens there, or stands between. */
const notControl = (url: string, { status, text }: HttpResult) =>
  new ControlError(status, {
    code: 'NOT_MOCK_YOTI',
    message: `what answers at ${url} is no mock-yoti: ${text.slice(0, 100) || 'an empty body'}`,
  })

/** Nothing listens there. */
const notReachable = (url: string, error: NodeJS.ErrnoException) =>
  new ControlError(0, {
    code: 'NOT_REACHABLE',
    message: `nothing answers at ${url} (${error.code ?? error.message}): start a mock-yoti there with 'npx mock-yoti', or one in this process with startMockYoti()`,
  })

type Call = { readonly method?: string; readonly body?: object }

/** @param url the server's own address, without a path: `http://127.0.0.1:9684` */
export const createControlClient = (url: string, options: ControlOptions = {}): ControlClient => {
  assertKnownNames(options, ['token'], 'the options of connectMockYoti')
  const { token } = options
  const authorization: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const call = async <Body>(path: string, { method = 'GET', body: sent }: Call = {}): Promise<Body> => {
    const type: Record<string, string> = sent === undefined ? {} : { 'Content-Type': 'application/json' }
    const result = await callHttp(`${url}/__mock${path}`, {
      method,
      headers: { ...type, ...authorization },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    }).catch((error: NodeJS.ErrnoException) => {
      throw notReachable(url, error)
    })
    const body = parse(result.text)
    if (body === undefined && result.status !== 204) throw notControl(url, result)
    if (result.status >= 400) throw new ControlError(result.status, body as ControlSchema<'Error'>)
    // The server's answers are those of control.openapi.yaml, which its tests check.
    return body as Body
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
      get: (sessionId) => get(session(sessionId)),
      visit: (sessionId, step = undefined) => post(`${session(sessionId)}/visit`, step),
      waitFor: async (sessionId, stage, options = {}) =>
        get(`${session(sessionId)}/wait${queryOf({ stage, timeout: timeoutOf(options) })}`),
      changeScenario: (sessionId, scenario) => put(`${session(sessionId)}/scenario`, { scenario }),
      delete: (sessionId) => call(session(sessionId), { method: 'DELETE' }),
      expire: (sessionId) => post(`${session(sessionId)}/expire`),
    },
    notifications: {
      list: (filter = {}) => deliveries(get(`/notifications${queryOf(filter)}`)),
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
    defaults: {
      get: () => get('/defaults'),
      set: (defaults) => put('/defaults', defaults),
    },
    applications: {
      list: async () => (await get<ControlSchema<'ApplicationList'>>('/applications')).applications,
      put: (sdkId, settings) => put(`/applications/${encodeURIComponent(sdkId)}`, settings),
    },
    setUpProviderState: (state, params = {}) => post('/pact/provider-states', { state, params }),
    makeMessage: (description) => post('/pact/messages', { description }),
  }
}
