// Made by scripts/generate.mjs from openapi.yaml. Do not edit.

export interface paths {
    "/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /**
         * Retrieve the result of a session
         * @description Everything that is known of a session now: what the person brought (`resources`) and what was found (`checks`).
         *     Can be called at any time. In a Post Office branch the clerk does not complete the session when a document is
         *     missing, wrong or invalid or the details differ: such a session stays `ONGOING` with an empty list of checks,
         *     and becomes `EXPIRED` at its deadline.
         */
        get: operations["getSession"];
        put?: never;
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
        SessionResult: {
            /** @description Seconds that are left until the session's deadline. */
            client_session_token_ttl?: number;
            /** @example 3fa85f64-5717-4562-b3fc-2c963f66afa6 */
            session_id: string;
            state: components["schemas"]["SessionState"];
            /**
             * Format: uuid
             * @description Present while the session is `ONGOING`, absent once it is `COMPLETED` or `EXPIRED`.
             */
            client_session_token?: string;
            resources: components["schemas"]["Resources"];
            /** @description Empty until the person has finished. */
            checks: components["schemas"]["Check"][];
            /** @description What the relying business sent when it created the session. */
            user_tracking_id?: string;
            /**
             * Format: date-time
             * @description When the person consented. At-home sessions only.
             */
            biometric_consent?: string;
        };
        /** @enum {string} */
        SessionState: "ONGOING" | "COMPLETED" | "EXPIRED";
        /** @description What was captured and supplied, newest first in each list. */
        Resources: {
            id_documents: components["schemas"]["IdDocument"][];
            supplementary_documents: components["schemas"]["SupplementaryDocument"][];
            liveness_capture: components["schemas"]["LivenessCapture"][];
            face_capture: components["schemas"]["FaceCapture"][];
            applicant_profiles: components["schemas"]["ApplicantProfile"][];
            /**
             * @deprecated
             * @description The same profile under the key of Yoti's older documents. Read `applicant_profiles`.
             */
            applicant_profile?: components["schemas"]["ApplicantProfile"];
        };
        Source: {
            /** @enum {string} */
            type: "END_USER" | "RELYING_BUSINESS" | "IBV";
        };
        IdDocument: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            /**
             * @example PASSPORT
             * @example DRIVING_LICENCE
             * @example NATIONAL_ID
             * @example RESIDENCE_PERMIT
             */
            document_type: string;
            issuing_country: components["schemas"]["CountryCode"];
            pages: components["schemas"]["Page"][];
            document_fields?: components["schemas"]["MediaReference"];
            document_id_photo?: components["schemas"]["MediaReference"];
            expanded_document_fields?: components["schemas"]["MediaReference"];
        };
        SupplementaryDocument: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            /**
             * @example UTILITY_BILL
             * @example BANK_STATEMENT
             * @example COUNCIL_TAX_BILL
             */
            document_type: string;
            issuing_country: components["schemas"]["CountryCode"];
            pages: components["schemas"]["Page"][];
            document_fields?: components["schemas"]["MediaReference"];
            /** @description The file as it was uploaded, in place of pages. Left out when there is none. */
            file?: components["schemas"]["MediaReference"];
        };
        Page: {
            /** @enum {string} */
            capture_method?: "CAMERA" | "UPLOAD";
            media?: components["schemas"]["Media"];
            frames: components["schemas"]["Frame"][];
            extraction_image_ids?: string[];
        };
        /** @description Without `media` when the image was never taken or has been deleted. */
        Frame: {
            media?: components["schemas"]["Media"];
        };
        LivenessCapture: components["schemas"]["ZoomLivenessCapture"] | components["schemas"]["StaticLivenessCapture"];
        ZoomLivenessCapture: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            liveness_type: "ZoomLivenessCapture";
            facemap?: components["schemas"]["MediaReference"];
            frames: components["schemas"]["Frame"][];
        };
        StaticLivenessCapture: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            liveness_type: "StaticLivenessCapture";
            image?: components["schemas"]["MediaReference"];
            /** @example PHOTOGRAPH */
            capture_type?: string;
        };
        FaceCapture: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            image?: components["schemas"]["MediaReference"];
        };
        ApplicantProfile: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            media: components["schemas"]["Media"];
        };
        Media: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["MediaType"];
            created: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        MediaType: "IMAGE" | "JSON" | "BINARY" | "PDF";
        MediaReference: {
            media: components["schemas"]["Media"];
        };
        Task: {
            /** @enum {string} */
            type: "ID_DOCUMENT_TEXT_DATA_EXTRACTION" | "SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION";
            id: components["schemas"]["Id"];
            /** @enum {string} */
            state: "CREATED" | "PENDING" | "DONE" | "FAILED";
            created: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            generated_checks: components["schemas"]["GeneratedCheck"][];
            generated_media: components["schemas"]["GeneratedMedia"][];
            recommendation?: components["schemas"]["TaskRecommendation"];
        };
        TaskRecommendation: {
            /** @enum {string} */
            value: "PROGRESS" | "SHOULD_TRY_AGAIN" | "MUST_TRY_AGAIN";
            reason?: {
                /** @enum {string} */
                value: "QUALITY" | "USER_ERROR";
                detail?: string;
            };
        };
        GeneratedCheck: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["CheckType"];
        };
        GeneratedMedia: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["MediaType"];
        };
        /** @enum {string} */
        CheckType: "IBV_VISUAL_REVIEW_CHECK" | "DOCUMENT_SCHEME_VALIDITY_CHECK" | "PROFILE_DOCUMENT_MATCH" | "ID_DOCUMENT_AUTHENTICITY" | "ID_DOCUMENT_FACE_MATCH" | "ID_DOCUMENT_TEXT_DATA_CHECK" | "ID_DOCUMENT_COMPARISON" | "SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK" | "LIVENESS" | "FACE_COMPARISON" | "THIRD_PARTY_IDENTITY" | "THIRD_PARTY_IDENTITY_FRAUD_1" | "WATCHLIST_SCREENING" | "WATCHLIST_ADVANCED_CA" | "SYNECTICS_IDENTITY_FRAUD";
        /** @enum {string} */
        CheckState: "CREATED" | "READY" | "PENDING" | "DONE" | "INTERNAL_ERROR";
        Check: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["CheckType"];
            state: components["schemas"]["CheckState"];
            /** @description Ids of the resources that the check looked at. A profile match names the document, then the profile. */
            resources_used: string[];
            generated_media: components["schemas"]["GeneratedMedia"][];
            /** @description Present once the check is `DONE`. */
            report?: components["schemas"]["Report"];
            created: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            /**
             * @description The scheme of a `DOCUMENT_SCHEME_VALIDITY_CHECK`.
             * @example UK_DBS
             * @example UK_GDS
             */
            scheme?: string;
        };
        Report: {
            recommendation: components["schemas"]["Recommendation"];
            breakdown: components["schemas"]["SubCheck"][];
        };
        Recommendation: {
            /** @enum {string} */
            value: "APPROVE" | "REJECT" | "NOT_AVAILABLE" | "CONSIDER";
            /** @description Why, when the value is not `APPROVE`. The words depend on the type of the check. */
            reason?: string;
            recovery_suggestion?: string;
        };
        SubCheck: {
            sub_check: string;
            /** @enum {string} */
            result: "PASS" | "FAIL" | "NOT_AVAILABLE";
            details: {
                name: string;
                value: string;
            }[];
            /** @enum {string} */
            process?: "AUTOMATED" | "EXPERT_REVIEW";
        };
        /**
         * Format: uuid
         * @description A lower-case UUID.
         */
        Id: string;
        /**
         * Format: date-time
         * @example 2026-03-02T11:04:30Z
         */
        Instant: string;
        /**
         * @description ISO 3166-1 alpha-3.
         * @example GBR
         */
        CountryCode: string;
        Error: {
            /** @description `NOT_FOUND` and `METHOD_NOT_ALLOWED` are mock-yoti only. */
            code: string;
            message: string;
            errors?: {
                property: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description The request could not be understood */
        MalformedRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The request was not signed by the application that owns the session. To a bearer or client token that is
         *     unknown, has expired or belongs to another session the code is `BAD_TOKEN`.
         */
        Unauthorised: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such session, or no such application */
        SessionNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests; seen by one integrator, documented nowhere */
        TooManyRequests: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something failed on the server */
        ServerError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The service cannot answer right now */
        TemporarilyUnavailable: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
         *     fixed UUID.
         * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
         */
        SessionId: string;
        /** @description Identifies the application. Sent with every signed request; the Go SDK writes it `sdkID`. */
        SdkId: string;
        /** @description A fresh value for each request, a UUID in most clients. */
        Nonce: string;
        /** @description When the request was signed. Clients send seconds, milliseconds or microseconds. */
        Timestamp: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this answer, for support and logs. */
        RequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: {
                /** @description Identifies the application. Sent with every signed request; the Go SDK writes it `sdkID`. */
                sdkId?: components["parameters"]["SdkId"];
                /** @description A fresh value for each request, a UUID in most clients. */
                nonce?: components["parameters"]["Nonce"];
                /** @description When the request was signed. Clients send seconds, milliseconds or microseconds. */
                timestamp?: components["parameters"]["Timestamp"];
            };
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session as it stands */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResult"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            404: components["responses"]["SessionNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
}
