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
            order?: components["schemas"]["order"];
            applicant?: components["schemas"]["applicant"];
            /** @description Whether a named session of a branch has its instructions. A created session gets its own. */
            instructions?: boolean;
            /** @description The documents that were asked for, in order, and what became of each. */
            documents?: components["schemas"]["document"][];
            /** @description How often the face was photographed in the branch, in the order of time. Left out: once, and used. */
            faces?: ("used" | "unfinished")[];
            /** @description How often the person was filmed at home for each liveness check that was asked for, in the order of time. rejected: nobody alive was found, and the person tried again. used: the check that the scenario's outcome is about. Left out: once, and used. */
            liveness?: ("used" | "rejected")[];
            /** @description completed: the clerk completed the session. refused: the clerk took the documents but did not complete it. none: nobody came. captured: it stopped after so many documents. refused_at: the clerk refused the document of this number, or the last, and took those before it. */
            visit?: ("completed" | "refused" | "none") | {
                captured: number;
            } | {
                refused_at: number | "last";
            };
            /** @description Whether the session's deadline has passed. */
            expired?: boolean;
            timeline?: components["schemas"]["timeline"];
            /**
             * @description How long after the instructions the letter is there, as an ISO-8601 duration; before, its download answers 503 TEMPORARILY_UNAVAILABLE.
             * @example PT20S
             */
            letter_takes?: string;
            checks?: components["schemas"]["checks"];
            /** @description Why there is no import token, where one was asked for. */
            import_token?: {
                failure_reason: string;
            };
            /** @description Why the scheme of an identity profile is not met, where no check says so. */
            identity_profile?: {
                /** @enum {unknown} */
                reason_code: "FRAUD_DETECTED" | "UNABLE_TO_VALIDATE_DOCUMENT" | "FACE_MATCH_HIGHER_THRESHOLD_VERIFICATION_FAILED" | "FACE_MATCH_VERIFICATION_FAILED" | "MANDATORY_DOCUMENT_NOT_PROVIDED" | "MISSING_LIVENESS" | "IDENTITY_CHECK_FAILED" | "UNABLE_TO_COMPLETE_CHECKS" | "COULD_NOT_VERIFY_ADDRESS" | "UNABLE_TO_VERIFY_ADDRESS" | "LEVEL_OF_ASSURANCE_NOT_SUFFICIENT" | "INSUFFICIENT_ACTIVITY_HISTORY" | "ACTIVITY_HISTORY_SCORE_INSUFFICIENT" | "IDENTITY_FRAUD_SCORE_INSUFFICIENT" | "IDENTITY_FRAUD_AND_ACTIVITY_HISTORY_SCORES_INSUFFICIENT" | "MISSING_FRAUD_LIST_CHECK";
            };
            /**
             * @description Whether the person's face is in the pool that FAMILIAR_FACE_SEARCH looks in. Left out: whether an applicant of the pool may be the person; in a pool that mock-yoti does not know, what the check approves.
             * @enum {unknown}
             */
            familiar_face?: "found" | "not-found";
            media?: components["schemas"]["media"];
            answers?: components["schemas"]["answers"];
            /** @description Rules that spoil answers, counted for each session on its own: docs/faults.md. */
            faults?: components["schemas"]["fault"][];
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
        fault: {
            /**
             * @description The operationId; any operation unless said.
             * @example getSession
             */
            operation?: string;
            /** @description Leaves so many requests alone first. */
            after?: number;
            /** @description Is applied so many times; for ever unless said. */
            times?: number;
            /** @description Every third request: 3. */
            every?: number;
            probability?: number;
            /** @description Which requests are hit by chance: the same seed hits the same ones in every run. */
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
             *       "Retry-After": "2"
             *     }
             */
            headers?: {
                [key: string]: string;
            };
            /** @description How long the answer waits; of a range a part that belongs to the seed. */
            delay?: number | string | {
                from: components["schemas"]["span"];
                to: components["schemas"]["span"];
            };
            slowBody?: components["schemas"]["span"];
            /**
             * @description reset-before: the connection is reset instead of an answer; reset-during: after half of the body. truncated-body: the connection ends after half of it. malformed-json: the last character is missing. wrong-content-type: text/html. empty-body: the status and headers only.
             * @enum {unknown}
             */
            spoil?: "reset-before" | "reset-during" | "truncated-body" | "malformed-json" | "wrong-content-type" | "empty-body";
        };
        /** @description Milliseconds, or an ISO-8601 duration; at most an hour. */
        span: number | string;
        /** @description Operations whose answer is fixed, whatever happened to the session. */
        answers: {
            /** @description Every operation on the session, but those that are named beside it. Creating the session succeeds. */
            everyOperation?: {
                /** @enum {unknown} */
                error: "MESSAGE_SIGNING" | "BAD_SDK_ID" | "BAD_PUBLIC_KEY" | "SESSION_NOT_FOUND" | "APP_NOT_FOUND" | "TOO_MANY_REQUESTS" | "SERVER_ERROR" | "TEMPORARILY_UNAVAILABLE";
            };
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
            putFaceCaptureApplicant?: components["schemas"]["fixedAnswer"];
            getTrackedDevices?: components["schemas"]["fixedAnswer"];
            deleteTrackedDevices?: components["schemas"]["fixedAnswer"];
            getSupportedDocuments?: components["schemas"]["fixedAnswer"];
            lookupUkPostOffice?: components["schemas"]["fixedAnswer"];
            createApplicant?: components["schemas"]["fixedAnswer"];
            getApplicantPlural?: components["schemas"]["fixedAnswer"];
            deleteApplicant?: components["schemas"]["fixedAnswer"];
            addApplicantFace?: components["schemas"]["fixedAnswer"];
            getApplicantFacePlural?: components["schemas"]["fixedAnswer"];
            deleteApplicantFace?: components["schemas"]["fixedAnswer"];
            getApplicant?: components["schemas"]["fixedAnswer"];
            getApplicantFace?: components["schemas"]["fixedAnswer"];
            createPool?: components["schemas"]["fixedAnswer"];
            deletePool?: components["schemas"]["fixedAnswer"];
            addPoolApplicant?: components["schemas"]["fixedAnswer"];
            deletePoolApplicant?: components["schemas"]["fixedAnswer"];
            putSessionResponseConfig?: components["schemas"]["fixedAnswer"];
            putApplicationResponseConfig?: components["schemas"]["fixedAnswer"];
            runAgent?: components["schemas"]["fixedAnswer"];
        };
        document: {
            asked: components["schemas"]["documentType"];
            country?: components["schemas"]["country"];
            /**
             * @description Whether Yoti lists it under id_documents or supplementary_documents, for a type that does not say so itself. Left out: as Yoti lists the type; a type that nobody knows is supplementary.
             * @enum {unknown}
             */
            kind?: "ID_DOCUMENT" | "SUPPLEMENTARY_DOCUMENT";
            /** @description What the person brought. Left out: the document that was asked for. */
            brought?: "nothing" | "expired" | {
                type: components["schemas"]["documentType"];
                country?: components["schemas"]["country"];
            };
            /** @description Each time that the document was captured, in the order of time. used: checks looked at it. unused: captured well, and no check looked at it. failed: its text could not be read, so it was captured again. abandoned: begun and left. Left out: once, and used. */
            captures?: components["schemas"]["capture"][];
            /**
             * @description true: the person at home uploaded it as a file, and did not photograph it. A supplementary document then has a file and no pages.
             * @constant
             */
            uploaded?: true;
            /** @description Whether the chip was read. Left out: it was when the order desires chip data and the document has a chip. */
            chip?: boolean;
            /**
             * @description The person shares a digital ID, the first that the order accepts. shared: it becomes the document. failed: the provider shared nothing. expired: the person did not share it in time. repeated: the first share failed, the second one did not. Left out: a digital ID is shared only where the order accepts it before any other document.
             * @enum {unknown}
             */
            digital_id?: "shared" | "failed" | "expired" | "repeated";
            /**
             * @description What became of the extraction of its text. read: done by machine. reviewed: a person had to look, and approved. failed: nothing could be read. pending: a person is still looking.
             * @enum {unknown}
             */
            text?: "read" | "reviewed" | "failed" | "pending";
            /** @description When it expires, counted from the creation of the session: P90D, or -P90D for one that expired. */
            expires?: string;
            /**
             * @description How the extraction told the names apart. split-wrong: the last of the given names was taken for the family's.
             * @enum {unknown}
             */
            names?: "split-wrong";
            /** @description What the extraction read in place of what the document says, by key of document_fields. */
            fields?: {
                [key: string]: unknown;
            };
            /**
             * @description false: the media of document_fields has no id, so that nobody can fetch it.
             * @constant
             */
            fields_id?: false;
            /** @description What the extraction did not read: keys of document_fields, or of what stands in them (structured_postal_address.formatted_address). */
            without?: string[];
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
            ID_DOCUMENT_AUTHENTICITY?: components["schemas"]["outcome"];
            ID_DOCUMENT_TEXT_DATA_CHECK?: components["schemas"]["outcome"];
            LIVENESS?: components["schemas"]["outcome"];
            FAMILIAR_FACE_SEARCH?: components["schemas"]["outcome"];
            ID_DOCUMENT_FACE_MATCH?: components["schemas"]["outcome"];
            FACE_COMPARISON?: components["schemas"]["outcome"];
            ID_DOCUMENT_COMPARISON?: components["schemas"]["outcome"];
            THIRD_PARTY_IDENTITY?: components["schemas"]["outcome"];
            THIRD_PARTY_IDENTITY_FRAUD_1?: components["schemas"]["outcome"];
            SYNECTICS_IDENTITY_FRAUD?: components["schemas"]["outcome"];
            WATCHLIST_SCREENING?: components["schemas"]["outcome"];
            WATCHLIST_ADVANCED_CA?: components["schemas"]["outcome"];
            SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK?: components["schemas"]["outcome"];
            IBV_VISUAL_REVIEW_CHECK?: components["schemas"]["outcome"];
            DOCUMENT_SCHEME_VALIDITY_CHECK?: components["schemas"]["outcome"];
            PROFILE_DOCUMENT_MATCH?: components["schemas"]["outcome"];
        };
        /** @description What a check found. A word alone is a recommendation without a reason; absent: the check is not there. */
        outcome: ("approve" | "reject" | "not_available" | "consider" | "absent") | {
            reject?: components["schemas"]["reason"];
            not_available?: components["schemas"]["reason"];
            consider?: components["schemas"]["reason"];
            /** @description What Yoti suggests to the person. */
            recovery_suggestion?: string;
            /** @description Sub-checks that fail although the check approves. */
            failing?: string[];
            /** @description The sub-checks, in place of those that go with the reason. */
            breakdown?: components["schemas"]["subCheck"][];
            /**
             * @description Where the check stands. It has a report only when it is DONE.
             * @enum {unknown}
             */
            state?: "CREATED" | "READY" | "PENDING" | "DONE" | "INTERNAL_ERROR";
        };
        fixedAnswer: {
            /**
             * @description The code of the error that is answered.
             * @enum {unknown}
             */
            error: "MALFORMED_REQUEST" | "PAYLOAD_VALIDATION" | "MESSAGE_SIGNING" | "BAD_SDK_ID" | "BAD_TOKEN" | "BAD_PUBLIC_KEY" | "INSUFFICIENT_PERMISSION" | "INCOMPLETE_APP_CONFIGURATION" | "SESSION_NOT_FOUND" | "APP_NOT_FOUND" | "MEDIA_CONTENT_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "REQUIREMENT_NOT_FOUND" | "APPLICANT_NOT_FOUND" | "POOL_NOT_FOUND" | "FACE_NOT_FOUND" | "NOT_YOUR_RESOURCE" | "NOT_YOUR_SESSION" | "SCHEME_NOT_FOUND" | "SCHEME_VALIDATION_REQUIREMENT_NOT_FOUND" | "SESSION_EXPIRED" | "SESSION_NOT_READY" | "INSTRUCTIONS_NOT_COMPLETE" | "RESOURCE_LOCKED" | "UNSUPPORTED_TYPE" | "UNPROCESSABLE_MEDIA" | "SESSION_LOCKED" | "TOO_MANY_REQUESTS" | "SERVER_ERROR" | "TEMPORARILY_UNAVAILABLE";
        };
        memberName: string;
        /** @description A reason as Yoti writes it. */
        reason: string;
        subCheck: {
            sub_check: string;
            /** @enum {unknown} */
            result: "PASS" | "FAIL" | "NOT_AVAILABLE";
            /** @description Each detail by its name. */
            details?: {
                [key: string]: string;
            };
            /**
             * @description Who looked; left out: who does for this sub-check.
             * @enum {unknown}
             */
            process?: "AUTOMATED" | "EXPERT_REVIEW";
        };
        /** @description What a named session was asked for besides its documents. A created session has its own order. branch: the three checks of a branch. hybrid: authenticity, face match and text extraction too. home: no branch; authenticity, face match, liveness and text extraction. */
        order: ("branch" | "hybrid" | "home") | {
            /** @enum {unknown} */
            like: "branch" | "hybrid" | "home";
            /** @description In place of those of `like`: types, or what the create request has. */
            checks?: components["schemas"]["orderedCheck"][];
            /** @description The same for tasks. */
            tasks?: components["schemas"]["orderedTask"][];
            /** @description The scheme that the documents must satisfy. */
            scheme?: string;
            /** @description The scheme that the person must satisfy, as the create request has it in identity_profile_requirements. */
            identity_profile?: {
                trust_framework: string;
                scheme: {
                    type: string;
                    objective?: string;
                };
            };
            /** @description The same for several schemes, as the create request has it in advanced_identity_profile_requirements. */
            advanced_identity_profile?: {
                profiles: {
                    trust_framework: string;
                    schemes: {
                        type: string;
                        objective?: string;
                        label: string;
                    }[];
                }[];
            };
            /**
             * @description Whether a preview of each identity profile was asked for (create_identity_profile_preview).
             * @constant
             */
            preview?: true;
            /** @description The subject_id of the create request, which identity profiles repeat. */
            subject_id?: string;
            /**
             * @description Whether an import token was asked for.
             * @constant
             */
            import_token?: true;
            /** @description Left out: scenario: and the id of the scenario. */
            user_tracking_id?: string;
        };
        orderedCheck: components["schemas"]["checkType"] | {
            type: components["schemas"]["checkType"];
            config: {
                [key: string]: unknown;
            };
        };
        orderedTask: components["schemas"]["taskType"] | {
            type: components["schemas"]["taskType"];
            config: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A type of check that can be asked for.
         * @enum {unknown}
         */
        checkType: "ID_DOCUMENT_AUTHENTICITY" | "LIVENESS" | "FAMILIAR_FACE_SEARCH" | "ID_DOCUMENT_FACE_MATCH" | "FACE_COMPARISON" | "ID_DOCUMENT_COMPARISON" | "THIRD_PARTY_IDENTITY" | "THIRD_PARTY_IDENTITY_FRAUD_1" | "SYNECTICS_IDENTITY_FRAUD" | "WATCHLIST_SCREENING" | "WATCHLIST_ADVANCED_CA" | "IBV_VISUAL_REVIEW_CHECK" | "DOCUMENT_SCHEME_VALIDITY_CHECK" | "PROFILE_DOCUMENT_MATCH";
        /** @enum {unknown} */
        taskType: "ID_DOCUMENT_TEXT_DATA_EXTRACTION" | "SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION";
        capture: ("used" | "unused" | "failed" | "abandoned") | {
            /** @enum {unknown} */
            outcome: "unused" | "failed" | "abandoned";
            type?: components["schemas"]["documentType"];
            country?: components["schemas"]["country"];
            /** @description What the extraction recommends, as the task of a session at home has it. Its task is then DONE. */
            recommendation?: {
                /** @enum {unknown} */
                value: "SHOULD_TRY_AGAIN" | "MUST_TRY_AGAIN";
                reason?: {
                    /** @enum {unknown} */
                    value: "QUALITY" | "USER_ERROR";
                    detail?: string;
                };
            };
        };
        /** @description Who the documents belong to. Left out: whom the create request says, else a generated person. generated: a generated person whatever was sent. Keys: what is fixed about the person; the rest as when it is left out. */
        applicant: "generated" | {
            /** @description All names but the family's; may be empty. */
            given_names?: string;
            /** @description May be empty. */
            family_name?: string;
            /** @description Left out: the given names and the family name. */
            full_name?: string;
            /** Format: date */
            date_of_birth?: string;
            /** @enum {unknown} */
            gender?: "MALE" | "FEMALE";
            /** @description ISO 3166-1 alpha-3. Generated names fit it. */
            nationality?: string;
            place_of_birth?: string;
            /** @description A structured_postal_address; what it needs to be whole is added. */
            address?: {
                care_of?: string;
                sub_building?: string;
                building_number?: string;
                building?: string;
                street?: string;
                address_line1?: string;
                address_line2?: string;
                address_line3?: string;
                address_line4?: string;
                address_line5?: string;
                address_line6?: string;
                locality?: string;
                town_city?: string;
                district?: string;
                state?: string;
                postal_code?: string;
                country_iso?: string;
                country?: string;
                formatted_address?: string;
            };
        };
        /** @description Media that are listed and not handed out. withheld: 204 without a body. missing: 404. empty: JSON without a field. */
        media: {
            /** @enum {unknown} */
            document_fields?: "withheld" | "missing" | "empty";
            /** @enum {unknown} */
            expanded_document_fields?: "withheld" | "missing" | "empty";
            /** @enum {unknown} */
            document_id_photo?: "withheld" | "missing";
            /** @enum {unknown} */
            pages?: "withheld" | "missing";
            /** @enum {unknown} */
            face?: "withheld" | "missing";
            /** @enum {unknown} */
            applicant_profile?: "withheld" | "missing" | "empty";
        };
        /** @description An ISO-8601 duration of weeks, days, hours, minutes and seconds, of at most about 250 years: PT19M. */
        duration: string;
        /** @description When things happen. A visit that the control API has happen at once captures at once. */
        timeline: {
            /** @description How long ago a named session was created. Left out: 2 days and 15 hours; the visit is 50 hours after the creation. */
            age?: components["schemas"]["duration"];
            /**
             * @description summer: a named session shows the last 5th of July in place of the last midnight, when London is an hour ahead of UTC.
             * @enum {unknown}
             */
            season?: "summer";
            /** @description The time from one capture to the next. */
            between_captures?: components["schemas"]["duration"];
            /** @description Types of checks that are not listed before they are done, where `checks` says when that is. */
            late?: components["schemas"]["checkType"][];
            /** @description How long after the captures a type of check is done. Until then it is PENDING, and the session goes on. */
            checks?: {
                ID_DOCUMENT_AUTHENTICITY?: components["schemas"]["duration"];
                ID_DOCUMENT_TEXT_DATA_CHECK?: components["schemas"]["duration"];
                LIVENESS?: components["schemas"]["duration"];
                FAMILIAR_FACE_SEARCH?: components["schemas"]["duration"];
                ID_DOCUMENT_FACE_MATCH?: components["schemas"]["duration"];
                FACE_COMPARISON?: components["schemas"]["duration"];
                ID_DOCUMENT_COMPARISON?: components["schemas"]["duration"];
                THIRD_PARTY_IDENTITY?: components["schemas"]["duration"];
                THIRD_PARTY_IDENTITY_FRAUD_1?: components["schemas"]["duration"];
                SYNECTICS_IDENTITY_FRAUD?: components["schemas"]["duration"];
                WATCHLIST_SCREENING?: components["schemas"]["duration"];
                WATCHLIST_ADVANCED_CA?: components["schemas"]["duration"];
                SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK?: components["schemas"]["duration"];
                IBV_VISUAL_REVIEW_CHECK?: components["schemas"]["duration"];
                DOCUMENT_SCHEME_VALIDITY_CHECK?: components["schemas"]["duration"];
                PROFILE_DOCUMENT_MATCH?: components["schemas"]["duration"];
            };
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
