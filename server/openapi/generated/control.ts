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
         * Registers an application's public key, its own signature policy, or both
         * @description Replaces what was known of the application.
         */
        put: operations["putApplication"];
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
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is for the server */
        get: operations["getClock"];
        /** Set the clock to an instant, freeze it, or let it run again */
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
    "/sessions/{sessionId}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the visit happen now, whole */
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
        /** Forget every created session and choice, and let the clock show the real time again */
        post: operations["reset"];
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
        Clock: {
            /** Format: date-time */
            now: string;
            frozen: boolean;
        };
        SessionView: {
            session_id: string;
            scenario: string;
            /** @description What reading the session answers. */
            answer: {
                [key: string]: unknown;
            };
        };
        NextSession: {
            scenario: string;
            sdkId?: string;
            times: number;
        };
        ProviderStateChange: {
            /** @example a session has the result */
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
            /** @description The base path under which the error is answered: `/idverify/v1` of a scenario. */
            base?: string;
        };
        Health: {
            /** @constant */
            status: "ok";
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
            /** @example all-approve */
            id: string;
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
            /**
             * Format: uuid
             * @description The fixed id of the scenario's named session.
             */
            session_id: string;
        };
        ScenarioDetail: {
            id: string;
            title: string;
            use_when: string;
            /** @enum {string} */
            provenance: "documented" | "observed" | "invented";
            source: string;
            shape: string;
            /** Format: uuid */
            session_id: string;
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
        };
        Application: {
            sdk_id: string;
            public_keys: string[];
            signatures: components["schemas"]["SignaturePolicy"];
        };
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
        /** @description The clock */
        Clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Clock"];
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
        /** @description What was sent cannot be used */
        BadRequest: {
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
    parameters: never;
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
        };
    };
    listScenarios: {
        parameters: {
            query?: never;
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
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
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
                };
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
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
                };
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
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
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
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
        };
    };
    reset: {
        parameters: {
            query?: never;
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
        };
    };
}
