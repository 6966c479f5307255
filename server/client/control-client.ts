import type { ControlQuery, ControlSchema } from '../openapi/schema.js'
import type { ControlEvents, EventOptions } from './control-events.js'

/** Which part of a list is meant; all unless said. */
export type Page = {
  /** Only what has a greater id. */
  readonly after?: number
  /** Only what has a smaller id. */
  readonly before?: number
  /** From 1 to 1000: the last ones, or the first after `after`. */
  readonly limit?: number
}

type Paging = keyof Page | 'view'

/** Which requests of the journal are meant. */
export type RequestFilter = Omit<NonNullable<ControlQuery<'listRequests'>>, 'matched' | 'status' | Paging> &
  Page & {
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
export type NotificationFilter = Omit<NonNullable<ControlQuery<'listNotifications'>>, Paging>

/** A file of a session. */
export type ControlFile = { readonly type: string; readonly bytes: Uint8Array }

/** What a server elsewhere wants to know of its driver. */
export type ControlOptions = {
  /** The server's `--control-token`. */
  readonly token?: string
}

/** Drives a running mock-yoti, here or elsewhere. Every call throws {@link ControlError} on an answer ≥ 400. */
export type ControlClient = {
  /** Resolves when the server answers; `degraded` while scenario files have problems. */
  readonly health: () => Promise<ControlSchema<'Health'>>
  /** The versions of mock-yoti and of Node.js. */
  readonly version: () => Promise<ControlSchema<'Version'>>
  /** How the server was started, without secrets, and its addresses. */
  readonly settings: () => Promise<ControlSchema<'Settings'>>
  /** What happens from now on: `for await (const event of control.events())`. Ends when the server does. */
  readonly events: (options?: EventOptions) => ControlEvents
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
    /** One session: its stage, what has happened to it and what is to come; `at` is an earlier instant. */
    readonly get: (sessionId: string, options?: { readonly at?: string }) => Promise<ControlSchema<'SessionView'>>
    /** Starts a session of a scenario, without being an application. */
    readonly start: (start: ControlSchema<'SessionStart'>) => Promise<ControlSchema<'SessionView'>>
    /** A media of a session, whoever owns it. */
    readonly media: (sessionId: string, mediaId: string) => Promise<ControlFile>
    /** The letter of a session as PDF. */
    readonly letter: (sessionId: string) => Promise<ControlFile>
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
    readonly list: (filter?: NotificationFilter & Page) => Promise<ControlSchema<'Delivery'>[]>
    /** The same without headers and bodies, and how many fit in all. */
    readonly summaries: (filter?: NotificationFilter & Page) => Promise<ControlSchema<'DeliverySummaryList'>>
    /** One delivery with its attempts. */
    readonly get: (deliveryId: number) => Promise<ControlSchema<'Delivery'>>
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
    /** The same without headers and bodies, and how many fit in all. */
    readonly summaries: (filter?: RequestFilter) => Promise<ControlSchema<'RequestSummaryList'>>
    /** One request with its answer. */
    readonly get: (requestId: number) => Promise<ControlSchema<'RecordedRequest'>>
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
  /** What the server remembers, to be kept in a file: it has the tokens of sessions and webhooks in it. */
  readonly state: {
    /** Of an application, or everything. */
    readonly get: (of?: { sdkId?: string }) => Promise<ControlSchema<'State'>>
    /**
     * Forgets what a reset forgets and goes on from a state that was kept.
     * @param options `time: 'taken'` (the default) has clocks show what they showed then; with `passed` the time since then has passed
     */
    readonly put: (state: ControlSchema<'State'>, options?: { time?: 'taken' | 'passed' }) => Promise<void>
  }
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
  /** The answers that a client must be able to handle, and how often this server gave each since its start. */
  readonly shapes: (options?: {
    /** Whether the examples of each answer come too. */
    readonly examples?: boolean
  }) => Promise<ControlSchema<'ShapeList'>>
  /** Sets up a Pact provider state; the values that belong to it, such as the session's id. */
  readonly setUpProviderState: (
    state: string,
    params?: Readonly<Record<string, string>>,
  ) => Promise<ControlSchema<'ProviderStateValues'>>
  /** The body of the notification that a message pact calls so. */
  readonly makeMessage: (description: string) => Promise<ControlSchema<'MessageBody'>>
}
