// Made by scripts/generate.mjs from scenarios/scenario.schema.json. Do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * A mock-yoti scenario
         * @description What happens to one session. The id is the file's name. docs/scenarios.md explains each key.
         */
        Scenario: {
            /** @description The id of a scenario to start from. Keys given here replace its keys. */
            extends?: string;
            /** @description One line for lists. */
            title: string;
            /** @description When a test wants this scenario. */
            use_when: string;
            /**
             * @description documented: on Yoti's pages. observed: captured from the real service, in public code. invented: nobody has seen Yoti send it.
             * @enum {unknown}
             */
            provenance: "documented" | "observed" | "invented";
            /** @description Where the shape can be read. */
            source: string;
            /** @description The documents that were asked for, in order, and what became of each. */
            documents?: components["schemas"]["document"][];
            /**
             * @description completed: the clerk completed the session. refused: the clerk took the documents but did not complete it. none: nobody came.
             * @enum {unknown}
             */
            visit?: "completed" | "refused" | "none";
            /** @description Whether the session's deadline has passed. */
            expired?: boolean;
            checks?: components["schemas"]["checks"];
            answers?: components["schemas"]["answers"];
        };
        /** @description Operations whose answer is fixed, whatever happened to the session. */
        answers: {
            getSession?: {
                /**
                 * @description The code of the error that is answered.
                 * @enum {unknown}
                 */
                error: "MESSAGE_SIGNING" | "BAD_SDK_ID" | "BAD_PUBLIC_KEY" | "SESSION_NOT_FOUND" | "APP_NOT_FOUND" | "TOO_MANY_REQUESTS" | "SERVER_ERROR" | "TEMPORARILY_UNAVAILABLE";
            };
            createSession?: components["schemas"]["fixedAnswer"];
            deleteSession?: components["schemas"]["fixedAnswer"];
            getSessionConfiguration?: components["schemas"]["fixedAnswer"];
            getInstructions?: components["schemas"]["fixedAnswer"];
            putInstructions?: components["schemas"]["fixedAnswer"];
            getInstructionsPdf?: components["schemas"]["fixedAnswer"];
            getInstructionsContactProfile?: components["schemas"]["fixedAnswer"];
            sendInstructionsEmail?: components["schemas"]["fixedAnswer"];
            getMediaContent?: components["schemas"]["fixedAnswer"];
            deleteMediaContent?: components["schemas"]["fixedAnswer"];
            createFaceCapture?: components["schemas"]["fixedAnswer"];
            putFaceCaptureImage?: components["schemas"]["fixedAnswer"];
            getTrackedDevices?: components["schemas"]["fixedAnswer"];
            deleteTrackedDevices?: components["schemas"]["fixedAnswer"];
            getSupportedDocuments?: components["schemas"]["fixedAnswer"];
            lookupUkPostOffice?: components["schemas"]["fixedAnswer"];
        };
        document: {
            asked: components["schemas"]["documentType"];
            country?: components["schemas"]["country"];
            /** @description What the person brought. Left out: the document that was asked for. */
            brought?: "nothing" | "expired" | {
                type: components["schemas"]["documentType"];
                country?: components["schemas"]["country"];
            };
            checks?: components["schemas"]["checks"];
        };
        /**
         * @description A document type as Yoti writes it.
         * @example PASSPORT
         * @example DRIVING_LICENCE
         * @example NATIONAL_ID
         * @example RESIDENCE_PERMIT
         * @example UTILITY_BILL
         * @example BANK_STATEMENT
         */
        documentType: string;
        /** @description ISO 3166-1 alpha-3; GBR unless said. */
        country: string;
        /** @description What each type of check found. A type that is left out approves. */
        checks: {
            IBV_VISUAL_REVIEW_CHECK?: components["schemas"]["outcome"];
            DOCUMENT_SCHEME_VALIDITY_CHECK?: components["schemas"]["outcome"];
            PROFILE_DOCUMENT_MATCH?: components["schemas"]["outcome"];
        };
        outcome: "approve" | {
            /** @description The reason. */
            reject: string;
        };
        fixedAnswer: {
            /**
             * @description The code of the error that is answered.
             * @enum {unknown}
             */
            error: "MALFORMED_REQUEST" | "PAYLOAD_VALIDATION" | "MESSAGE_SIGNING" | "BAD_SDK_ID" | "BAD_TOKEN" | "BAD_PUBLIC_KEY" | "INSUFFICIENT_PERMISSION" | "SESSION_NOT_FOUND" | "APP_NOT_FOUND" | "MEDIA_CONTENT_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "REQUIREMENT_NOT_FOUND" | "SESSION_EXPIRED" | "SESSION_NOT_READY" | "INSTRUCTIONS_NOT_COMPLETE" | "RESOURCE_LOCKED" | "UNSUPPORTED_TYPE" | "UNPROCESSABLE_MEDIA" | "SESSION_LOCKED" | "TOO_MANY_REQUESTS" | "SERVER_ERROR" | "TEMPORARILY_UNAVAILABLE";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
