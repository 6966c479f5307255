// Made by scripts/generate.mjs from openapi.yaml. Do not edit.

export interface paths {
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a session */
        post: operations["createSession"];
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
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
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
        /** Delete a session with everything in it */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /** What the session asks of the person, one requirement per document, face and liveness */
        get: operations["getSessionConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/instructions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /** The instructions that were set */
        get: operations["getInstructions"];
        /** Say which documents will be brought to which branch */
        put: operations["putInstructions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/instructions/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /** The letter to take to the branch */
        get: operations["getInstructionsPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/instructions/contact-profile": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /** Who the instructions are for */
        get: operations["getInstructionsContactProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/instructions/email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the letter sent by e-mail (mock-yoti sends none) */
        post: operations["sendInstructionsEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/media/{mediaId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
                /** @description The id of a media of the session. */
                mediaId: components["parameters"]["MediaId"];
            };
            cookie?: never;
        };
        /** The bytes of a media */
        get: operations["getMediaContent"];
        put?: never;
        post?: never;
        /** Delete a media */
        delete: operations["deleteMediaContent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/resources/face-capture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a face capture resource to upload an image to */
        post: operations["createFaceCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/resources/face-capture/{resourceId}/image": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
                /** @description The id of a resource of the session. */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Upload the image of a face capture */
        put: operations["putFaceCaptureImage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/resources/face-capture/{resourceId}/applicant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
                /** @description The id of a resource of the session. */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Take the face of an applicant in place of an uploaded image */
        put: operations["putFaceCaptureApplicant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/tracked-devices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /** The devices that the session was used on */
        get: operations["getTrackedDevices"];
        put?: never;
        post?: never;
        /** Forget the devices */
        delete: operations["deleteTrackedDevices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/supported-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The identity documents that Yoti takes, by country */
        get: operations["getSupportedDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lookup/uk-post-office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The nearest branches */
        post: operations["lookupUkPostOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an applicant, whose face can be searched for */
        post: operations["createApplicant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        /**
         * The same under the plural path
         * @description mock-yoti takes the plural too: Yoti's page has the singular, and every other path of applicants the plural.
         */
        get: operations["getApplicantPlural"];
        put?: never;
        post?: never;
        /** Delete an applicant with its face; pools lose it */
        delete: operations["deleteApplicant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/faces": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a face to an applicant
         * @description An applicant has one face: another one replaces it. From `source`, that of the media of a session, which must be an image
         *     of the person: a photo of the face or the photo on a document.
         */
        post: operations["addApplicantFace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/faces/{faceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
                /** @description The id that adding the face returned. */
                faceId: components["parameters"]["FaceId"];
            };
            cookie?: never;
        };
        /**
         * The same under the plural path
         * @description mock-yoti takes the plural too: Yoti's page has the singular, and every other path of applicants the plural.
         */
        get: operations["getApplicantFacePlural"];
        put?: never;
        post?: never;
        /** Delete the face of an applicant */
        delete: operations["deleteApplicantFace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicant/{applicantId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        /** An applicant with its face and its pools */
        get: operations["getApplicant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicant/{applicantId}/faces/{faceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
                /** @description The id that adding the face returned. */
                faceId: components["parameters"]["FaceId"];
            };
            cookie?: never;
        };
        /** The image of a face */
        get: operations["getApplicantFace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a pool of applicants to search in */
        post: operations["createPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pools/{poolId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the pool returned. */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a pool; its applicants stay */
        delete: operations["deletePool"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pools/{poolId}/applicants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the pool returned. */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an applicant into a pool */
        post: operations["addPoolApplicant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pools/{poolId}/applicants/{applicantId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that creating the pool returned. */
                poolId: components["parameters"]["PoolId"];
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an applicant out of a pool */
        delete: operations["deletePoolApplicant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}/response-config": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `session_id` that creating the session returned. In mock-yoti also the id of a scenario, or that scenario's
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Say what the sandbox finds in a session
         * @description What was said before for the session, or for its application, is replaced. Nothing need be said; then everything approves.
         */
        put: operations["putSessionResponseConfig"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{sdkId}/response-config": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The application. */
                sdkId: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Say what the sandbox finds in the sessions that an application creates from now on */
        put: operations["putApplicationResponseConfig"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a session in the person's place, or in the branch's */
        post: operations["runAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    resource_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A resource has changed: a document or a face was captured */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResourceNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    task_completion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A task of a resource is complete */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TaskNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    check_completion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A check is complete */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CheckNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    session_completion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All tasks and all checks are complete */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    client_session_token_deleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person is done; the checks begin */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    new_pdf_supplied: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person took the letter, where the person obtains it at home */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    instructions_email_requested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The instructions are set: fetch the letter and send it, for Yoti does not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    thank_you_email_requested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The visit in the branch is over: thank the person, for Yoti does not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    first_branch_visit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The letter was scanned in a branch for the first time */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionNotification"];
                };
            };
            responses: {
                /** @description Taken. Any status of success will do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @enum {string} */
        NotificationTopic: "resource_update" | "task_completion" | "check_completion" | "session_completion" | "client_session_token_deleted" | "new_pdf_supplied" | "instructions_email_requested" | "thank_you_email_requested" | "first_branch_visit";
        Notification: components["schemas"]["ResourceNotification"] | components["schemas"]["TaskNotification"] | components["schemas"]["CheckNotification"] | components["schemas"]["SessionNotification"];
        ResourceNotification: {
            /** Format: uuid */
            session_id: string;
            /** @constant */
            topic: "resource_update";
            /** Format: uuid */
            resource_id: string;
        };
        TaskNotification: {
            /** Format: uuid */
            session_id: string;
            /** @constant */
            topic: "task_completion";
            /** Format: uuid */
            task_id: string;
        };
        CheckNotification: {
            /** Format: uuid */
            session_id: string;
            /** @constant */
            topic: "check_completion";
            /** Format: uuid */
            check_id: string;
        };
        SessionNotification: {
            /** Format: uuid */
            session_id: string;
            /** @enum {string} */
            topic: "session_completion" | "client_session_token_deleted" | "new_pdf_supplied" | "instructions_email_requested" | "thank_you_email_requested" | "first_branch_visit";
        };
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
            /** @description Present once a digital ID was shared, or should have been. The newest first. */
            digital_id_shares?: components["schemas"]["DigitalIdShare"][];
            /** @description What the relying business sent when it created the session. */
            user_tracking_id?: string;
            /**
             * Format: date-time
             * @description When the person consented. At-home sessions that look at the face only.
             */
            biometric_consent?: string;
            identity_profile?: components["schemas"]["IdentityProfile"];
            advanced_identity_profile?: components["schemas"]["AdvancedIdentityProfile"];
            identity_profile_preview?: components["schemas"]["MediaReference"];
            advanced_identity_profile_preview?: components["schemas"]["MediaReference"];
            /** @description Once the session is completed, if it was asked for. */
            import_token?: {
                media?: components["schemas"]["Media"];
                failure_reason?: string;
            };
        };
        /**
         * @description Whether the person meets the requirements of a scheme, once the session is completed. `DONE` has a report, `ABORTED`
         *     a `failure_reason`.
         */
        IdentityProfile: {
            subject_id?: string;
            /** @enum {string} */
            result: "DONE" | "ABORTED";
            failure_reason?: components["schemas"]["IdentityProfileFailure"];
            identity_profile_report?: {
                trust_framework: string;
                schemes_compliance: components["schemas"]["SchemeCompliance"][];
                media: components["schemas"]["Media"];
            };
        };
        /** @description The same for several trust frameworks at once. */
        AdvancedIdentityProfile: {
            subject_id?: string;
            /** @enum {string} */
            result: "DONE" | "ABORTED";
            failure_reason?: components["schemas"]["IdentityProfileFailure"];
            identity_profile_report?: {
                compliance: {
                    trust_framework: string;
                    schemes_compliance: components["schemas"]["SchemeCompliance"][];
                }[];
                media: components["schemas"]["Media"];
            };
        };
        SchemeCompliance: {
            scheme: {
                type: string;
                objective?: string;
                /** @description Of an advanced profile */
                label?: string;
            };
            requirements_met: boolean;
            requirements_not_met_info?: string;
        };
        IdentityProfileFailure: {
            /**
             * @example UNABLE_TO_VALIDATE_DOCUMENT
             * @example FACE_MATCH_VERIFICATION_FAILED
             */
            reason_code: string;
            requirements_not_met_details: {
                /**
                 * @example ID_DOCUMENT_AUTHENTICITY
                 * @example ID_DOCUMENT_FACE_MATCH
                 */
                failure_type: string;
                document_type?: string;
                document_country_iso_code?: string;
                audit_id?: string;
                details: string;
            }[];
        };
        /**
         * @description The relying business's order. Unknown keys are allowed. `session_deadline` and `client_session_token_ttl` exclude each other.
         *     Checks must be requested unless an identity profile is, which brings its own.
         */
        CreateSession: {
            /**
             * @description Seconds; more than 300
             * @example 600
             */
            client_session_token_ttl?: number | string | null;
            /** Format: date-time */
            session_deadline?: string | null;
            /** @description Seconds; at least 86700, and a day more than the session itself. Yoti's own examples send a string. */
            resources_ttl?: number | string | null;
            user_tracking_id?: string | null;
            /** @description The person at home is not asked to consent to the use of their face. */
            block_biometric_consent?: boolean | null;
            ibv_options?: {
                /** @enum {string} */
                support?: "MANDATORY" | "NOT_ALLOWED";
                /** @description The older spelling of support. */
                required?: boolean;
                guidance_url?: string;
                user_price?: {
                    amount?: string;
                    currency?: string;
                };
            } | null;
            /** @description Where the application is told what happens to the session; see the webhooks. */
            notifications?: {
                /** @description Yoti demands https; here plain http will do for local work. */
                endpoint?: string | null;
                /** @description Those of NotificationTopic, in any case. */
                topics?: string[] | null;
                /** @description BASIC: sent as base64, so `username:password`. BEARER: sent as it is. */
                auth_token?: string | null;
                /**
                 * @description BASIC unless said.
                 * @enum {string|null}
                 */
                auth_type?: "BASIC" | "BEARER" | null;
            } | null;
            requested_checks?: components["schemas"]["RequestedCheck"][] | null;
            requested_tasks?: components["schemas"]["RequestedTask"][] | null;
            required_documents?: components["schemas"]["RequiredDocument"][] | null;
            /** @description Share codes that the person must enter. In branches of the SDKs, and in no release. */
            required_share_codes?: {
                /** @example UK_GOV */
                issuer: string;
                /** @example RTW */
                scheme: string;
            }[] | null;
            resources?: {
                applicant_profile?: components["schemas"]["SentApplicantProfile"];
            } | null;
            /**
             * @deprecated
             * @description Where older versions of the API took the profile.
             */
            applicant_profile?: components["schemas"]["SentApplicantProfile"];
            sdk_config?: components["schemas"]["SdkConfig"];
            identity_profile_requirements?: components["schemas"]["IdentityProfileRequirements"];
            advanced_identity_profile_requirements?: components["schemas"]["AdvancedIdentityProfileRequirements"];
            /** @description Who the identity profile is about, in the relying business's words. `subject_id` comes back. */
            subject?: {
                subject_id?: string | null;
            } | null;
            /** @description The result also has a preview of each identity profile that was asked for. */
            create_identity_profile_preview?: boolean | null;
            /** @description Asks for a token with which the person takes their identity along. */
            import_token?: {
                /** @description Seconds; 30 to 365 days. */
                ttl?: number | null;
            } | null;
            /** @description Sent by the Go SDK. Taken; changes nothing in mock-yoti. */
            ephemeral_media?: boolean | null;
        };
        /** @description How the person's client looks and behaves. The configuration shows what was sent, over Yoti's defaults. */
        SdkConfig: ({
            /** @description CAMERA or CAMERA_AND_UPLOAD, in any case. */
            allowed_capture_methods?: string | null;
            primary_colour?: string | null;
            primary_colour_dark_mode?: string | null;
            secondary_colour?: string | null;
            font_colour?: string | null;
            /** @enum {string|null} */
            dark_mode?: "ON" | "OFF" | "AUTO" | null;
            /** @example en-GB */
            locale?: string | null;
            /** @example GBR */
            preset_issuing_country?: string | null;
            success_url?: string | null;
            error_url?: string | null;
            privacy_policy_url?: string | null;
            allow_handoff?: boolean | null;
            /** @description The person must go on by phone. Needs `allow_handoff`. */
            enforce_handoff?: boolean | null;
            hide_logo?: boolean | null;
            brand_id?: string | null;
            /** @enum {string|null} */
            biometric_consent_flow?: "EARLY" | "JUST_IN_TIME" | null;
            suppressed_screens?: string[] | null;
            attempts_configuration?: {
                ID_DOCUMENT_TEXT_DATA_EXTRACTION?: {
                    RECLASSIFICATION?: number | null;
                    GENERIC?: number | null;
                } | null;
            } | null;
        } & {
            [key: string]: unknown;
        }) | null;
        IdentityProfileRequirements: {
            /** @example UK_TFIDA */
            trust_framework: string;
            scheme: {
                /**
                 * @example RTW
                 * @example RTR
                 * @example DBS
                 * @example DBS_RTW
                 */
                type: string;
                /**
                 * @example BASIC
                 * @example STANDARD
                 */
                objective?: string | null;
            };
        } | null;
        AdvancedIdentityProfileRequirements: {
            profiles: {
                /**
                 * @example UK_TFIDA
                 * @example YOTI_GLOBAL
                 */
                trust_framework: string;
                schemes: {
                    /**
                     * @example RTW
                     * @example IDENTITY
                     * @example GBR_RTW_SHARECODE
                     */
                    type: string;
                    /**
                     * @example AL_L1
                     * @example AL_M1
                     */
                    objective?: string | null;
                    /** @example LB321 */
                    label?: string | null;
                    config?: {
                        filter?: components["schemas"]["DocumentFilter"];
                    } | null;
                }[];
            }[];
        } | null;
        SentApplicantProfile: ({
            full_name?: string;
            given_names?: string;
            family_name?: string;
            /** Format: date */
            date_of_birth?: string;
            structured_postal_address?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        }) | null;
        RequestedCheck: {
            type: components["schemas"]["CheckType"];
            config?: {
                /** @enum {string|null} */
                manual_check?: "ALWAYS" | "FALLBACK" | "NEVER" | "IBV" | null;
                scheme?: string;
                /** @enum {string} */
                liveness_type?: "ZOOM" | "STATIC";
                /** @description Of LIVENESS. */
                max_retries?: number | null;
                /** @description Of ID_DOCUMENT_AUTHENTICITY. The PHP SDK always writes it as an empty object. */
                issuing_authority_sub_check?: {
                    requested?: boolean | null;
                    filter?: components["schemas"]["DocumentFilter"];
                } | null;
                /** @description Of WATCHLIST_SCREENING. The Go SDK writes null when none was chosen. */
                categories?: ("ADVERSE-MEDIA" | "SANCTIONS")[] | null;
                /**
                 * @description Of WATCHLIST_ADVANCED_CA.
                 * @enum {string}
                 */
                type?: "WITH_YOTI_ACCOUNT" | "WITH_CUSTOM_ACCOUNT";
                remove_deceased?: boolean | null;
                share_url?: boolean | null;
                /** @description Of FAMILIAR_FACE_SEARCH. Where to look. */
                pool_id?: string | null;
                /**
                 * @description Of FAMILIAR_FACE_SEARCH. Whether the check approves when the face is in the pool, or when it is not.
                 * @enum {string|null}
                 */
                approval_criteria?: "MATCH" | "NO_MATCH" | null;
                sources?: {
                    /** @enum {string} */
                    type: "PROFILE" | "TYPE_LIST";
                    search_profile?: string;
                    types?: string[] | null;
                } | null;
                matching_strategy?: {
                    /** @enum {string} */
                    type: "EXACT" | "FUZZY";
                    exact_match?: boolean | null;
                    fuzziness?: number | null;
                } | null;
                api_key?: string | null;
                monitoring?: boolean | null;
                client_ref?: string | null;
                tags?: {
                    [key: string]: string;
                } | null;
            } | null;
        };
        RequestedTask: {
            /** @enum {string} */
            type: "ID_DOCUMENT_TEXT_DATA_EXTRACTION" | "SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION" | "VERIFY_SHARE_CODE_TASK";
            config?: {
                /** @enum {string|null} */
                manual_check?: "ALWAYS" | "FALLBACK" | "NEVER" | null;
                /** @enum {string|null} */
                chip_data?: "DESIRED" | "IGNORE" | null;
                create_expanded_document_fields?: boolean | null;
            } | null;
        };
        RequiredDocument: {
            /** @enum {string} */
            type: "ID_DOCUMENT" | "SUPPLEMENTARY_DOCUMENT";
            filter?: components["schemas"]["DocumentFilter"];
            objective?: {
                /** @enum {string} */
                type: "PROOF_OF_ADDRESS" | "UK_DBS" | "UK_GDS";
                config?: Record<string, never> | null;
            };
            document_types?: string[] | null;
            country_codes?: string[] | null;
        };
        DocumentFilter: {
            /** @enum {string} */
            type: "ORTHOGONAL_RESTRICTIONS" | "DOCUMENT_RESTRICTIONS" | "DOCUMENT_RESTRICTION";
            country_restriction?: {
                inclusion: components["schemas"]["Inclusion"];
                country_codes: string[];
            } | null;
            type_restriction?: {
                inclusion: components["schemas"]["Inclusion"];
                document_types: string[];
            } | null;
            inclusion?: components["schemas"]["Inclusion"];
            documents?: {
                country_codes?: string[] | null;
                document_types?: string[] | null;
            }[];
            allow_non_latin_documents?: boolean | null;
            allow_expired_documents?: boolean | null;
            /** @description Whether the person may share a digital ID in place of a document. Not unless said. */
            allow_digital_ids?: boolean | null;
            /** @description Where digital IDs may come from; from every provider unless said. */
            allowed_providers?: {
                /**
                 * @example DIGILOCKER
                 * @example EPHIL_ID_QR
                 */
                name: string;
            }[] | null;
        } | null;
        /**
         * @description INCLUDE or EXCLUDE; WHITELIST and BLACKLIST mean the same. In any case. The Go SDK sends an empty text where none was
         *     chosen, which restricts nothing.
         */
        Inclusion: string;
        CreatedSession: {
            client_session_token_ttl: number;
            /** Format: uuid */
            client_session_token: string;
            /** Format: uuid */
            session_id: string;
        };
        SessionConfiguration: {
            session_id: string;
            client_session_token_ttl: number;
            requested_checks: components["schemas"]["CheckType"][];
            applicant_profile?: components["schemas"]["MediaReference"];
            capture: {
                required_resources: components["schemas"]["Requirement"][];
                /** @enum {string} */
                biometric_consent: "REQUIRED" | "NOT_REQUIRED" | "CAPTURED";
            };
            sdk_config: {
                [key: string]: unknown;
            };
            track_ip_address: boolean;
        };
        Requirement: {
            /** @enum {string} */
            type: "ID_DOCUMENT" | "SUPPLEMENTARY_DOCUMENT" | "FACE_CAPTURE" | "LIVENESS";
            id: components["schemas"]["Id"];
            /** @enum {string} */
            state: "REQUIRED" | "IN_PROGRESS" | "COMPLETE";
            allowed_sources: components["schemas"]["Source"][];
            requested_tasks: {
                type: string;
                /** @enum {string} */
                state: "REQUIRED" | "IN_PROGRESS" | "COMPLETE";
            }[];
            ibv_client_assessments?: {
                type: string;
                /** @enum {string} */
                state: "REQUIRED" | "DONE";
                scheme?: string;
            }[];
            supported_countries?: components["schemas"]["RequestedCountry"][];
            /** @enum {string} */
            allowed_capture_methods?: "CAMERA" | "CAMERA_AND_UPLOAD";
            attempts_remaining?: {
                RECLASSIFICATION: number;
                GENERIC: number;
            };
            document_types?: string[];
            country_codes?: string[];
            objective?: {
                type: string;
            };
            /** @enum {string} */
            liveness_type?: "ZOOM" | "STATIC";
        };
        /** @description As a session's configuration lists it; Yoti's example has items with nothing but a type. */
        RequestedCountry: {
            code: components["schemas"]["CountryCode"];
            supported_documents: {
                type: string;
                is_strictly_latin?: boolean;
                requirements?: components["schemas"]["SupportedDocumentRequirements"];
                /** @description Of a digital ID. Who may share it. */
                providers?: string[];
            }[];
        };
        SupportedCountry: {
            code: components["schemas"]["CountryCode"];
            supported_documents: {
                type: string;
                is_strictly_latin: boolean;
                requirements?: components["schemas"]["SupportedDocumentRequirements"];
            }[];
        };
        /** @description Which documents of the type are taken; those that were issued since a day. */
        SupportedDocumentRequirements: {
            /** Format: date */
            date_from: string;
        };
        SupportedDocuments: {
            supported_countries: components["schemas"]["SupportedCountry"][];
        };
        ContactProfile: {
            first_name: string;
            last_name: string;
            email: string;
        };
        InstructedDocument: {
            requirement_id: string;
            document: {
                /** @enum {string} */
                type: "ID_DOCUMENT" | "SUPPLEMENTARY_DOCUMENT";
                country_code: string;
                document_type: string;
            };
        };
        /** @description The PHP SDK sends an empty object whatever it was told. It is answered 200 and changes nothing. */
        Instructions: {
            contact_profile?: components["schemas"]["ContactProfile"];
            documents?: components["schemas"]["InstructedDocument"][];
            /** @description What is sent comes back in `GET`; what is left out is that of the branch with the FAD code. */
            branch?: {
                /** @enum {string} */
                type: "UK_POST_OFFICE";
                fad_code?: string | number | null;
                name?: string | null;
                address?: string | null;
                post_code?: string | null;
                location?: {
                    latitude?: number | null;
                    longitude?: number | null;
                } | null;
            };
        };
        Branch: {
            /** @constant */
            type: "UK_POST_OFFICE";
            fad_code: string;
            name: string;
            address: string;
            post_code: string;
            location: {
                latitude: number;
                longitude: number;
            };
        };
        InstructionsView: {
            contact_profile_exists: boolean;
            documents: components["schemas"]["InstructedDocument"][];
            branch?: components["schemas"]["Branch"];
        };
        BranchSearch: {
            /** @description A postcode or a place. */
            search_string: string;
        };
        BranchList: {
            branches: components["schemas"]["Branch"][];
        };
        CreateFaceCapture: {
            requirement_id: string;
        };
        CreatedFaceCapture: {
            id: components["schemas"]["Id"];
            /** @description How many images are expected. */
            frames: number;
        };
        /** @description The body may be left out. */
        NewApplicant: {
            face?: components["schemas"]["SentFace"];
        };
        /** @description Either `data` or `source`. */
        SentFace: {
            /** @description An image, JPEG or PNG, as base64. */
            data?: string;
            /** @description The media of a session that shows the person. */
            source?: {
                session_id: string;
                media_id: string;
            };
        };
        NewFace: {
            face: components["schemas"]["SentFace"];
        };
        CreatedFace: {
            id: components["schemas"]["Id"];
        };
        FaceList: {
            /**
             * Format: uuid
             * @description The face that is searched for. Left out while there is none.
             */
            archetype_face?: string;
            /** @description Ids of faces. Yoti's samples show none; an applicant has one face at most. */
            faces: string[];
        };
        CreatedApplicant: {
            id: components["schemas"]["Id"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            faces: components["schemas"]["FaceList"];
            pools: components["schemas"]["Pool"][];
        };
        Applicant: {
            id: components["schemas"]["Id"];
            faces: components["schemas"]["FaceList"];
            pools: components["schemas"]["Pool"][];
        };
        ApplicantFace: {
            face: {
                /** @description The image as base64. */
                data: string;
                /** @example image/jpeg */
                content_type: string;
            };
        };
        NewPool: {
            label: string;
        };
        Pool: {
            id: components["schemas"]["Id"];
            label: string;
        };
        ApplicantReference: {
            applicant_id: string;
        };
        TrackedDevice: {
            /** @enum {string} */
            event: "CONFIG_FIRST_LOADED" | "RESOURCE_CREATED" | "CLIENT_SESSION_TOKEN_DELETED";
            /** @description Of RESOURCE_CREATED. */
            resource_id?: string;
            created: components["schemas"]["Instant"];
            device: {
                ip_address?: string;
                /** @description ISO 3166-1 alpha-3. The SDKs read it; Yoti's sample has none. */
                ip_iso_country_code?: string;
                manufacture_name?: string;
                model_name?: string;
                os_name?: string;
                os_version?: string;
                browser_name?: string;
                browser_version?: string;
                /** @example en-GB */
                locale?: string;
                client_version?: string;
            };
        };
        /**
         * @description What the sandbox finds. Of each list the first item counts whose filters let the document (the liveness capture, the
         *     search) through; an empty filter lets everything through. Anything may be null, which is as if it were left out.
         */
        ResponseConfig: {
            task_results?: {
                ID_DOCUMENT_TEXT_DATA_EXTRACTION?: components["schemas"]["TaskResults"];
                SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION?: components["schemas"]["TaskResults"];
            } | null;
            check_reports?: {
                IBV_VISUAL_REVIEW_CHECK?: components["schemas"]["CheckReports"];
                DOCUMENT_SCHEME_VALIDITY_CHECK?: components["schemas"]["CheckReports"];
                PROFILE_DOCUMENT_MATCH?: components["schemas"]["CheckReports"];
                ID_DOCUMENT_AUTHENTICITY?: components["schemas"]["CheckReports"];
                ID_DOCUMENT_FACE_MATCH?: components["schemas"]["CheckReports"];
                ID_DOCUMENT_TEXT_DATA_CHECK?: components["schemas"]["CheckReports"];
                ID_DOCUMENT_COMPARISON?: components["schemas"]["CheckReports"];
                SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK?: components["schemas"]["CheckReports"];
                LIVENESS?: components["schemas"]["CheckReports"];
                FACE_COMPARISON?: components["schemas"]["CheckReports"];
                THIRD_PARTY_IDENTITY?: components["schemas"]["CheckReports"];
                THIRD_PARTY_IDENTITY_FRAUD_1?: components["schemas"]["CheckReports"];
                WATCHLIST_SCREENING?: components["schemas"]["CheckReports"];
                WATCHLIST_ADVANCED_CA?: components["schemas"]["CheckReports"];
                SYNECTICS_IDENTITY_FRAUD?: components["schemas"]["CheckReports"];
                FAMILIAR_FACE_SEARCH?: components["schemas"]["CheckReports"];
                /** @description Seconds for which checks are PENDING after the person has finished. */
                async_report_delay?: number | null;
            } | null;
        };
        /** @description A list; also one item alone. */
        TaskResults: null | (null | components["schemas"]["TaskResult"])[] | components["schemas"]["TaskResult"];
        TaskResult: {
            document_filter?: components["schemas"]["ResponseDocumentFilter"];
            /** @description Taken; mock-yoti finishes tasks with their captures. */
            response_delay?: number | null;
            /**
             * @example SUCCESS
             * @example UNSUPPORTED_DOCUMENT
             * @example DOCUMENT_IS_EXPIRED
             * @example UNABLE_TO_OCR
             */
            result_template?: string | null;
            result?: {
                document_fields?: {
                    [key: string]: unknown;
                } | null;
                document_id_photo?: {
                    content_type?: string | null;
                    /** @description Base64. */
                    data?: string | null;
                } | null;
                detected_country?: string | null;
                detected_document_type?: string | null;
                recommendation?: {
                    /** @enum {string|null} */
                    value?: "PROGRESS" | "SHOULD_TRY_AGAIN" | "MUST_TRY_AGAIN" | null;
                    reason?: {
                        /** @enum {string|null} */
                        value?: "QUALITY" | "USER_ERROR" | null;
                        detail?: string | null;
                    } | null;
                } | null;
            } | null;
        };
        /** @description A list; also one item alone, as for checks that are made once in a session. */
        CheckReports: null | (null | components["schemas"]["CheckReport"])[] | components["schemas"]["CheckReport"];
        CheckReport: {
            document_filter?: components["schemas"]["ResponseDocumentFilter"];
            secondary_document_filter?: components["schemas"]["ResponseDocumentFilter"];
            /** @enum {string|null} */
            liveness_type?: "ZOOM" | "STATIC" | null;
            sources_filter?: {
                /** @enum {string|null} */
                type?: "TYPE_LIST" | "PROFILE" | null;
                types?: string[] | null;
                search_profile?: string | null;
            } | null;
            /** @description Seconds; in place of async_report_delay. */
            response_delay?: number | null;
            /** @description For how many checks the item counts; then the next one of the list does. For ever unless said. */
            handled_check_limit?: number | null;
            result?: {
                /**
                 * @example SUCCESS
                 * @example TAMPERED
                 * @example PHOTO_TOO_BLURRY
                 */
                report_template?: string | null;
                /** @description Of the text data checks. */
                document_fields?: {
                    [key: string]: unknown;
                } | null;
                report?: {
                    recommendation?: {
                        /** @enum {string|null} */
                        value?: "APPROVE" | "REJECT" | "NOT_AVAILABLE" | "CONSIDER" | null;
                        reason?: string | null;
                        recovery_suggestion?: string | null;
                    } | null;
                    breakdown?: {
                        sub_check: string;
                        /** @enum {string} */
                        result: "PASS" | "FAIL" | "NOT_AVAILABLE";
                        /** @enum {string|null} */
                        process?: "AUTOMATED" | "EXPERT_REVIEW" | null;
                        details?: {
                            name: string;
                            value: string;
                        }[] | null;
                    }[] | null;
                } | null;
            } | null;
        };
        ResponseDocumentFilter: {
            document_types?: string[] | null;
            country_codes?: string[] | null;
        } | null;
        AgentRequest: {
            session_id: string;
            client_session_token: string;
            /** @description What the person shows; where nothing is said, what the session asks for first. */
            resources?: {
                id_documents?: components["schemas"]["AgentDocument"][] | null;
                supplementary_documents?: components["schemas"]["AgentDocument"][] | null;
            } | null;
        };
        AgentDocument: {
            issuing_country: string;
            document_type: string;
            /** @enum {string|null} */
            capture_method?: "CAMERA" | "UPLOAD" | null;
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
            /** @description Present where share codes, or a scheme that checks one, were asked for. */
            share_codes?: components["schemas"]["ShareCode"][];
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
            created_at?: components["schemas"]["Instant"];
            last_updated?: components["schemas"]["Instant"];
            /**
             * @example PASSPORT
             * @example DRIVING_LICENCE
             * @example NATIONAL_ID
             * @example RESIDENCE_PERMIT
             */
            document_type: string;
            issuing_country: components["schemas"]["CountryCode"];
            pages: components["schemas"]["Page"][];
            document_fields?: components["schemas"]["FieldsReference"];
            document_id_photo?: components["schemas"]["MediaReference"];
            expanded_document_fields?: components["schemas"]["MediaReference"];
            /**
             * @description Of a digital ID. Who shared it.
             * @example DIGILOCKER
             * @example EPHIL_ID_QR
             */
            provider?: string;
        };
        /**
         * @description A digital ID that was shared, or that should have been: then it has an `error`. Every other field is there in both
         *     cases, because a version of the Node SDK reads no session in which one is missing.
         */
        DigitalIdShare: {
            /** Format: uuid */
            id: string;
            /**
             * @example DIGITAL_AADHAAR
             * @example EPHIL_ID
             */
            document_type: string;
            /** @description ISO 3166-1 alpha-3. */
            issuing_country: string;
            /**
             * @example DIGILOCKER
             * @example EPHIL_ID_QR
             */
            provider: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_updated: string;
            /**
             * Format: uuid
             * @description The identity document that the share made. Of a share that failed it names nothing.
             */
            resource_id: string;
            error?: {
                /**
                 * @example SHARE_FAILED
                 * @example SHARE_EXPIRED
                 */
                code: string;
                description: string;
            };
        };
        SupplementaryDocument: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at?: components["schemas"]["Instant"];
            last_updated?: components["schemas"]["Instant"];
            /**
             * @example UTILITY_BILL
             * @example BANK_STATEMENT
             * @example COUNCIL_TAX_BILL
             */
            document_type: string;
            issuing_country: components["schemas"]["CountryCode"];
            pages: components["schemas"]["Page"][];
            document_fields?: components["schemas"]["FieldsReference"];
            /** @description The file as it was uploaded, in place of pages. Left out when there is none. */
            file?: components["schemas"]["MediaReference"];
        };
        /** @description Pages of supplementary documents have no `frames`. */
        Page: {
            /** @enum {string} */
            capture_method?: "CAMERA" | "UPLOAD";
            media?: components["schemas"]["Media"];
            frames?: components["schemas"]["Frame"][];
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
            created_at?: components["schemas"]["Instant"];
            last_updated?: components["schemas"]["Instant"];
            /** @constant */
            liveness_type: "ZOOM";
            facemap?: components["schemas"]["MediaReference"];
            frames: components["schemas"]["Frame"][];
        };
        StaticLivenessCapture: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at?: components["schemas"]["Instant"];
            last_updated?: components["schemas"]["Instant"];
            /** @constant */
            liveness_type: "STATIC";
            image?: components["schemas"]["MediaReference"];
            /** @example PHOTOGRAPH */
            capture_type?: string;
        };
        FaceCapture: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at?: components["schemas"]["Instant"];
            last_updated?: components["schemas"]["Instant"];
            image?: components["schemas"]["MediaReference"];
        };
        ApplicantProfile: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at?: components["schemas"]["Instant"];
            last_updated?: components["schemas"]["Instant"];
            media: components["schemas"]["Media"];
        };
        /** @description `created_at`, as the Python, PHP, Go and .NET SDKs read it. */
        ShareCode: {
            id: components["schemas"]["Id"];
            tasks: components["schemas"]["Task"][];
            source: components["schemas"]["Source"];
            created_at: components["schemas"]["Instant"];
            last_updated: components["schemas"]["Instant"];
            lookup_profile?: components["schemas"]["MediaReference"];
            returned_profile?: components["schemas"]["MediaReference"];
            id_photo?: components["schemas"]["MediaReference"];
            file?: components["schemas"]["MediaReference"];
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
        FieldsReference: {
            /** @description Yoti was seen to leave out the id. */
            media: {
                id?: components["schemas"]["Id"];
                type: components["schemas"]["MediaType"];
                created: components["schemas"]["Instant"];
                last_updated: components["schemas"]["Instant"];
            };
        };
        Task: {
            /** @enum {string} */
            type: "ID_DOCUMENT_TEXT_DATA_EXTRACTION" | "SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION" | "VERIFY_SHARE_CODE_TASK";
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
        CheckType: "IBV_VISUAL_REVIEW_CHECK" | "DOCUMENT_SCHEME_VALIDITY_CHECK" | "PROFILE_DOCUMENT_MATCH" | "ID_DOCUMENT_AUTHENTICITY" | "ID_DOCUMENT_FACE_MATCH" | "ID_DOCUMENT_TEXT_DATA_CHECK" | "ID_DOCUMENT_COMPARISON" | "SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK" | "LIVENESS" | "FACE_COMPARISON" | "THIRD_PARTY_IDENTITY" | "THIRD_PARTY_IDENTITY_FRAUD_1" | "WATCHLIST_SCREENING" | "WATCHLIST_ADVANCED_CA" | "SYNECTICS_IDENTITY_FRAUD" | "FAMILIAR_FACE_SEARCH";
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
            /** @description Whom a check of the person's data looked for. Its media stands in `generated_media` too. */
            generated_profile?: components["schemas"]["MediaReference"];
            /** @description Of FAMILIAR_FACE_SEARCH. Where the face was looked for. */
            config?: {
                pool_id: string;
                pool_label: string;
                /** @enum {string} */
                approval_criteria: "MATCH" | "NO_MATCH";
            };
        };
        Report: {
            recommendation: components["schemas"]["Recommendation"];
            breakdown: components["schemas"]["SubCheck"][];
            /** @description Of `WATCHLIST_SCREENING` and `WATCHLIST_ADVANCED_CA`. */
            watchlist_summary?: components["schemas"]["WatchlistSummary"];
        };
        WatchlistSummary: {
            total_hits: number;
            search_config: components["schemas"]["WatchlistSearchConfig"];
            /** @description What the provider answered, as JSON. */
            raw_results: components["schemas"]["MediaReference"];
            associated_country_codes: components["schemas"]["CountryCode"][];
        };
        /** @description How the lists were searched: the categories of `WATCHLIST_SCREENING`; everything else is `WATCHLIST_ADVANCED_CA`'s, the last four only of a custom account. */
        WatchlistSearchConfig: {
            categories?: ("ADVERSE-MEDIA" | "SANCTIONS")[];
            /** @enum {string} */
            type?: "WITH_YOTI_ACCOUNT" | "WITH_CUSTOM_ACCOUNT";
            remove_deceased?: boolean;
            share_url?: boolean;
            sources?: {
                /** @enum {string} */
                type: "PROFILE" | "TYPE_LIST";
                search_profile?: string;
                types?: string[];
            };
            matching_strategy?: {
                /** @enum {string} */
                type: "EXACT" | "FUZZY";
                exact_match?: boolean;
                fuzziness?: number;
            };
            api_key?: string;
            monitoring?: boolean;
            client_ref?: string;
            tags?: {
                [key: string]: string;
            };
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
        /** @description Two of Yoti's samples have no `message`. mock-yoti always sends one. */
        Error: {
            /** @description `NOT_FOUND` and `METHOD_NOT_ALLOWED` are mock-yoti only. */
            code: string;
            message?: string;
            errors?: {
                property: string;
                message: string;
            }[];
        };
    };
    responses: {
        /**
         * @description The request could not be understood. mock-yoti also answers 400 `PAYLOAD_VALIDATION` here where a base URL names a
         *     scenario that it does not have.
         */
        MalformedRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request could not be understood, or its body is wrong */
        InvalidPayload: {
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
        /** @description The request was not signed by the application that owns the session, or its token is not that of the session */
        UnauthorisedClient: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such application */
        ApplicationNotFound: {
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
        /** @description No such media, session or application */
        MediaNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such resource, session or application */
        ResourceNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such requirement, session or application */
        RequirementNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such session, application, requirement or scheme */
        InstructionsNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The resource, or the session as it is asked for, is somebody else's to fill */
        NotYours: {
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
        /** @description The application may not do this; of mock-yoti also FOREIGN_PAGE, to a web page of another site */
        Forbidden: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The application may not do this. `INCOMPLETE_APP_CONFIGURATION` was seen at Yoti's sandbox, where the organisation of
         *     the application has no name; its status and message are mock-yoti's.
         */
        ForbiddenToCreate: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description mock-yoti only: a web page of another site asks (code FOREIGN_PAGE). Yoti never answers it. */
        ForeignPage: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A check has not been done */
        UnfinishedChecks: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The session is read-only, as the named sessions of mock-yoti are */
        SessionLocked: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The session waits for what the relying business supplies */
        NotReady: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The session has ended or was visited already */
        InstructionsConflict: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The session has ended, or there is nothing to print */
        LetterConflict: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No instructions were set */
        NoInstructions: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The session is in progress (`SESSION_LOCKED`) or its checks are (`RESOURCE_LOCKED`) */
        MediaConflict: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The session has ended, or is read-only */
        FaceConflict: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such applicant. Yoti prints the status and no code; the codes are mock-yoti only. */
        ApplicantNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such applicant or face. The codes are mock-yoti only. */
        FaceNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such applicant, or no such session or media to take a face from */
        FaceSourceNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such pool. The code is mock-yoti only. */
        PoolNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such pool or applicant. The codes are mock-yoti only. */
        PoolOrApplicantNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such resource, session or applicant */
        ResourceOrApplicantNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The content type of the upload is not taken */
        UnsupportedType: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The upload is not an image */
        UnprocessableMedia: {
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
         *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
         * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
         */
        SessionId: string;
        /** @description The id of a media of the session. */
        MediaId: string;
        /** @description The id of a resource of the session. */
        ResourceId: string;
        /** @description The id that creating the applicant returned. */
        ApplicantId: string;
        /** @description The id that adding the face returned. */
        FaceId: string;
        /** @description The id that creating the pool returned. */
        PoolId: string;
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
    createSession: {
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSession"];
            };
        };
        responses: {
            /** @description The session was created */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedSession"];
                };
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForbiddenToCreate"];
            404: components["responses"]["ApplicationNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
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
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    deleteSession: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            409: components["responses"]["UnfinishedChecks"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getSessionConfiguration: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configuration */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionConfiguration"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["UnauthorisedClient"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            409: components["responses"]["NotReady"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getInstructions: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instructions, empty before they are set */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionsView"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    putInstructions: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Instructions"];
            };
        };
        responses: {
            /** @description They were taken; there is no body */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["UnauthorisedClient"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["InstructionsNotFound"];
            409: components["responses"]["InstructionsConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getInstructionsPdf: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["UnauthorisedClient"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["InstructionsNotFound"];
            409: components["responses"]["LetterConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getInstructionsContactProfile: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactProfile"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            409: components["responses"]["NoInstructions"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    sendInstructionsEmail: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; there is no body */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            409: components["responses"]["LetterConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getMediaContent: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
                /** @description The id of a media of the session. */
                mediaId: components["parameters"]["MediaId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, with the content type of the media */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
                    "application/octet-stream": string;
                    "application/pdf": string;
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The media may not be handed out */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["MediaNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    deleteMediaContent: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
                /** @description The id of a media of the session. */
                mediaId: components["parameters"]["MediaId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["MediaNotFound"];
            409: components["responses"]["MediaConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    createFaceCapture: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFaceCapture"];
            };
        };
        responses: {
            /** @description The resource */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedFaceCapture"];
                };
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["NotYours"];
            404: components["responses"]["RequirementNotFound"];
            409: components["responses"]["FaceConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    putFaceCaptureImage: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
                /** @description The id of a resource of the session. */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    "binary-content"?: string;
                };
            };
        };
        responses: {
            /** @description It was taken; there is no body */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["NotYours"];
            404: components["responses"]["ResourceNotFound"];
            409: components["responses"]["FaceConflict"];
            415: components["responses"]["UnsupportedType"];
            422: components["responses"]["UnprocessableMedia"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    putFaceCaptureApplicant: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
                /** @description The id of a resource of the session. */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicantReference"];
            };
        };
        responses: {
            /** @description It was taken; there is no body */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["NotYours"];
            404: components["responses"]["ResourceOrApplicantNotFound"];
            409: components["responses"]["FaceConflict"];
            422: components["responses"]["UnprocessableMedia"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getTrackedDevices: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The devices */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedDevice"][];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    deleteTrackedDevices: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are gone */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            409: components["responses"]["SessionLocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getSupportedDocuments: {
        parameters: {
            query?: {
                /** @description Also list documents that are not strictly Latin. SDKs send true, false, 1 or 0. */
                includeNonLatin?: "true" | "false" | "1" | "0";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The documents */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportedDocuments"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            403: components["responses"]["ForeignPage"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    lookupUkPostOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchSearch"];
            };
        };
        responses: {
            /** @description At most ten branches, the nearest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchList"];
                };
            };
            400: components["responses"]["InvalidPayload"];
            403: components["responses"]["ForeignPage"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    createApplicant: {
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
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewApplicant"];
            };
        };
        responses: {
            /** @description The applicant */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApplicant"];
                };
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApplicationNotFound"];
            422: components["responses"]["UnprocessableMedia"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getApplicantPlural: {
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
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applicant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applicant"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApplicantNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    deleteApplicant: {
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
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApplicantNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    addApplicantFace: {
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
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFace"];
            };
        };
        responses: {
            /** @description The face */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedFace"];
                };
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FaceSourceNotFound"];
            422: components["responses"]["UnprocessableMedia"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getApplicantFacePlural: {
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
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
                /** @description The id that adding the face returned. */
                faceId: components["parameters"]["FaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image, as JSON */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicantFace"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FaceNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    deleteApplicantFace: {
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
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
                /** @description The id that adding the face returned. */
                faceId: components["parameters"]["FaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FaceNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getApplicant: {
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
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applicant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applicant"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApplicantNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    getApplicantFace: {
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
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
                /** @description The id that adding the face returned. */
                faceId: components["parameters"]["FaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image, as JSON */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicantFace"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FaceNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    createPool: {
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPool"];
            };
        };
        responses: {
            /** @description The pool */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApplicationNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    deletePool: {
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
                /** @description The id that creating the pool returned. */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PoolNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    addPoolApplicant: {
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
                /** @description The id that creating the pool returned. */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicantReference"];
            };
        };
        responses: {
            /** @description It is in the pool */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidPayload"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PoolOrApplicantNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    deletePoolApplicant: {
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
                /** @description The id that creating the pool returned. */
                poolId: components["parameters"]["PoolId"];
                /** @description The id that creating the applicant returned. */
                applicantId: components["parameters"]["ApplicantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not in the pool any more */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PoolOrApplicantNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    putSessionResponseConfig: {
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
                 *     fixed UUID; below the base URL of a scenario any id of up to 200 characters.
                 * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponseConfig"];
            };
        };
        responses: {
            /** @description It was taken; there is no body */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            409: components["responses"]["InstructionsConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    putApplicationResponseConfig: {
        parameters: {
            query?: {
                /** @description A fresh value for each request, a UUID in most clients. */
                nonce?: components["parameters"]["Nonce"];
                /** @description When the request was signed. Clients send seconds, milliseconds or microseconds. */
                timestamp?: components["parameters"]["Timestamp"];
            };
            header?: never;
            path: {
                /** @description The application. */
                sdkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponseConfig"];
            };
        };
        responses: {
            /** @description It was taken; there is no body */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
    runAgent: {
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentRequest"];
            };
        };
        responses: {
            /** @description The agent is done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["ForeignPage"];
            404: components["responses"]["SessionNotFound"];
            409: components["responses"]["InstructionsConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["TemporarilyUnavailable"];
        };
    };
}
