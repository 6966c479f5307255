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
            /** @description Makes the file a family: the path of the one value in which its members differ, such as checks.PROFILE_DOCUMENT_MATCH.reject. */
            varies?: string;
            /** @description The members of a family. A list of names, which are the values; or each name with its value. A member's id is the file's name, a colon and its name. */
            members?: components["schemas"]["memberName"][] | {
                [key: string]: unknown;
            };
            /** @description The documents that were asked for, in order, and what became of each. */
            documents?: components["schemas"]["document"][];
            /**
             * @description completed: the clerk completed the session. refused: the clerk took the documents but did not complete it. none: nobody came.
             * @enum {unknown}
             */
            visit?: "completed" | "refused" | "none";
            /** @description Whether the session's deadline has passed. */
            expired?: boolean;
            /**
             * @description How long after the instructions the letter is there, as an ISO-8601 duration; before, its download answers 503 TEMPORARILY_UNAVAILABLE.
             * @example PT20S
             */
            letter_takes?: string;
            checks?: components["schemas"]["checks"];
            answers?: components["schemas"]["answers"];
            notifications?: components["schemas"]["notifications"];
        };
        /** @description How notifications are treated, by topic. A topic that is left out goes out once, when it is due. */
        notifications: {
            resource_update?: components["schemas"]["notification"];
            task_completion?: components["schemas"]["notification"];
            check_completion?: components["schemas"]["notification"];
            session_completion?: components["schemas"]["notification"];
            client_session_token_deleted?: components["schemas"]["notification"];
            new_pdf_supplied?: components["schemas"]["notification"];
            instructions_email_requested?: components["schemas"]["notification"];
            thank_you_email_requested?: components["schemas"]["notification"];
            first_branch_visit?: components["schemas"]["notification"];
        };
        notification: {
            /** @description How often it is sent: 0 drops it, 2 sends a duplicate. */
            times?: number;
            /** @description How long it is late, an ISO-8601 duration. */
            delay?: string;
            /**
             * @description The topic that it goes out behind, where it would have come before.
             * @enum {unknown}
             */
            after?: "resource_update" | "task_completion" | "check_completion" | "session_completion" | "client_session_token_deleted" | "new_pdf_supplied" | "instructions_email_requested" | "thank_you_email_requested" | "first_branch_visit";
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
            error: "MESSAGE_SIGNING" | "BAD_SDK_ID" | "BAD_TOKEN" | "BAD_PUBLIC_KEY" | "INSUFFICIENT_PERMISSION" | "SESSION_NOT_FOUND" | "APP_NOT_FOUND" | "MEDIA_CONTENT_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "REQUIREMENT_NOT_FOUND" | "SESSION_EXPIRED" | "SESSION_NOT_READY" | "INSTRUCTIONS_NOT_COMPLETE" | "RESOURCE_LOCKED" | "UNSUPPORTED_TYPE" | "UNPROCESSABLE_MEDIA" | "SESSION_LOCKED" | "TOO_MANY_REQUESTS" | "SERVER_ERROR" | "TEMPORARILY_UNAVAILABLE";
        };
        memberName: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
