// Made by scripts/generate.mjs from server/control/control.openapi.yaml. Do not edit.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the server answering? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which mock-yoti this is */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How this server was started
         * @description Every setting, with the option and the variable that change it. Values that are secrets are left out.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens from now on, as server-sent events
         * @description Each event of the stream has `id`, `event` (the type) and `data` (JSON); together they are a `ControlEvent`. The
         *     first is `hello`. Changes of one thing within 100 ms are sent as one event, with the latest state.
         *
         *     Ids are `EPOCH-SEQ`: the epoch is new with each start of the server, the number counts events. A client that comes
         *     back with `Last-Event-ID` gets what it missed. When that is no longer kept (the last 2,000 events, for a minute
         *     after the last client left), or the server was restarted, it gets `gap`: read everything again.
         *
         *     At most 16 clients are served at a time. One that does not read, so that more than a megabyte waits for it, is
         *     disconnected. A comment every 15 seconds keeps the connection alive.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every scenario that can be asked for */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios/{scenarioId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scenario, with the answer that it gives */
        get: operations["getScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every application whose key or policy is known */
        get: operations["listApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{sdkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Registers an application's public key, its own signature policy, its own default scenario
         * @description What is not named stays as it was.
         */
        put: operations["putApplication"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds for applications that have nothing of their own */
        get: operations["getDefaults"];
        /** Change the scenario of created sessions that nothing else chooses one for */
        put: operations["setDefaults"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this process has answered and sent, for Prometheus
         * @description Names and labels are in docs/metrics.md. Counters begin with the start of the server; a reset keeps them.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shapes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answers that a client must be able to handle, and how often this server gave each
         * @description The shapes of `mock-yoti shapes`, and what was answered since the start: a coverage of tests that ran against this
         *     server. That an answer was given does not say that a test looked at it.
         */
        get: operations["listShapes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/provider-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets up (or tears down) a provider state for a Pact verifier
         * @description What every Pact verifier calls before an interaction, when this address is its state-change URL. The values that
         *     are answered are there for injection. A state hands out a session and changes nothing else.
         */
        post: operations["setUpProviderState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The body of a notification, for a Pact verifier of messages
         * @description What Pact verifiers ask of the provider of a message. Nothing is sent to anybody.
         */
        post: operations["makeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came in, how it was judged and what was answered
         * @description The requests that are kept (`--journal-size`), the oldest first: everything but calls of the control API. Every
         *     filter that is given must fit; an unknown one is refused. A request that is still being answered has no
         *     `milliseconds`.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        /** Forget what came in */
        delete: operations["clearRequests"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests.har": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recorded requests and their answers as HAR 1.2
         * @description Takes the filters of the list. Requests that were not answered are left out. What signs or authorizes a request is
         *     replaced by `[redacted]` unless `secrets` is true. Facts of this server stand under `_mockYoti`.
         */
        get: operations["exportRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fail unless exactly, at least or at most so many requests came
         * @description Without a number at least one is expected. `query` and `headers` must be there as given, `body` may have more
         *     than is given. A failure is a 409 whose message says how many came and what the nearest requests differ in.
         */
        post: operations["verifyRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request, with its answer */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that spoil answers, and how often each did */
        get: operations["listFaults"];
        put?: never;
        /**
         * Spoil answers from now on
         * @description A rule with a `status` or a `code` answers at once: nothing is decided or stored. Any other spoils the real answer
         *     where it is sent. Of several rules that are about a request the oldest that is due is applied.
         */
        post: operations["addFault"];
        /** Spoil nothing any more */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults/{faultId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule, and how often it was applied */
        get: operations["getFault"];
        put?: never;
        post?: never;
        /** Remove one rule */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is for the server, or for one application */
        get: operations["getClock"];
        /**
         * Set the clock to an instant, freeze it, or let it run again
         * @description Each application has its clock: two that move theirs never see each other's. Without an `sdkId` it is done to all.
         */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the clock forward */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The created sessions, the newest first */
        get: operations["listSessions"];
        put?: never;
        /**
         * Start a session of a scenario without being an application
         * @description The session asks for the documents and checks of the scenario, as its named session does. In a branch it also has
         *     instructions, so that its letter is there and its visit can happen, unless `instructions` is false.
         */
        post: operations["startSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One session, with what has happened to it and what is to come */
        get: operations["inspectSession"];
        put?: never;
        post?: never;
        /** Forget a session, whatever its stage */
        delete: operations["forgetSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/media/{mediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A media of a session, without being its application
         * @description As Yoti's API would answer it now. The request is not recorded and needs no signature.
         */
        get: operations["getSessionMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter of a session, as PDF */
        get: operations["getSessionLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a session another scenario
         * @description What has happened stays. What is still to come is that of the new scenario; once the visit is over, only the
         *     answers that the scenario fixes change.
         */
        put: operations["changeSessionScenario"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answer when a session has come to a stage
         * @description Answers at once when it has, or has gone beyond; otherwise when it does, by a change or by its clock, which may be
         *     moved meanwhile.
         */
        get: operations["awaitStage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the visit happen now, whole or one step of it
         * @description Without a step the whole visit happens, or what is left of it. The first step takes the visit into your hands:
         *     nothing more happens by itself.
         */
        post: operations["visitSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/expire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the deadline pass now */
        post: operations["expireSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to receivers, and what waits
         * @description The last 5000 deliveries, the oldest first. Every filter that is given must fit; an unknown one is refused.
         */
        get: operations["listNotifications"];
        put?: never;
        /**
         * Send a notification about a session now, whatever has happened to it
         * @description Also of a topic that was not subscribed. Answers when the receiver has, after one attempt.
         */
        post: operations["notifyNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answer when so many notifications were delivered */
        get: operations["awaitNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep back what waits and what comes, of a session, of an application or of all */
        post: operations["holdNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let go what was held, in its order
         * @description Ends the hold of that session or that application; every hold where neither is given.
         */
        post: operations["releaseNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the next attempt now
         * @description Ends the wait for the next attempt, of a session, of an application or of all. Answers with the deliveries that wait, before they are sent.
         */
        post: operations["retryNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery, with its attempts */
        get: operations["getNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{deliveryId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery now
         * @description One that waits or is held goes out of its turn; one that was sent goes again. One attempt, no retries.
         */
        post: operations["sendNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{deliveryId}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the same notification again, as another delivery */
        post: operations["duplicateNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/next-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose the scenario of the next session that is created */
        post: operations["setNextSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget every created session, choice and recorded request, and let the clock show the real time again
         * @description With an `sdkId` only what belongs to that application is forgotten, and its clock shows what the others do. Registered keys stay.
         */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the server remembers, to be kept in a file
         * @description Sessions, clocks, choices, rules with their counts, applications, deliveries and access tokens; not the journal. It has
         *     the tokens of sessions and webhooks in it: keep it as you would keep a password. Private keys are never in it.
         */
        get: operations["getState"];
        /**
         * Go on from a state that was kept
         * @description What the server remembers, of the state's application or of all, is forgotten as by a reset, and the state is
         *     remembered in its place. What waits to be sent is sent. The body may have 10 MB.
         */
        put: operations["putState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        NotificationOwner: {
            /** @description Of this session only. */
            sessionId?: string;
            /** @description Of this application only. */
            sdkId?: string;
        };
        /**
         * @description `waiting`: for its turn or for the next attempt. `held`: by the control API. `delivered`: the receiver answered
         *     2xx. `failed`: no attempt is to come.
         * @enum {string}
         */
        DeliveryStatus: "waiting" | "held" | "delivered" | "failed";
        DeliveryList: {
            notifications: components["schemas"]["Delivery"][];
            /** @description How many fit the filters. Only where deliveries are listed. */
            total?: number;
        };
        DeliverySummaryList: {
            notifications: components["schemas"]["DeliverySummary"][];
            /** @description How many fit the filters. */
            total: number;
        };
        /** @description A delivery without headers and bodies. */
        DeliverySummary: {
            id: number;
            sessionId: string;
            sdkId?: string;
            topic: string;
            status: components["schemas"]["DeliveryStatus"];
            /**
             * Format: date-time
             * @description By the application's clock.
             */
            due: string;
            endpoint: string;
            duplicateOf?: number;
            /** @description How many were made. */
            attempts: number;
            /** @description The last attempt. */
            last?: {
                /** Format: date-time */
                at: string;
                milliseconds: number;
                /** @description What the receiver answered. */
                status?: number;
                error?: string;
            };
        };
        Delivery: {
            /** @description Counts from 1. */
            id: number;
            sessionId: string;
            sdkId?: string;
            topic: string;
            status: components["schemas"]["DeliveryStatus"];
            /**
             * Format: date-time
             * @description By the application's clock.
             */
            due: string;
            endpoint: string;
            headers: {
                [key: string]: string;
            };
            body: {
                session_id: string;
                topic: string;
                resource_id?: string;
                task_id?: string;
                check_id?: string;
            };
            /** @description The delivery that it repeats. */
            duplicateOf?: number;
            attempts: components["schemas"]["DeliveryAttempt"][];
        };
        DeliveryAttempt: {
            /**
             * Format: date-time
             * @description By the application's clock.
             */
            at: string;
            milliseconds: number;
            /** @description What the receiver answered. */
            status?: number;
            answer?: {
                headers: {
                    [key: string]: string;
                };
                /** @description As much as 4096 bytes of it. */
                body: string;
            };
            /** @description Why there is no answer */
            error?: string;
        };
        Clock: {
            /** Format: date-time */
            now: string;
            frozen: boolean;
            /** @description The application whose clock it is; the one that everybody shares unless said. */
            sdkId?: string;
        };
        /**
         * @description `visited`: the letter was scanned. `capturing`: something was captured. `checking`: everything was captured and
         *     the checks are not all done. `refused`: the clerk did not complete the session, which stays ONGOING until its
         *     deadline. A session at home goes from `created` to `capturing`.
         * @enum {string}
         */
        Stage: "created" | "instructed" | "visited" | "capturing" | "checking" | "completed" | "refused" | "expired";
        Visit: {
            step?: components["schemas"]["VisitStepName"];
            /** @description Which document is captured, counted from 1; the next one unless said. */
            document?: number;
            /** @description Why the clerk refuses. For you only. */
            reason?: string;
        };
        VisitStep: {
            step: components["schemas"]["VisitStepName"];
            document?: number;
            reason?: string;
        };
        /** @enum {string} */
        VisitStepName: "scan-letter" | "capture-document" | "capture-face" | "complete" | "refuse";
        SessionSummary: {
            session_id: string;
            /** @description The application that created it. */
            sdk_id?: string;
            user_tracking_id?: string;
            scenario: string;
            stage: components["schemas"]["Stage"];
            /**
             * @description What Yoti's API says.
             * @enum {string}
             */
            state: "ONGOING" | "COMPLETED" | "EXPIRED";
            in_branch: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            deadline: string;
        };
        SessionList: {
            sessions: components["schemas"]["SessionSummary"][];
            /** @description How many there are with these filters. */
            total: number;
        };
        SessionView: {
            session_id: string;
            /** @description The application that created it. */
            sdk_id?: string;
            user_tracking_id?: string;
            scenario: string;
            stage: components["schemas"]["Stage"];
            /**
             * @description What Yoti's API says.
             * @enum {string}
             */
            state: "ONGOING" | "COMPLETED" | "EXPIRED";
            in_branch: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            deadline: string;
            requirements: components["schemas"]["SessionRequirement"][];
            happened: components["schemas"]["SessionEvent"][];
            /** @description What happens by itself when its time comes. */
            coming: components["schemas"]["SessionEvent"][];
            /**
             * @description The page of the person at home or, of a session in a branch, of the clerk there. It holds the session's token
             *     and is at the address that this request was sent to.
             */
            user_view_url: string;
            /** @description What the page and client SDKs authenticate with. */
            client_session_token: string;
            /** @description The notifications about it, sent and waiting. Only where the session is inspected. */
            deliveries?: components["schemas"]["Delivery"][];
            /** @description What reading the session answers. */
            answer: {
                [key: string]: unknown;
            };
        };
        SessionStart: {
            scenario: string;
            /**
             * @description As the scenario has it unless said.
             * @enum {string}
             */
            kind?: "in-branch" | "at-home";
            /** @description The application that owns the session; none unless said. */
            sdkId?: string;
            /** @description False leaves the instructions to you. Only in a branch. */
            instructions?: boolean;
            /**
             * @description Manual: this session is visited only when the control API or somebody at its page says so. As the server has it unless said.
             * @enum {string}
             */
            visits?: "auto" | "manual";
            /** @description As in `createSession`. */
            notifications?: {
                endpoint: string;
                /**
                 * @example [
                 *       "SESSION_COMPLETION"
                 *     ]
                 */
                topics: string[];
                auth_token?: string;
                /** @enum {string} */
                auth_type?: "BASIC" | "BEARER";
            };
        };
        ShapeList: {
            shapes: components["schemas"]["ShapeSummary"][];
            /** @description Every operation and status that was answered. */
            operations: {
                operation: string;
                status: number;
                /** @description Of an error. */
                code?: string;
                count: number;
                /**
                 * Format: date-time
                 * @description By the server's clock.
                 */
                last_at: string;
            }[];
        };
        ShapeSummary: {
            id: string;
            title: string;
            groups: string[];
            operation: string;
            status: number;
            /** @description Of an error. */
            code?: string;
            /** @enum {string} */
            provenance: "documented" | "observed" | "invented";
            /** @description The provider state of a pact. */
            state: string;
            params: {
                [key: string]: string;
            };
            /** @description Every scenario that answers like this. */
            scenarios: string[];
            /** @description Its own group. With `examples`. */
            group?: string;
            /** @description The examples, `maximum` and `minimum`. With `examples`. */
            answers?: {
                [key: string]: unknown;
            };
            /** @description Absent where the server cannot tell this shape from another one of the same operation and status. */
            answered?: {
                count: number;
                /**
                 * Format: date-time
                 * @description By the server's clock.
                 */
                last_at?: string;
            };
        };
        Settings: {
            /** @description The address that this request was sent to. */
            url: string;
            addresses: {
                /** @description The base URL to give an SDK. */
                api: string;
                sandbox: string;
                /** @description The token endpoint. */
                token: string;
                control: string;
            };
            /** @description By the names that `startMockYoti` takes. */
            settings: {
                [key: string]: components["schemas"]["Setting"];
            };
        };
        Setting: {
            /** @description Absent when it has none, or is a secret. */
            value?: unknown;
            /** @description Of a secret: whether there is one. */
            is_set?: boolean;
            /** @example --journal-size */
            option: string;
            /** @example MOCK_YOTI_JOURNAL_SIZE */
            variable: string;
            help: string;
        };
        /** @description What the stream of events sends. `id` is where to go on after it. */
        ControlEvent: components["schemas"]["HelloEvent"] | components["schemas"]["GapEvent"] | components["schemas"]["RequestEvent"] | components["schemas"]["SessionEventMessage"] | components["schemas"]["SessionRemovedEvent"] | components["schemas"]["DeliveryEvent"] | components["schemas"]["ChangedEvent"] | components["schemas"]["ClearedEvent"];
        /** @description The first event: from now on nothing is missed. */
        HelloEvent: {
            id: string;
            /** @constant */
            type: "hello";
            data: {
                /** @description New with each start of the server. */
                epoch: string;
                seq: number;
                /** @description Of mock-yoti. */
                version: string;
            };
        };
        /** @description Events were missed that are no longer kept, so everything is to be read again. */
        GapEvent: {
            id: string;
            /** @constant */
            type: "gap";
            data: {
                /** @enum {string} */
                reason: "restarted" | "forgotten";
            };
        };
        /** @description A request was answered. */
        RequestEvent: {
            id: string;
            /** @constant */
            type: "request";
            data: components["schemas"]["RequestSummary"];
        };
        /** @description A session was created, has changed, or has come to another stage by its clock. */
        SessionEventMessage: {
            id: string;
            /** @constant */
            type: "session";
            data: components["schemas"]["SessionSummary"];
        };
        /** @description A session is gone. */
        SessionRemovedEvent: {
            id: string;
            /** @constant */
            type: "session-removed";
            data: {
                session_id: string;
            };
        };
        /** @description A notification waits, was sent, failed, or was held. */
        DeliveryEvent: {
            id: string;
            /** @constant */
            type: "delivery";
            data: components["schemas"]["DeliverySummary"];
        };
        /**
         * @description Something changed that is read again as a whole: the fault rules or their counts, a clock, the scenarios, what is
         *     known of applications, which choices of scenarios wait, or defaults.
         */
        ChangedEvent: {
            id: string;
            /** @enum {string} */
            type: "faults" | "clock" | "scenarios" | "applications";
            data: {
                /** @description Of a clock: the application, where it is one's own. */
                sdkId?: string;
            };
        };
        /** @description What an application had, or all, was forgotten; or only its recorded requests. */
        ClearedEvent: {
            id: string;
            /** @enum {string} */
            type: "reset" | "requests-cleared";
            data: {
                sdkId?: string;
            };
        };
        SessionRequirement: {
            id: string;
            /** @enum {string} */
            kind: "ID_DOCUMENT" | "SUPPLEMENTARY_DOCUMENT";
            /** @description What may be brought, such as `GBR PASSPORT`; the first ten. */
            accepted: string[];
            captured: boolean;
        };
        SessionEvent: {
            /** Format: date-time */
            at: string;
            /** @example id-document-captured */
            type: string;
            requirement_id?: string;
            resource_id?: string;
            /**
             * @description Country and type of what was captured.
             * @example GBR PASSPORT
             */
            document?: string;
            /** @description Why the clerk refused. */
            reason?: string;
        };
        NextSession: {
            scenario: string;
            sdkId?: string;
            times: number;
        };
        FaultList: {
            faults: components["schemas"]["Fault"][];
            /** @description The rules of scenarios, once a request was counted; for each session, or application, on its own. */
            ofScenarios?: {
                /** @example twice#2 */
                id: string;
                rule: components["schemas"]["FaultRule"];
                matched: number;
                applied: number;
                scenario: string;
                /** @description The session that it is counted for. */
                sessionId?: string;
                /** @description The application. */
                sdkId?: string;
            }[];
        };
        /**
         * @description `reset-before`: the connection is reset instead of an answer; `reset-during`: after half of the body.
         *     `truncated-body`: the connection ends after half of it. `malformed-json`: the last character is missing.
         *     `wrong-content-type`: text/html. `empty-body`: the status and headers only.
         * @enum {string}
         */
        Spoil: "reset-before" | "reset-during" | "truncated-body" | "malformed-json" | "wrong-content-type" | "empty-body";
        /**
         * @description Milliseconds, or an ISO-8601 duration; at most an hour.
         * @example 500
         * @example PT2S
         */
        Span: number | string;
        FaultRule: {
            /**
             * @description The operationId; any operation unless said.
             * @example getSession
             */
            operation?: string;
            /** @description The application; any unless said. */
            sdkId?: string;
            /** @description The session; any unless said. */
            sessionId?: string;
            /** @description Leaves so many requests alone first. */
            after?: number;
            /** @description Is applied so many times; until it is removed unless said. */
            times?: number;
            /** @description Every third request: 3. */
            every?: number;
            probability?: number;
            /** @description Which of them: the same seed hits the same ones in every run; the rule's id unless said. */
            seed?: string;
            status?: number;
            /**
             * @description An error of Yoti's; the usual one of the status unless said.
             * @example TEMPORARILY_UNAVAILABLE
             */
            code?: string;
            /** @description In place of the error's own. */
            message?: string;
            errors?: {
                property: string;
                message: string;
            }[];
            /** @description A body of one's own, with status: JSON, or a text. */
            body?: unknown;
            /**
             * @description Added to the answer, or in place of its own.
             * @example {
             *       "Retry-After": "2",
             *       "x-request-id": "a-known-id"
             *     }
             */
            headers?: {
                [key: string]: string;
            };
            /**
             * @description How long the answer waits; of a range a part that belongs to the seed.
             * @example 500
             * @example PT2S
             * @example {
             *       "from": 100,
             *       "to": "PT1S"
             *     }
             */
            delay?: number | string | {
                from: components["schemas"]["Span"];
                to: components["schemas"]["Span"];
            };
            /** @description How long its body takes. */
            slowBody?: components["schemas"]["Span"];
            spoil?: components["schemas"]["Spoil"];
        };
        Fault: {
            /** @example fault-1 */
            id: string;
            rule: components["schemas"]["FaultRule"];
            /** @description How many requests it was about. */
            matched: number;
            /** @description How many of their answers it spoilt. */
            applied: number;
        };
        RecordedRequestList: {
            requests: components["schemas"]["RecordedRequest"][];
            /** @description How many are kept that fit the filters. */
            total: number;
            forgotten?: components["schemas"]["Forgotten"];
        };
        RequestSummaryList: {
            requests: components["schemas"]["RequestSummary"][];
            /** @description How many are kept that fit the filters. */
            total: number;
            forgotten?: components["schemas"]["Forgotten"];
        };
        /** @description How many requests, of any application, came before the oldest that is kept, once some had to make room for others. */
        Forgotten: number;
        /** @description A request without headers and bodies. */
        RequestSummary: {
            id: number;
            /** Format: date-time */
            at: string;
            milliseconds?: number;
            matched: boolean;
            operation?: string;
            sdkId?: string;
            sessionId?: string;
            scenario?: string;
            traceId?: string;
            method: string;
            path: string;
            status?: number;
            verdict?: components["schemas"]["Verdict"];
            /** @description The id of the fault that was applied. */
            fault?: string;
            /** @description How many notes there are. Absent without one. */
            notes?: number;
            error?: {
                code: string;
                message: string;
            };
            /**
             * @description What tells the request from the nearest operation.
             * @example 'session' is not 'sessions'
             */
            nearMiss?: string;
        };
        /**
         * @description `verified` by a registered key; `bearer` or `client-token` in its place; `unsigned`, or `unverified` for
         *     want of a key, and let pass by the policy; `not-checked`: policy off, or an open operation; `refused`.
         * @enum {string}
         */
        Verdict: "verified" | "bearer" | "client-token" | "unsigned" | "unverified" | "not-checked" | "refused";
        RecordedRequest: {
            /** @description Counts requests from 1. */
            id: number;
            /** @description The server that answered it, where several share a state. */
            replica?: string;
            /**
             * Format: date-time
             * @description By the server's clock.
             */
            at: string;
            /** @description From the first byte to the last that was sent. */
            milliseconds?: number;
            /** @description Whether an operation answers this method and path. */
            matched: boolean;
            /** @description The operationId. */
            operation?: string;
            /** @description The application. */
            sdkId?: string;
            /** @description The session that it is about, or that it created. */
            sessionId?: string;
            /** @description The scenario of the session. */
            scenario?: string;
            /** @description The trace that its `traceparent` names, 32 hexadecimal digits. */
            traceId?: string;
            method: string;
            /** @description As it arrived. */
            path: string;
            query: {
                [key: string]: string;
            };
            /** @description Names in lower case. */
            headers: {
                [key: string]: string;
            };
            /** @description The JSON value that arrived, or the text; absent when there is none or it is neither. */
            body?: unknown;
            /** @description Bytes that arrived, when there were any. */
            bodySize?: number;
            signature?: {
                verdict: components["schemas"]["Verdict"];
                /** @description Why, and what Yoti would have done. */
                explanation?: string;
                /** @description Of a refused one: the string that is to be signed. Absent when it is long. */
                expected?: string;
                /** @description Of a refused one: the string that was signed, where it is known. */
                signed?: string;
            };
            /** @description What mock-yoti chose or passed over, where the sender may have meant something else. Absent without one. */
            notes?: string[];
            /** @description Absent when nothing was sent. */
            status?: number;
            /** @description The fault that was applied. */
            fault?: {
                /** @example fault-1 */
                id: string;
                status?: number;
                code?: string;
                spoil?: components["schemas"]["Spoil"];
                /** @description In milliseconds. */
                delay?: number;
            };
            error?: {
                code: string;
                message: string;
                errors?: {
                    property: string;
                    message: string;
                }[];
                /** @description What to do about it; never sent to the client. */
                hint?: string;
            };
            /** @description The operation that a request without one comes closest to. */
            nearMiss?: {
                operation: string;
                method: string;
                path: string;
                /** @example 'session' is not 'sessions' */
                difference: string;
            };
            answer?: {
                headers: {
                    [key: string]: string;
                };
                /** @description As of the request; media and letters are left out. */
                body?: unknown;
                bodySize?: number;
            };
        };
        RequestExpectation: {
            sessionId?: string;
            sdkId?: string;
            /** @example getSession */
            operation?: string;
            /** @description A status, or a class of them: 5xx. */
            status?: number | string;
            matched?: boolean;
            scenario?: string;
            traceId?: string;
            method?: string;
            path?: string;
            query?: {
                [key: string]: string;
            };
            headers?: {
                [key: string]: string;
            };
            /** @description What the body has, at least: objects may have more keys, lists may not have more items. */
            body?: unknown;
            exactly?: number;
            atLeast?: number;
            atMost?: number;
        };
        RequestCount: {
            count: number;
        };
        ProviderStateChange: {
            /**
             * @description Of an empty one, which verifiers send before an interaction that needs no state, nothing is set up.
             * @example a session has the result
             */
            state: string;
            /**
             * @description The state's parameters. An unknown one is refused.
             * @example {
             *       "result": "profile-mismatch"
             *     }
             */
            params?: {
                [key: string]: unknown;
            };
            /**
             * @description setup unless said
             * @enum {string}
             */
            action?: "setup" | "teardown";
        };
        MessageQuestion: {
            /** @example a notification of session_completion */
            description: string;
        };
        /** @description A `Notification` of openapi.yaml. */
        MessageBody: {
            session_id: string;
            topic: string;
            resource_id?: string;
            task_id?: string;
            check_id?: string;
        };
        /** @description Values by the names that pacts inject. Empty after a teardown, and where a request needs none. */
        ProviderStateValues: {
            /** @description The session that the state is about. */
            sessionId?: string;
            /** @description The first document that the session requires. */
            requirementId?: string;
            /** @description The second. */
            requirementId2?: string;
            /** @description The face that the session requires. */
            faceRequirementId?: string;
            /** @description The face capture that was created. */
            resourceId?: string;
            /** @description A media of the type that was asked for. */
            mediaId?: string;
            /** @description An applicant with a face. */
            applicantId?: string;
            /** @description The face of the applicant. */
            faceId?: string;
            /** @description A pool that the applicant is in. */
            poolId?: string;
            /** @description The base path under which the error is answered: `/idverify/v1` of a scenario. */
            base?: string;
        };
        Health: {
            /**
             * @description degraded when scenario files have problems. Those that can be used are served, or the last good ones.
             * @enum {string}
             */
            status: "ok" | "degraded";
            /** @description What is wrong with which file, as `mock-yoti scenarios lint` prints it; when degraded. */
            problems?: string[];
        };
        Version: {
            /** @constant */
            name: "mock-yoti";
            /** @example 0.1.0 */
            version: string;
            /**
             * @description The Node.js that runs it
             * @example v20.20.2
             */
            node: string;
        };
        ScenarioList: {
            scenarios: components["schemas"]["ScenarioSummary"][];
        };
        ScenarioSummary: {
            /**
             * @example all-approve
             * @example authenticity-rejected:TAMPERED
             */
            id: string;
            /**
             * @description The folder of its file.
             * @example counter
             */
            group: string;
            /** @description The file that it is a member of */
            family?: string;
            title: string;
            use_when: string;
            /** @enum {string} */
            provenance: "documented" | "observed" | "invented";
            source: string;
            /**
             * @description The answer in a few words.
             * @example COMPLETED
             * @example 6 APPROVE
             */
            shape: string;
            /** @description What the checks of the answer found. */
            checks: components["schemas"]["Finding"][];
            /**
             * Format: uuid
             * @description The fixed id of the scenario's named session.
             */
            session_id: string;
        };
        ScenarioDetail: {
            id: string;
            group: string;
            family?: string;
            title: string;
            use_when: string;
            /** @enum {string} */
            provenance: "documented" | "observed" | "invented";
            source: string;
            shape: string;
            checks: components["schemas"]["Finding"][];
            /** Format: uuid */
            session_id: string;
            /** @description Names of documents that it takes: `<id>@<document>` is the same with that document. */
            documents: string[];
            /**
             * @description The status of the answer.
             * @example 200
             */
            status: number;
            /** @description What `GET /idverify/v1/sessions/{id}` answers for the named session. */
            answer: {
                [key: string]: unknown;
            };
        };
        Finding: {
            /** @example ID_DOCUMENT_AUTHENTICITY */
            type: string;
            /** @example DONE */
            state: string;
            /** @example REJECT */
            recommendation?: string;
            /** @example TAMPERED */
            reason?: string;
        };
        /**
         * @description `off`: nothing is verified. `lenient`: verified when a key is registered, otherwise accepted and noted in the
         *     log. `strict`: refused unless everything is right.
         * @enum {string}
         */
        SignaturePolicy: "off" | "lenient" | "strict";
        ApplicationSettings: {
            /** @description The PEM of the RSA key. Of a private key only the public half is kept. */
            public_key?: string;
            signatures?: components["schemas"]["SignaturePolicy"];
            /** @description The scenario of its sessions that name none. */
            scenario?: string;
        };
        Application: {
            sdk_id: string;
            public_keys: string[];
            signatures: components["schemas"]["SignaturePolicy"];
            scenario: string;
        };
        Defaults: {
            /** @description The scenario of created sessions that nothing else chooses one for. */
            scenario: string;
        };
        /**
         * @description What a server remembers, as `format` says. Only what other versions of mock-yoti check is described; everything else
         *     belongs to it too.
         */
        State: {
            /** @description Another number is refused. */
            format: number;
            takenAt: components["schemas"]["StateInstant"];
            /** @description The application that it is about; everything unless said. */
            sdkId?: string;
            clocks: {
                shared: components["schemas"]["StateClock"];
                own: {
                    sdkId: string;
                    aheadMs: components["schemas"]["StateAhead"];
                    heldAt?: components["schemas"]["StateInstant"];
                }[];
            } & {
                [key: string]: unknown;
            };
            /** @description The default scenario, where it was changed. */
            scenario?: string;
            applications: ({
                sdkId: string;
                /** @description Public keys, PEM. */
                keys: string[];
                signatures?: components["schemas"]["SignaturePolicy"];
                scenario?: string;
            } & {
                [key: string]: unknown;
            })[];
            responses: ({
                sdkId: string;
                config: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
            /** @description Applicants and pools; left out by versions that have none. */
            faceRegisters?: {
                sdkId?: string;
                applicants: ({
                    id: string;
                    createdAt: components["schemas"]["StateInstant"];
                    lastUpdated: components["schemas"]["StateInstant"];
                    face?: {
                        id: string;
                        image: {
                            /** @enum {string} */
                            kind: "given" | "face" | "portrait";
                        } & {
                            [key: string]: unknown;
                        };
                        person?: string;
                    };
                } & {
                    [key: string]: unknown;
                })[];
                pools: {
                    id: string;
                    label: string;
                    applicantIds: string[];
                }[];
            }[];
            nextSessions: ({
                scenario: string;
                sdkId?: string;
                times: number;
            } & {
                [key: string]: unknown;
            })[];
            faults: components["schemas"]["Fault"][];
            scenarioCounts: ({
                call: {
                    operation: string;
                    sdkId?: string;
                    sessionId?: string;
                } & {
                    [key: string]: unknown;
                };
                scenario: string;
                rules: components["schemas"]["Fault"][];
            } & {
                [key: string]: unknown;
            })[];
            sessions: ({
                id: string;
                sdkId?: string;
                scenario: {
                    id: string;
                } & {
                    [key: string]: unknown;
                };
                clientSessionToken: string;
                createdAt: components["schemas"]["StateInstant"];
                deadline: components["schemas"]["StateInstant"];
                resourcesTtl: number;
                request: {
                    [key: string]: unknown;
                };
                announcedFaces: string[];
                deletedMedia: string[];
                devicesDeleted: boolean;
                events: ({
                    at: components["schemas"]["StateInstant"];
                    type: string;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            })[];
            handedOut: ({
                sessionId: string;
                keys: string[];
            } & {
                [key: string]: unknown;
            })[];
            deliveries: ({
                id: number;
                sessionId: string;
                sdkId?: string;
                topic: string;
                dueAt: components["schemas"]["StateInstant"];
                endpoint: string;
                headers: {
                    [key: string]: string;
                };
                body: {
                    session_id: string;
                    topic: string;
                    resource_id?: string;
                    task_id?: string;
                    check_id?: string;
                } & {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                status: "waiting" | "held" | "delivered" | "failed";
                attempts: ({
                    at: components["schemas"]["StateInstant"];
                    milliseconds: number;
                    temporary: boolean;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            })[];
            holds: {
                sessionId?: string;
                sdkId?: string;
            }[];
            providerStates: ({
                key: string;
                sessionId: string;
            } & {
                [key: string]: unknown;
            })[];
            tokens: ({
                token: string;
                sdkId: string;
                expiresAt: components["schemas"]["StateInstant"];
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        StateClock: {
            aheadMs: components["schemas"]["StateAhead"];
            heldAt?: components["schemas"]["StateInstant"];
        };
        /** @description Milliseconds since 1970, in a year of at most four digits. */
        StateInstant: number;
        /** @description Milliseconds that a clock is ahead of the real time. */
        StateAhead: number;
        ApplicationList: {
            applications: components["schemas"]["Application"][];
        };
        Error: {
            code: string;
            message: string;
            errors?: {
                property: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description The deliveries */
        Deliveries: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeliveryList"];
            };
        };
        /** @description The clock */
        Clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Clock"];
            };
        };
        /** @description The defaults */
        Defaults: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Defaults"];
            };
        };
        /** @description The session as it stands now */
        Session: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionView"];
            };
        };
        /** @description The server has a `--control-token`, and it did not come as a bearer token */
        ControlToken: {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A web page of elsewhere asks, or a name that is not this machine's */
        ForeignPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description What was sent cannot be used */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such rule */
        FaultNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such session */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The session is not in a state that allows this */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description Only what has a greater id. With `limit`, the first of those. */
        After: string;
        /** @description Only what has a smaller id. */
        Before: string;
        /** @description At most so many, from 1 to 1000: the last ones unless `after` is given. All unless said. */
        Limit: string;
        /** @description `summary`: without headers and bodies. */
        View: "full" | "summary";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings, and the addresses to give to clients */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only events of these types, separated by commas. `hello` and `gap` always come.
                 * @example request,session
                 */
                types?: string;
                /** @description Only what is about this application, or about none. */
                sdkId?: string;
                /** @description The id of the last event that came, in place of the header `Last-Event-ID`. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. It ends when the server does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description So many clients are served already */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listScenarios: {
        parameters: {
            query?: {
                /** @description Also each scenario with other documents: `<id>@<document>`. */
                documents?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenarios, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example profile-mismatch */
                scenarioId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenario */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description No scenario has this id; the message names the nearest one */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications, the demo application first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    putApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0d5e3c1b-2a4f-4c8e-9b7a-6f1e2d3c4b5a */
                sdkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationSettings"];
            };
        };
        responses: {
            /** @description The application as it is known now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description The body is wrong; the message says what a key must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getDefaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Defaults"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    setDefaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Defaults"];
            };
        };
        responses: {
            200: components["responses"]["Defaults"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus' text format, version 0.0.4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    listShapes: {
        parameters: {
            query?: {
                /** @description Also the examples of each answer, for `mock-yoti shapes diff`. */
                examples?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shapes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShapeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    setUpProviderState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderStateChange"];
            };
        };
        responses: {
            /** @description Done; the values that belong to the state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStateValues"];
                };
            };
            /** @description The body is wrong, or there is no such state or parameter; the message lists the known ones */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    makeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageQuestion"];
            };
        };
        responses: {
            /** @description The body as it is posted to a receiver */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageBody"];
                };
            };
            /** @description The body is wrong, or there is no such message; what is wrong lists the known ones */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Of this session; creating it is one of them. */
                sessionId?: string;
                /** @description Of this application. */
                sdkId?: string;
                /**
                 * @description By operationId.
                 * @example getSession
                 */
                operation?: string;
                /**
                 * @description One status, or a class of them: 5xx.
                 * @example 503
                 */
                status?: string;
                /** @description Whether an operation answers it. */
                matched?: "true" | "false";
                /** @description The scenario of its session. */
                scenario?: string;
                /** @description The trace that its `traceparent` names. */
                traceId?: string;
                method?: string;
                /** @description The whole path, base included. */
                path?: string;
                /** @description Only what has a greater id. With `limit`, the first of those. */
                after?: components["parameters"]["After"];
                /** @description Only what has a smaller id. */
                before?: components["parameters"]["Before"];
                /** @description At most so many, from 1 to 1000: the last ones unless `after` is given. All unless said. */
                limit?: components["parameters"]["Limit"];
                /** @description `summary`: without headers and bodies. */
                view?: components["parameters"]["View"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedRequestList"] | components["schemas"]["RequestSummaryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    clearRequests: {
        parameters: {
            query?: {
                /** @description From this application only; all unless said. */
                sdkId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    exportRequests: {
        parameters: {
            query?: {
                sessionId?: string;
                sdkId?: string;
                /** @example getSession */
                operation?: string;
                /** @example 503 */
                status?: string;
                matched?: "true" | "false";
                scenario?: string;
                traceId?: string;
                method?: string;
                path?: string;
                /** @description Only what has a greater id. With `limit`, the first of those. */
                after?: components["parameters"]["After"];
                /** @description Only what has a smaller id. */
                before?: components["parameters"]["Before"];
                /** @description At most so many, from 1 to 1000: the last ones unless `after` is given. All unless said. */
                limit?: components["parameters"]["Limit"];
                /** @description Keep what signs and authorizes. */
                secrets?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        log: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    verifyRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestExpectation"];
            };
        };
        responses: {
            /** @description So many came */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description Another number came */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description No such request, or it is no longer kept */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFaults: {
        parameters: {
            query?: {
                /** @description Of this application only; all unless said. */
                sdkId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules, in the order in which they were added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    addFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultRule"];
            };
        };
        responses: {
            /** @description The rule, with its id */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    clearFaults: {
        parameters: {
            query?: {
                /** @description Rules of this application only; all unless said. */
                sdkId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example fault-1 */
                faultId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["FaultNotFound"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example fault-1 */
                faultId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["FaultNotFound"];
        };
    };
    getClock: {
        parameters: {
            query?: {
                /** @description This application's clock; the one that everybody shares unless said. */
                sdkId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Never before the present; only reset goes back.
                     */
                    now?: string;
                    frozen?: boolean;
                    /** @description This application's clock; every one's unless said. */
                    sdkId?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description An ISO-8601 duration.
                     * @example P16D
                     * @example PT1H30M
                     */
                    by: string;
                    /** @description This application's clock; every one's unless said. */
                    sdkId?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Only those of this application. */
                sdkId?: string;
                stage?: components["schemas"]["Stage"];
                /** @example missing-document */
                scenario?: string;
                /** @description At most so many, from 1 to 1000; 100 unless said. */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions, and how many there are in all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    startSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionStart"];
            };
        };
        responses: {
            /** @description The session; `client_session_token` is what `createSession` would have answered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    inspectSession: {
        parameters: {
            query?: {
                /** @description As it was at an earlier instant, by the clock of its application. What has happened since is in `coming`. */
                at?: string;
            };
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
        };
    };
    forgetSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    getSessionMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The media. What is no image, PDF or JSON comes as `application/octet-stream`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                    "image/jpeg": unknown;
                    "application/pdf": unknown;
                    "application/octet-stream": unknown;
                };
            };
            /** @description Yoti withholds its content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description No such session, or it has no such media now */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSessionLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
            /** @description The session has no instructions, or has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeSessionScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenario: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    awaitStage: {
        parameters: {
            query: {
                stage: components["schemas"]["Stage"];
                /** @description Real seconds to wait, at most 300; 10 unless said. */
                timeout?: string;
            };
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
            /** @description It has not, in time, or it no longer can; the message says where it stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    visitSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Visit"];
            };
        };
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    expireSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description About this session. */
                sessionId?: string;
                /** @description To this application. */
                sdkId?: string;
                /**
                 * @description As it is sent, in any case.
                 * @example session_completion
                 */
                topic?: string;
                status?: components["schemas"]["DeliveryStatus"];
                /** @description Only what has a greater id. With `limit`, the first of those. */
                after?: components["parameters"]["After"];
                /** @description Only what has a smaller id. */
                before?: components["parameters"]["Before"];
                /** @description At most so many, from 1 to 1000: the last ones unless `after` is given. All unless said. */
                limit?: components["parameters"]["Limit"];
                /** @description `summary`: without headers and bodies. */
                view?: components["parameters"]["View"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"] | components["schemas"]["DeliverySummaryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    notifyNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sessionId: string;
                    /** @example session_completion */
                    topic: string;
                    /** @description The id of the resource, task or check, for the topics that have one. */
                    about?: string;
                };
            };
        };
        responses: {
            /** @description The delivery, with what the receiver answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    awaitNotifications: {
        parameters: {
            query?: {
                /** @description About this session. */
                sessionId?: string;
                /** @description To this application. */
                sdkId?: string;
                /**
                 * @description As it is sent, in any case.
                 * @example session_completion
                 */
                topic?: string;
                /** @description delivered unless said. */
                status?: components["schemas"]["DeliveryStatus"];
                /** @description How many at least; one unless said. */
                count?: string;
                /** @description Real seconds to wait, at most 300; 10 unless said. */
                timeout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deliveries"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description Not in time; the message says what there is instead */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    holdNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NotificationOwner"];
            };
        };
        responses: {
            200: components["responses"]["Deliveries"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["NotFound"];
        };
    };
    releaseNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NotificationOwner"];
            };
        };
        responses: {
            200: components["responses"]["Deliveries"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    retryNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NotificationOwner"];
            };
        };
        responses: {
            200: components["responses"]["Deliveries"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description No such delivery, or it is no longer kept */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    sendNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, with what the receiver answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description No such delivery, or it is no longer kept */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    duplicateNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, with what the receiver answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
            /** @description No such delivery, or it is no longer kept */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setNextSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenario: string;
                    /** @description Of this application only; any unless said. */
                    sdkId?: string;
                    /** @description Once unless said. */
                    times?: number;
                };
            };
        };
        responses: {
            /** @description It waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Of this application only; everything unless said. */
                    sdkId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    getState: {
        parameters: {
            query?: {
                /** @description Of this application only; everything unless said. */
                sdkId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["State"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
    putState: {
        parameters: {
            query?: {
                /**
                 * @description `taken`: clocks show what they showed when the state was taken, and run on from there. `passed`: the time since
                 *     then has passed.
                 */
                time?: "taken" | "passed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["State"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ControlToken"];
            403: components["responses"]["ForeignPage"];
        };
    };
}
