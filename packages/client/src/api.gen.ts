// Made from the server's OpenAPI document; `npm run openapi-types` makes it anew.

export interface paths {
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an address
         * @description Nothing exists until the address is proven: a letter with a link and a code goes out. The answer is the same for a known and an unknown address. With a guest's token, the guest becomes the account. The browser that registers gets a cookie that proves it at verification; with `delivery: body` the answer has a `registrationProof` instead.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove an address and sign in
         * @description With the letter's `token`, or its `code` in the browser that registered. The browser that registered needs nothing else; anywhere else the `password` of the registration or a `newPassword` is needed. A wrong or weak password leaves the token good.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another letter
         * @description The answer is the same whether or not a letter goes out. An address that has an account gets none.
         */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description With a guest's token, the guest's chats come along unless `keepGuestChats` is false; `merged` says how many. An unknown address and a wrong password are answered alike.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the reader's account
         * @description An account, or the guest that the reader still is.
         */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name or picture
         * @description What is left out stays as it is; `image: null` removes the picture.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Continue a session
         * @description With the cookie, from an allowed origin; or with a refresh token in the body. Each refresh replaces the token: keep the new one. A replaced token that comes back much later is a sign of theft and ends the session. A session that is bound to a key needs a proof of the same key.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends every session that the cookies, the access token or the refresh token name, and clears the cookies. Repeating it is fine.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what the access token says
         * @description From the token alone, without any database work: good for a back end that asks for every request. Only the proof of a bound token is remembered, so that it counts once; and while this server cannot hear what others revoke, it asks the database.
         */
        get: operations["readTokenFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether an access token still counts
         * @description RFC 7662, for services that must know at once that a session has ended. `INTROSPECTION_TOKEN` of the server's settings is the `Bearer`. Whatever does not count is `{ "active": false }`: a token that has expired or was revoked, a refresh token, nonsense. A token with `cnf` is bound to a key, and your service has to ask its sender for the proof.
         */
        post: operations["introspectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who you are
         * @description Where an act is refused with `step-up-required`: the answer's access token is good for such acts for ten minutes. The session stays the same and keeps its refresh token; its later access tokens know the new time, too.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the reader is signed in
         * @description One item for each device, the newest sign-in first. Guests have a list, too.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Sign all other devices out
         * @description Only the session that asks goes on.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign one device out
         * @description Its tokens end at once. Ending the session that asks is fine; `POST /auth/logout` also clears the browser's cookies.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened around the account's safety, newest first
         * @description Sign-ins, devices that were signed out, stolen sessions. Nobody else's.
         */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a guest
         * @description For a reader's first message; never for a page view. Registering turns the guest into the account, signing in brings the guest's chats along.
         */
        post: operations["createGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the reader's preferences
         * @description Guests have them, too. Whoever never chose has the defaults.
         */
        get: operations["readPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change some of the preferences
         * @description What is left out stays as it is. Letters about the account's own safety cannot be switched off.
         */
        patch: operations["updatePreferences"];
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reader's conversations, the last used first
         * @description A page at a time: `nextCursor` of the answer is the `cursor` of the next request.
         */
        get: operations["listConversations"];
        put?: never;
        /**
         * Begin a conversation
         * @description Empty at first. Without a `title` the first question gives it one.
         */
        post: operations["createConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one conversation
         * @description Without its messages, which have a list of their own.
         */
        get: operations["readConversation"];
        put?: never;
        post?: never;
        /**
         * Delete a conversation with its messages, for good
         * @description There is no way back. An answer that is being written ends.
         */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        /**
         * Rename a conversation
         * @description White space around the title is removed.
         */
        patch: operations["renameConversation"];
        trace?: never;
    };
    "/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages of a conversation, oldest first
         * @description Questions are plain text, answers Markdown with the places of the book that they rest on. An answer that is being written has the `status` `streaming` and what came so far.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Ask a question and read the answer as it is written
         * @description The AI SDK's UI-message stream, version 1, as server-sent events. `start.messageId` is the id of the stored answer; the text deltas add up to its `content`. The answer is written to its end even if the connection ends earlier.
         */
        post: operations["askQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/book/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the book
         * @description The same search that finds the passages for an answer. A question in a reader's words works as well as a few words do.
         */
        get: operations["searchBook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive?
         * @description Answers without asking anything else, for whoever restarts processes.
         */
        get: operations["checkProcess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can the server work?
         * @description Asks the database, for whoever sends requests here. `jobs` is `failing` while letters and cleaning have to wait. `notifications` is `deaf` while this server may not hear what other servers revoke: it still answers, and asks the database about every access token until it hears again.
         */
        get: operations["checkReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that access tokens are verified with
         * @description A service verifies an access token with these keys alone: ES256, `iss` and `aud` as this server was set up, `exp` in the future. Keep them as long as `Cache-Control` says, and look again when a token names a `kid` that you do not know. Any origin may read them.
         */
        get: operations["readSigningKeys"];
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
        Session: {
            /** @description A JWT (ES256) that any service verifies with the published keys. */
            accessToken: string;
            /** @enum {string} */
            tokenType: "Bearer" | "DPoP";
            /** @description Seconds that the access token lives. */
            expiresIn: number;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            /** @description Only with `delivery: body`. */
            refreshToken?: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            refreshExpiresAt: string;
            account: components["schemas"]["Account"];
            /** @description What came along from a guest. */
            merged?: {
                conversations: number;
            };
            /** @description A guest of this browser whose chats wait for a yes. */
            claimable?: {
                conversations: number;
            };
        };
        Account: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @description `null` for a guest. */
            email: string | null;
            emailVerified: boolean;
            name: string | null;
            /** @description An https address. */
            image: string | null;
            /** @enum {string} */
            role: "guest" | "user" | "moderator" | "admin";
            guest: boolean;
            /** @description Whether a second factor is asked for. */
            twoFactor: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            preferences: components["schemas"]["Preferences"];
        };
        Preferences: {
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            /**
             * @description A BCP 47 tag.
             * @example en
             */
            language: string;
            notifications: {
                /** @enum {boolean} */
                security: true;
                product: boolean;
                replies: boolean;
            };
        };
        VerificationRequired: {
            /** @enum {string} */
            status: "verification-required";
            /** @description Only with `delivery: body`. */
            registrationProof?: string;
        };
        Problem: {
            /**
             * Format: uri
             * @description Address of the page that explains the code.
             */
            type: string;
            /** @description The same for every problem with this code. */
            title: string;
            status: number;
            /**
             * @description What a program decides by.
             * @enum {string}
             */
            code: "account-banned" | "ambiguous-credentials" | "answer-running" | "body-too-large" | "database-unavailable" | "email-not-verified" | "email-taken" | "internal-error" | "invalid-credentials" | "malformed-json" | "method-not-allowed" | "not-found" | "origin-not-allowed" | "password-needed" | "refresh-invalid" | "refresh-reused" | "server-busy" | "session-ended" | "step-up-required" | "token-expired" | "token-invalid" | "token-stale" | "too-many-requests" | "unauthenticated" | "unsupported-media-type" | "validation-failed";
            /** @description For developers; the wording may change. */
            detail: string;
            /** @description The server's log has more under this id. */
            requestId: string;
            /** @description The fields that cannot be accepted; only with `validation-failed`. */
            errors?: {
                field: string;
                /** @enum {string} */
                code: "email-invalid" | "field-required" | "field-unknown" | "name-required" | "name-too-long" | "password-breached" | "password-too-long" | "password-too-short" | "password-too-weak" | "value-invalid";
                message: string;
            }[];
            /**
             * Format: date-time
             * @description When a ban ends.
             * @example 2026-11-21T09:30:00.000Z
             */
            until?: string;
            /** @description Why an account was banned. */
            reason?: string;
            /** @description How many requests a limit allows. */
            limit?: number;
            remaining?: number;
            /**
             * Format: date-time
             * @description When a limit ends.
             * @example 2026-11-21T09:30:00.000Z
             */
            resetAt?: string;
        };
        Registration: {
            /**
             * Format: email
             * @example alice@example.org
             */
            email: string;
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password: string;
            /** @example Alice */
            name: string;
            /**
             * @description A BCP 47 tag.
             * @example en
             */
            language?: string;
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @default cookie
             * @enum {string}
             */
            delivery?: "cookie" | "body";
        };
        Verified: {
            /** @enum {string} */
            status: "verified";
            session: components["schemas"]["Session"];
        };
        Verification: {
            token?: string;
            code?: string;
            /** @description What registering with `delivery: body` answered; browsers have it as a cookie. */
            registrationProof?: string;
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password?: string;
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            newPassword?: string;
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @default cookie
             * @enum {string}
             */
            delivery?: "cookie" | "body";
        };
        Login: {
            /**
             * Format: email
             * @example alice@example.org
             */
            email: string;
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password: string;
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @default cookie
             * @enum {string}
             */
            delivery?: "cookie" | "body";
            /** @default true */
            keepGuestChats?: boolean;
        };
        AccountPatch: {
            /** @example Alice */
            name?: string;
            /** Format: uri */
            image?: string | null;
        };
        SessionFacts: {
            /**
             * Format: uuid
             * @description The reader's id.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            sub: string;
            /**
             * Format: uuid
             * @description The session's id.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            sid: string;
            /** @enum {string} */
            role: "guest" | "user" | "moderator" | "admin";
            guest: boolean;
            emailVerified: boolean;
            /**
             * Format: date-time
             * @description When the reader last proved who they are.
             * @example 2026-11-21T09:30:00.000Z
             */
            authTime: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
        };
        Introspection: {
            /** @enum {boolean} */
            active: true;
            /** @enum {string} */
            token_type: "Bearer" | "DPoP";
            /** Format: uri */
            iss: string;
            aud: string;
            /**
             * Format: uuid
             * @description The reader's id.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            sub: string;
            /**
             * Format: uuid
             * @description The session's id.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            sid: string;
            /** @enum {string} */
            role: "guest" | "user" | "moderator" | "admin";
            guest: boolean;
            email_verified: boolean;
            /**
             * @description Seconds since 1970.
             * @example 1795253400
             */
            auth_time: number;
            /**
             * @description Seconds since 1970.
             * @example 1795253400
             */
            iat: number;
            /**
             * @description Seconds since 1970.
             * @example 1795253400
             */
            exp: number;
            /** @description The key whose proof your service has to ask for (RFC 9449, section 6.2). */
            cnf?: {
                jkt: string;
            };
        } | {
            /** @enum {boolean} */
            active: false;
        };
        IntrospectionRequest: {
            /** @description The access token that was presented. */
            token: string;
            /** @description Has no effect: access tokens are the only ones that are looked at. */
            token_type_hint?: string;
        };
        FreshAccessToken: {
            /** @description A JWT (ES256) that any service verifies with the published keys. */
            accessToken: string;
            /** @enum {string} */
            tokenType: "Bearer" | "DPoP";
            /** @description Seconds that the access token lives. */
            expiresIn: number;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
        };
        StepUp: {
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password: string;
        };
        DeviceSessionPage: {
            items: components["schemas"]["DeviceSession"][];
            nextCursor: string | null;
        };
        DeviceSession: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @description Whether it is the session that asks. */
            current: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute.
             * @example 2026-11-21T09:30:00.000Z
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description When it ends if it is not used until then.
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            /** @description The network address of the sign-in. */
            ip: string | null;
            /** @description As the device sent it, made printable. */
            userAgent: string | null;
            /** @description Browser and system in the reader's language; `null` where they are not recognised. */
            device: string | null;
            /** @description City and country in the reader's language; `null` unless the server has a database of places. */
            place: string | null;
        };
        ActivityPage: {
            items: components["schemas"]["ActivityItem"][];
            nextCursor: string | null;
        };
        ActivityItem: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            /** @enum {string} */
            kind: "account-verified" | "device-signed-out" | "guest-merged" | "guest-promoted" | "other-devices-signed-out" | "passkey-added" | "passkey-removed" | "refresh-fast-forward" | "refresh-recovered" | "refresh-reused" | "signed-in" | "signed-out" | "stepped-up";
            ip: string | null;
            /** @description As the device sent it, made printable. */
            userAgent: string | null;
            /** @description Facts of this kind of event; may be empty. */
            detail: {
                [key: string]: unknown;
            };
        };
        PreferencesPatch: {
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
            /**
             * @description A BCP 47 tag.
             * @example en
             */
            language?: string;
            notifications?: {
                /** @enum {boolean} */
                security?: true;
                product?: boolean;
                replies?: boolean;
            };
        };
        Conversation: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            title: string | null;
            page: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        NewConversation: {
            title?: string;
            /** @example /how-sessions-work#refresh */
            page?: string;
        };
        ConversationPage: {
            items: components["schemas"]["Conversation"][];
            nextCursor: string | null;
        };
        ConversationPatch: {
            title: string;
        };
        MessagePage: {
            items: components["schemas"]["Message"][];
            nextCursor: string | null;
        };
        Message: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @enum {string} */
            role: "user" | "assistant";
            content: string;
            sources: {
                title: string;
                url: string;
                quote: string;
            }[];
            /** @enum {string} */
            status: "streaming" | "complete" | "failed" | "hidden";
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
        };
        Question: {
            content: string;
            /** @example /how-sessions-work#refresh */
            page?: string;
            selection?: string;
            /**
             * @description A BCP 47 tag.
             * @example en
             */
            language?: string;
        };
        SearchResults: {
            items: {
                title: string;
                /** @description Path on the book's origin, with the heading's anchor. */
                url: string;
                /** @description Plain text around what was found. */
                excerpt: string;
                /** @description The higher, the better it fits. */
                score: number;
            }[];
            nextCursor: null;
        };
        PublishedKeys: {
            keys: {
                kid: string;
                kty: string;
                crv: string;
                x: string;
                y: string;
                /** @enum {string} */
                alg: "ES256";
                /** @enum {string} */
                use: "sig";
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Signed in at once (only with EMAIL_VERIFICATION=off) */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "refreshExpiresAt": "2026-11-28T09:30:00.000Z",
                     *       "account": {
                     *         "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *         "email": "alice@example.org",
                     *         "emailVerified": true,
                     *         "name": "Alice",
                     *         "image": null,
                     *         "role": "user",
                     *         "guest": false,
                     *         "twoFactor": false,
                     *         "createdAt": "2026-11-21T09:30:00.000Z",
                     *         "preferences": {
                     *           "theme": "system",
                     *           "language": "en",
                     *           "notifications": {
                     *             "security": true,
                     *             "product": false,
                     *             "replies": true
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A letter is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "verification-required",
                     *       "registrationProof": "cJ0aZ7XkQmWv2Yt9Bn4Lr8Ds6Hf1Gp3E"
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationRequired"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`email-taken`](/problems/email-taken) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable), [`server-busy`](/problems/server-busy) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description The address is proven */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "verified",
                     *       "session": {
                     *         "accessToken": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl",
                     *         "tokenType": "Bearer",
                     *         "expiresIn": 900,
                     *         "expiresAt": "2026-11-21T09:45:00.000Z",
                     *         "refreshExpiresAt": "2026-11-28T09:30:00.000Z",
                     *         "account": {
                     *           "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *           "email": "alice@example.org",
                     *           "emailVerified": true,
                     *           "name": "Alice",
                     *           "image": null,
                     *           "role": "user",
                     *           "guest": false,
                     *           "twoFactor": false,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "preferences": {
                     *             "theme": "system",
                     *             "language": "en",
                     *             "notifications": {
                     *               "security": true,
                     *               "product": false,
                     *               "replies": true
                     *             }
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Verified"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json), [`token-invalid`](/problems/token-invalid) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`invalid-credentials`](/problems/invalid-credentials), [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`password-needed`](/problems/password-needed) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable), [`server-busy`](/problems/server-busy) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendVerification: {
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
                     * Format: email
                     * @example alice@example.org
                     */
                    email: string;
                    /** @description What registering with `delivery: body` answered; browsers have it as a cookie. */
                    registrationProof?: string;
                };
            };
        };
        responses: {
            /** @description If the address waits for a letter, it gets one */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "accepted"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "accepted";
                    };
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "refreshExpiresAt": "2026-11-28T09:30:00.000Z",
                     *       "account": {
                     *         "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *         "email": "alice@example.org",
                     *         "emailVerified": true,
                     *         "name": "Alice",
                     *         "image": null,
                     *         "role": "user",
                     *         "guest": false,
                     *         "twoFactor": false,
                     *         "createdAt": "2026-11-21T09:30:00.000Z",
                     *         "preferences": {
                     *           "theme": "system",
                     *           "language": "en",
                     *           "notifications": {
                     *             "security": true,
                     *             "product": false,
                     *             "replies": true
                     *           }
                     *         }
                     *       },
                     *       "merged": {
                     *         "conversations": 2
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`invalid-credentials`](/problems/invalid-credentials), [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`account-banned`](/problems/account-banned), [`email-not-verified`](/problems/email-not-verified), [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable), [`server-busy`](/problems/server-busy) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "email": "alice@example.org",
                     *       "emailVerified": true,
                     *       "name": "Alice",
                     *       "image": null,
                     *       "role": "user",
                     *       "guest": false,
                     *       "twoFactor": false,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "preferences": {
                     *         "theme": "system",
                     *         "language": "en",
                     *         "notifications": {
                     *           "security": true,
                     *           "product": false,
                     *           "replies": true
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description The account after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "email": "alice@example.org",
                     *       "emailVerified": true,
                     *       "name": "Alice Liddell",
                     *       "image": null,
                     *       "role": "user",
                     *       "guest": false,
                     *       "twoFactor": false,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "preferences": {
                     *         "theme": "system",
                     *         "language": "en",
                     *         "notifications": {
                     *           "security": true,
                     *           "product": false,
                     *           "replies": true
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description The session, with a fresh access token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "refreshExpiresAt": "2026-11-28T09:30:00.000Z",
                     *       "account": {
                     *         "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *         "email": "alice@example.org",
                     *         "emailVerified": true,
                     *         "name": "Alice",
                     *         "image": null,
                     *         "role": "user",
                     *         "guest": false,
                     *         "twoFactor": false,
                     *         "createdAt": "2026-11-21T09:30:00.000Z",
                     *         "preferences": {
                     *           "theme": "system",
                     *           "language": "en",
                     *           "notifications": {
                     *             "security": true,
                     *             "product": false,
                     *             "replies": true
                     *           }
                     *         }
                     *       },
                     *       "refreshToken": "bpr_AQExAZN7HJ9efDqLfi9tHAqeVQAAAAEKem76jiNt2um3MNLK"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description [`ambiguous-credentials`](/problems/ambiguous-credentials), [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`refresh-invalid`](/problems/refresh-invalid), [`refresh-reused`](/problems/refresh-reused), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken?: string;
                    /** @default false */
                    everywhere?: boolean;
                };
            };
        };
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTokenFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token's facts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sub": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "sid": "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
                     *       "role": "user",
                     *       "guest": false,
                     *       "emailVerified": true,
                     *       "authTime": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionFacts"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    introspectToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["IntrospectionRequest"];
            };
        };
        responses: {
            /** @description What the token says, if it counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "token_type": "Bearer",
                     *       "iss": "https://book.example.org",
                     *       "aud": "https://book.example.org",
                     *       "sub": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "sid": "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
                     *       "role": "user",
                     *       "guest": false,
                     *       "email_verified": true,
                     *       "auth_time": 1795253400,
                     *       "iat": 1795253400,
                     *       "exp": 1795254300
                     *     }
                     */
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            /** @description [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description An access token with a fresh `auth_time` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "expiresAt": "2026-11-21T09:45:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FreshAccessToken"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`invalid-credentials`](/problems/invalid-credentials), [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable), [`server-busy`](/problems/server-busy) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
                     *           "current": true,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "lastSeenAt": "2026-11-21T09:41:00.000Z",
                     *           "expiresAt": "2026-11-28T09:30:00.000Z",
                     *           "ip": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                     *           "device": "Firefox on Linux",
                     *           "place": "Lahore, Pakistan"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceSessionPage"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the list or the creation answered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActivity: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1c-a1c2-7e6f-9d55-4f3a2b1c0d9e",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "kind": "signed-in",
                     *           "ip": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                     *           "detail": {
                     *             "newDevice": true
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGuest: {
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
                     * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
                     * @default cookie
                     * @enum {string}
                     */
                    delivery?: "cookie" | "body";
                };
            };
        };
        responses: {
            /** @description A guest's session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzN2IxYyJ9.c2lnbmF0dXJl",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "refreshExpiresAt": "2026-12-21T09:30:00.000Z",
                     *       "account": {
                     *         "id": "01937b1c-8e21-7b90-a4d5-0c6e8f1a2b3d",
                     *         "email": null,
                     *         "emailVerified": false,
                     *         "name": null,
                     *         "image": null,
                     *         "role": "guest",
                     *         "guest": true,
                     *         "twoFactor": false,
                     *         "createdAt": "2026-11-21T09:30:00.000Z",
                     *         "preferences": {
                     *           "theme": "system",
                     *           "language": "en",
                     *           "notifications": {
                     *             "security": true,
                     *             "product": false,
                     *             "replies": true
                     *           }
                     *         }
                     *       },
                     *       "refreshToken": "bpr_AQExAZN7HJ9efDqLfi9tHAqeVQAAAAEKem76jiNt2um3MNLK"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "theme": "system",
                     *       "language": "en",
                     *       "notifications": {
                     *         "security": true,
                     *         "product": false,
                     *         "replies": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesPatch"];
            };
        };
        responses: {
            /** @description The preferences after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "theme": "dark",
                     *       "language": "en",
                     *       "notifications": {
                     *         "security": true,
                     *         "product": false,
                     *         "replies": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of conversations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
                     *           "title": "Which cookies are set?",
                     *           "page": "/how-sessions-work",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "updatedAt": "2026-11-21T09:31:12.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConversation"];
            };
        };
        responses: {
            /** @description The new conversation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
                     *       "title": null,
                     *       "page": "/how-sessions-work",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "updatedAt": "2026-11-21T09:31:12.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the list or the creation answered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
                     *       "title": "Which cookies are set?",
                     *       "page": "/how-sessions-work",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "updatedAt": "2026-11-21T09:31:12.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the list or the creation answered. */
                id: string;
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
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the list or the creation answered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationPatch"];
            };
        };
        responses: {
            /** @description The conversation with its new title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
                     *       "title": "Cookies",
                     *       "page": "/how-sessions-work",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "updatedAt": "2026-11-21T09:31:12.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description What the list or the creation answered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1d-5a77-7c02-8f3d-1e9a0b6c7d24",
                     *           "role": "user",
                     *           "content": "Which cookies are set?",
                     *           "sources": [],
                     *           "status": "complete",
                     *           "createdAt": "2026-11-21T09:31:10.000Z"
                     *         },
                     *         {
                     *           "id": "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
                     *           "role": "assistant",
                     *           "content": "> The refresh token of an account is in a cookie that no script can read.\n\n[How sessions work › Cookies](/how-sessions-work#cookies)",
                     *           "sources": [
                     *             {
                     *               "title": "How sessions work › Cookies",
                     *               "url": "/how-sessions-work#cookies",
                     *               "quote": "The refresh token of an account is in a cookie that no script can read."
                     *             }
                     *           ],
                     *           "status": "complete",
                     *           "createdAt": "2026-11-21T09:31:10.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the list or the creation answered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            /** @description The answer's parts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example data: {"type":"start","messageId":"01937b1d-5a78-7211-b4c6-92d0e5f7a813"}
                     *
                     *     data: {"type":"source-url","sourceId":"/how-sessions-work#cookies","url":"/how-sessions-work#cookies","title":"How sessions work › Cookies","providerMetadata":{"bookplate":{"quote":"The refresh token of an account is in a cookie that no script can read."}}}
                     *
                     *     data: {"type":"start-step"}
                     *
                     *     data: {"type":"text-start","id":"0"}
                     *
                     *     data: {"type":"text-delta","id":"0","delta":"> The refresh token of an account is in a cookie that no script can read.\n\n[How sessions work › Cookies](/how-sessions-work#cookies)"}
                     *
                     *     data: {"type":"text-end","id":"0"}
                     *
                     *     data: {"type":"finish-step"}
                     *
                     *     data: {"type":"finish","finishReason":"stop"}
                     *
                     *     data: [DONE]
                     */
                    "text/event-stream": string;
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
            401: {
                headers: {
                    /** @description RFC 6750 */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`not-found`](/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`answer-running`](/problems/answer-running) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`body-too-large`](/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`unsupported-media-type`](/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchBook: {
        parameters: {
            query: {
                /** @description A question, or words. */
                q: string;
                /** @description How many to answer at the most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passages that fit best, best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "title": "How sessions work › Cookies",
                     *           "url": "/how-sessions-work#cookies",
                     *           "excerpt": "The refresh token of an account is in a cookie that no script can read.",
                     *           "score": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            /** @description [`validation-failed`](/problems/validation-failed) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkProcess: {
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
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "database": "postgres",
                     *       "jobs": "running",
                     *       "notifications": "hearing"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        /** @enum {string} */
                        database: "pglite" | "postgres";
                        /** @enum {string} */
                        jobs: "running" | "failing" | "stopped";
                        /** @enum {string} */
                        notifications: "hearing" | "deaf";
                    };
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`database-unavailable`](/problems/database-unavailable) */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kid": "01937b1c-0d3a-7f44-8a21-6b0f5d7c9e10",
                     *           "kty": "EC",
                     *           "crv": "P-256",
                     *           "x": "ZoPhP3gPgTSZCw4KgTipWQDbtROAa9_JxdF3CXX-Yak",
                     *           "y": "cvLopQ2xzHZGd-dewZIDVNzBAUurp5K4oFWBB0UQg5k",
                     *           "alg": "ES256",
                     *           "use": "sig"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedKeys"];
                };
            };
            /** @description [`internal-error`](/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
