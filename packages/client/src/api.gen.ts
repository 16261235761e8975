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
    "/me/sign-in-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the reader can sign in
         * @description And which ways of a step-up count at the moment.
         */
        get: operations["listSignInMethods"];
        put?: never;
        post?: never;
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
        /**
         * Delete the account
         * @description The account, its conversations and its sessions are gone at once and for good; a letter says so to its address. After a step-up, or with the password, or where there is a second factor with a `code` of it. A guest needs none of them.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change name or picture
         * @description What is left out stays as it is; `image: null` removes the picture.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a letter to choose another password
         * @description The answer is the same for every address. An account gets a letter with a link and a code, also one that has no password yet; an address that waits to be verified gets that letter again; nobody else gets any. `requestId` makes the code good in the window that asked, and several requests stand side by side.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another password, by letter
         * @description With the letter's `token`, or its `code` and the `requestId` of the window that asked. The address is proven by that; every session ends, and nobody is signed in: a second factor stays what it was. A weak password leaves the letter good; five wrong codes burn the code and not the link.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another password, signed in
         * @description Every session of the account ends; the answer is a new one, delivered as the one that asked, and bound to its key. An account without a password gets its first one after a step-up, without `currentPassword`; one with a second factor needs the step-up besides.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another address
         * @description A letter goes to the new address, and nothing changes before it is confirmed. The answer is the same for an address that has an account; its owner gets a letter that says so. After a step-up, or with the password.
         */
        post: operations["changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the new address, by letter
         * @description In any browser; nobody is signed in or out by it. The old address is told, stays reserved for 72 hours, and can undo the change for as long.
         */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/email/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a change of the address, by letter
         * @description For the owner of the old address, within 72 hours, also after the password was reset. Every session ends; the password goes, and every passkey, provider, second factor and trusted device that was added since; a letter to the old address asks for a new password. Later changes cannot be undone any more.
         */
        post: operations["undoEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take a copy of everything along
         * @description Everything that the server holds about the reader, as one document: the account, the ways to sign in, sessions, security events, letters of the last weeks, and every conversation with its messages. A guest needs no step-up.
         */
        get: operations["exportData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the second factor
         * @description The end of a sign-in that was answered with `second-factor-required`. The challenge lives five minutes and allows five tries; it knows the guest, the delivery and the key of the first request, and a browser's works in that browser alone (a cookie). After ten wrong codes in a row, over any number of challenges, no code counts for a quarter of an hour and longer each time; passwords, passkeys and trusted devices are not locked.
         */
        post: operations["completeSignIn"];
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
         * @description Where an act is refused with `step-up-required`: the answer's access token is good for such acts for ten minutes. The session stays the same and keeps its refresh token; its later access tokens know the new time, too. An account with a second factor proves itself with that: a password or a mailed code is refused with `step-up-required`.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a code by letter
         * @description For accounts without a password. The code is good for ten minutes and for this session alone. An account with a second factor gets none.
         */
        post: operations["mailStepUpCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set up an app for one-time codes
         * @description Answers a new secret for the reader's app (RFC 6238: SHA-1, six digits, 30 seconds). Nothing changes until it is confirmed within the hour; a factor that is on stays as it is until then. Needs a step-up.
         */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor on
         * @description With a code of the app that was just set up. From now on every sign-in asks for one, and the reader's other sessions need a step-up for sensitive acts; they go on otherwise (`DELETE /me/sessions` ends them). The owner gets a letter. Needs a step-up.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description The old ones count no more. Needs a step-up.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor": {
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
         * Turn the second factor off
         * @description After a step-up, or with a `code` in the same request. A password alone is not enough. Recovery codes and trusted devices end with it, and the owner gets a letter.
         */
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/trusted-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where signing in asks for no code
         * @description For thirty days after a code was shown there, or until the password changes; the newest first.
         */
        get: operations["listTrustedDevices"];
        put?: never;
        post?: never;
        /**
         * Trust no device any more
         * @description This one neither.
         */
        delete: operations["forgetTrustedDevices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/trusted-devices/{id}": {
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
         * Trust a device no more
         * @description Its next sign-in asks for a code. Its session goes on; `DELETE /me/sessions/{id}` ends that.
         */
        delete: operations["forgetTrustedDevice"];
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
         * @description Sign-ins, devices that were signed out, stolen sessions, what staff did to the account and why. Nobody else's.
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
    "/guests/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add what a guest has to the account
         * @description Where a sign-in answered `claimable`: after a provider or a letter nothing is added by itself. Conversations, bookmarks and what was asked today move, once for each guest; a repeat by the same account is answered as the first time.
         */
        post: operations["claimGuest"];
        /**
         * Leave what a guest has where it is
         * @description The session forgets the guest. Repeating it is fine.
         */
        delete: operations["declineGuest"];
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
    "/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reader's passkeys
         * @description In the order in which they were added.
         */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Add a passkey
         * @description With what the browser made of the options. Without a `name` it is called after its provider, where that is known. The reader is told by a letter.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add a passkey
         * @description Options for `navigator.credentials.create`. Needs a step-up. The authenticator must verify its user, and keep the passkey so that a browser finds it without an address.
         */
        post: operations["passkeyCreationOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/{id}": {
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
         * Remove a passkey
         * @description It opens nothing from then on, and the reader is told by a letter. Needs a step-up. The last way to sign in stays.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /**
         * Name a passkey
         * @description The name is for the reader alone.
         */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/auth/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in with a passkey
         * @description Options for `navigator.credentials.get`. No address is asked for, so nothing is told about any: the browser knows which passkeys it has. Good for ten minutes.
         */
        post: operations["passkeySignInOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description The authenticator must have verified its user, so no second factor is asked for. A guest's chats wait as `claimable`, unless `keepGuestChats` says that the reader wants them.
         */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to prove again who you are, with a passkey
         * @description Options for `navigator.credentials.get`, with the reader's own passkeys. `POST /auth/step-up` takes the answer.
         */
        post: operations["passkeyStepUpOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/magic-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link that signs in
         * @description An account gets a letter with a link and a code. An address that waits to be verified gets the letter that verifies it, an unknown one gets none, and the answer is the same. The code counts together with the `requestId` alone.
         */
        post: operations["askForMagicLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/magic-link/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a letter
         * @description With the letter's `token`, or with its `code` and the `requestId`. Either signs in once; five wrong codes use the code up, and the link stays good. Nothing happens when the link is only opened. A guest's chats wait as `claimable`.
         */
        post: operations["signInWithMagicLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how readers can sign in here
         * @description What a form for signing in offers besides a password. The same for everybody.
         */
        get: operations["listSignInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/social/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a provider
         * @description Send the browser to `url`. It comes back to `returnTo` with `#provider=…&code=…` for `POST /auth/social`, or with `#provider=…&problem=…`, the code of a problem. A browser is known again by a cookie; an app (`delivery: body`) by the `proof`. A guest's conversations wait for a yes (`claimable`). Where new accounts are made by invitation, it is brought along here.
         */
        post: operations["beginProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/social": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish signing in with a provider
         * @description With the code that the browser brought back, once, in the browser that began, or with its `proof`. Signs in to the account that is linked to the provider, or makes one for an address that the provider vouches for. An address that has an account is never linked by itself: `provider-not-linked` asks its owner to sign in another way and to link the provider on the account page.
         */
        post: operations["completeProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a provider to the account
         * @description Send the browser to `url`. It comes back to `returnTo` with `#provider=…&code=…` for `POST /me/providers`, or with `#provider=…&problem=…`.
         */
        post: operations["beginProviderLinking"];
        /**
         * Remove the link to a provider
         * @description The last way to sign in stays. The account's owner gets a letter.
         */
        delete: operations["unlinkProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish linking a provider
         * @description With the code that the browser brought back, once, in the browser and the session that began. The account's owner gets a letter.
         */
        post: operations["completeProviderLinking"];
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
    "/conversations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search in the reader's own conversations
         * @description Conversations that have all of the words in their title or in one of their messages, the last used first. Neither case nor accents count, in any script, and a word is found within a longer one. `messageId` and `excerpt` lead to the place; `messageId` is `null` where only the title has the words. A page looks at 2 000 conversations at the most, so that it may be short, or empty, and still have a `nextCursor`.
         */
        get: operations["searchConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take one conversation along as a file
         * @description With everything that was said in it and links to its sources. A message that a moderator has hidden is a notice.
         */
        get: operations["exportConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description The AI SDK's UI-message stream, version 1, as server-sent events. `start.messageId` is the id of the stored answer; the text deltas add up to its `content`. The answer is written to its end even if the connection ends earlier: follow it again at `/messages/{id}/stream`. A question with an `id` of the client's own counts once: repeated, it is answered with the same answer.
         */
        post: operations["askQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an answer that is being written
         * @description The same stream as the question's, from its beginning, or from where `Last-Event-ID` says: after a broken connection, in another tab, at another server. Any number of readers may follow.
         */
        get: operations["followAnswer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an answer that is being written
         * @description For every reader, at whichever server; what came of it is kept, as a complete answer. Nothing happens to an answer that has ended. To leave without stopping it, close the connection.
         */
        post: operations["stopAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether an answer was good
         * @description Of one's own conversations. A second time replaces the first.
         */
        post: operations["rateAnswer"];
        /**
         * Take back what one thought of an answer
         * @description With its comment. Nothing happens where there was none.
         */
        delete: operations["unrateAnswer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report an answer to the moderators
         * @description Of one's own conversations. Moderators see the answer with at most two messages on either side, as they are now, and not who reported it. An answer has one report: a second time opens it again, with the new words.
         */
        post: operations["reportAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has an account, newest first, or who fits a search, best first
         * @description For moderators and administrators. A search finds the beginning of a name, a surname, an address or a domain, and words with a slip of one letter in them; case and accents do not matter. Moderators get masked addresses and find somebody by a whole address only, never by a part of one. Without `role=guest` guests are left out.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One account or guest
         * @description For moderators and administrators. How many chats there are, not what is in them. How somebody signs in and what they may ask in a day is for administrators; moderators get `null` there, and a masked address.
         */
        get: operations["readUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where somebody is signed in
         * @description Of an account or a guest, the newest sign-in first. For administrators.
         */
        get: operations["listUserSessions"];
        put?: never;
        post?: never;
        /**
         * Sign somebody out everywhere
         * @description Of an account; its tokens end at once, at every server. For administrators; it is in the audit and in the account's activity.
         */
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/sessions/{sessionId}": {
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
         * Sign somebody out on one device
         * @description Of an account; the session's tokens end at once, at every server. For administrators; it is in the audit and in the account's activity.
         */
        delete: operations["endUserSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each day came to
         * @description For administrators. Days are in UTC. Numbers alone: neither who nor what was asked. A year at the most at once.
         */
        get: operations["readStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which letters were written and what became of them, newest first
         * @description For administrators, of the last 30 days. What a letter says is not in it, and neither are its tokens and codes.
         */
        get: operations["listLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give an account another role
         * @description For administrators, after a step-up. It holds at every server within a second: tokens with the old role answer `token-stale`, and a refresh brings the new one. Nobody acts on a role as high as their own or gives one, except administrators on administrators; the last administrator who can act stays one. The reason stands in the audit and in the account's activity.
         */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/ban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep somebody out, for a while or until it is lifted
         * @description After a step-up. All sessions of the account end at once, at every server, and its owner gets a letter; every way to sign in answers `account-banned`. A second time replaces the ban. Moderators ban for 7 days at the most, and leave alone bans that are longer than that; nobody bans a role as high as their own, except administrators; the last administrator who can act is not banned.
         */
        put: operations["banAccount"];
        post?: never;
        /**
         * Lift a ban before its end
         * @description After a step-up. Nothing happens where there is no ban. A ban longer than 7 days was an administrator's, and moderators cannot lift it: what counts is its whole length, not what is left of it. A body may say why; without one no reason is recorded.
         */
        delete: operations["liftBan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What readers have reported, oldest first
         * @description For moderators. Each with the reported answer and at most two messages on either side.
         */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Decide about a report
         * @description For moderators. A hidden answer keeps its place and loses its words for its reader, in the history that a model sees, in search and in exports, until it is shown again. Both are in the activity of whoever decided and of the reader.
         */
        patch: operations["handleReport"];
        trace?: never;
    };
    "/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what to whom, when and from where, newest first
         * @description For administrators.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one did oneself, as the audit has it, newest first
         * @description For moderators and administrators: what they did to others, with the reasons that they gave, and their own sign-ins. Of what others did, `GET /admin/audit` tells administrators.
         */
        get: operations["listOwnActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become an administrator with a link of the server's terminal
         * @description Whoever runs the server prints the link: `bookplate admin link`. Its key counts once, for 30 minutes, and only the newest counts. The answer is the same session with tokens of the new role; where that role needs a second factor which the account does not have yet, `secondFactorSetUpRequired` says so. Other sessions of the account refresh theirs.
         */
        post: operations["claimServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was invited, newest first
         * @description For administrators. Those that nobody has accepted yet, and for 90 days those that were accepted; what has run out is removed.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody to make an account
         * @description For administrators. The link makes one account, whatever `SIGN_UP` says except `closed`. With an address it is for that address alone, and is mailed there. For another role than `user` the proof of who asks must be fresh. An invitation counts for as long as whoever made it may invite.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/invitations/{id}": {
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
         * Take an invitation back
         * @description For administrators. Also whoever has begun to register with it gets no further by it. One that has been accepted is there no more to be taken back.
         */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reader's bookmarks, newest first
         * @description A guest's too. `nextCursor` of the answer is the `cursor` of the next request.
         */
        get: operations["listBookmarks"];
        put?: never;
        /**
         * Keep a place of the book
         * @description Accounts and guests. A place that is kept already is answered with the same bookmark, and takes the new `note`, if there is one.
         */
        post: operations["addBookmark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/bookmarks/{id}": {
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
         * Remove a bookmark
         * @description With its note, for good.
         */
        delete: operations["removeBookmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much the reader may still ask today
         * @description One item for each quota that is limited, none where nothing is. A guest shares a quota with the other guests of its address: the tighter of the two is shown.
         */
        get: operations["readUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a reader may ask in a day
         * @description Of an account or a guest, with what was asked today. For administrators.
         */
        get: operations["readReaderQuotas"];
        /**
         * Give a reader limits of its own
         * @description They hold at once and until they are taken back; a quota that is left out stays as it is. For a guest they hold instead of those of its address. The day's budget of the whole server is not moved by it. For administrators; the reader sees it in the activity.
         */
        put: operations["changeReaderQuotas"];
        post?: never;
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
    "/mail/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link at the end of a letter
         * @description Shows a button and changes nothing: mail scanners open every link. For a link that does not count the page says so.
         */
        get: operations["showUnsubscription"];
        put?: never;
        /**
         * End letters of one kind
         * @description RFC 8058, for the button of mail programs and for the page. The token alone is the permission: no cookie counts, and any origin may ask. Doing it twice changes nothing; the account page is the way back. Letters about safety have no such link.
         */
        post: operations["unsubscribe"];
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
         * @description Asks the database, for whoever sends requests here. `jobs` is `failing` while letters and cleaning have to wait, `mail` while this server's letters are not taken by the mail server; they are kept and tried again. `notifications` is `deaf` while this server may not hear what other servers revoke: it still answers, and asks the database about every access token until it hears again.
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
            /**
             * @description The account's role needs a second factor, and there is none yet: until it is set up, access tokens say `user`.
             * @enum {boolean}
             */
            secondFactorSetUpRequired?: true;
            /** @description What came along from a guest. */
            merged?: {
                conversations: number;
            };
            /** @description A guest of this browser whose things wait for a yes; with 0 there are bookmarks and no conversation. */
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
            /**
             * @description `guest`, `user`, `moderator`, `admin`, or a role of this server's own, as its setting `ROLES` names it. More may join.
             * @example user
             */
            role: string;
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
            code: "account-banned" | "ambiguous-credentials" | "answer-running" | "body-too-large" | "database-unavailable" | "email-not-verified" | "email-taken" | "flow-invalid" | "guest-already-claimed" | "insufficient-rank" | "internal-error" | "invalid-credentials" | "invitation-invalid" | "invitation-needed" | "last-admin" | "last-sign-in-method" | "malformed-json" | "method-not-allowed" | "not-found" | "origin-not-allowed" | "passkey-refused" | "passkey-unknown" | "password-needed" | "provider-address-unverified" | "provider-failed" | "provider-linked-elsewhere" | "provider-not-linked" | "provider-refused" | "quota-exceeded" | "refresh-invalid" | "refresh-reused" | "server-busy" | "session-ended" | "sign-up-closed" | "step-up-required" | "token-expired" | "token-invalid" | "token-stale" | "too-many-bookmarks" | "too-many-requests" | "unauthenticated" | "unsupported-media-type" | "validation-failed" | "verification-unavailable";
            /** @description For developers; the wording may change. */
            detail: string;
            /** @description The server's log has more under this id. */
            requestId: string;
            /** @description The fields that cannot be accepted; only with `validation-failed`. */
            errors?: {
                field: string;
                /** @enum {string} */
                code: "email-domain-refused" | "email-invalid" | "field-required" | "field-unknown" | "name-required" | "name-too-long" | "password-breached" | "password-too-long" | "password-too-short" | "password-too-weak" | "value-invalid";
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
            /**
             * @description What there is no more of; only with `quota-exceeded`.
             * @enum {string}
             */
            quota?: "messages" | "tokens";
            /**
             * @description Whose quota it is: of guests at this address, of the account, or of everybody together.
             * @enum {string}
             */
            scope?: "guest" | "user" | "server";
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
            /** @description `invitation` of the fragment of an invitation's link. */
            invitation?: string;
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
        SecondFactorRequired: {
            /** @enum {string} */
            status: "second-factor-required";
            /** @description For `POST /auth/second-factor`. */
            challenge: string;
            methods: ("totp" | "recovery-code")[];
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
        };
        Verification: {
            token?: string;
            /** @description The eight digits of a letter. */
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
            /** @description What an earlier sign-in with `trustDevice` answered; browsers have it as a cookie. */
            trustedDevice?: string;
        };
        SignInMethods: {
            password: boolean;
            secondFactor: {
                totp: boolean;
                /** @description Whether the account's role needs one. */
                required: boolean;
                recoveryCodesLeft: number;
            };
            passkeys: number;
            providers: components["schemas"]["LinkedProvider"][];
            /** @description What counts when an act is refused with `step-up-required`, the easiest first. Empty for a guest. */
            stepUp: ("password" | "totp" | "recovery-code" | "passkey" | "mail-code")[];
        };
        LinkedProvider: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @description As `GET /auth/methods` names it. */
            provider: string;
            /** @description As readers see it. */
            name: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            linkedAt: string;
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
            /** @description What an earlier sign-in with `trustDevice` answered; browsers have it as a cookie. */
            trustedDevice?: string;
        };
        AccountPatch: {
            /** @example Alice */
            name?: string;
            /** Format: uri */
            image?: string | null;
        };
        LetterRequest: {
            requestId: string;
        };
        ForgottenPassword: {
            /**
             * Format: email
             * @example alice@example.org
             */
            email: string;
        };
        PasswordReset: {
            token?: string;
            /** @description As the request for the letter was answered; together with `code`. */
            requestId?: string;
            /** @description The eight digits of a letter. */
            code?: string;
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password: string;
        };
        PasswordChange: {
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            currentPassword?: string;
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            newPassword: string;
        };
        EmailChange: {
            /**
             * Format: email
             * @example alice@example.org
             */
            newEmail: string;
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password?: string;
        };
        ConfirmedEmail: {
            email: string;
        };
        LetterTokenOnly: {
            token: string;
        };
        /** @description One member for each thing that is held; further ones join as the server learns to hold more. */
        DataExport: {
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            exportedAt: string;
            account: components["schemas"]["Account"];
            waysToSignIn: {
                [key: string]: unknown;
            }[];
            passkeys: {
                [key: string]: unknown;
            }[];
            secondFactor: {
                [key: string]: unknown;
            };
            trustedDevices: {
                [key: string]: unknown;
            }[];
            sessions: {
                [key: string]: unknown;
            }[];
            knownDevices: {
                [key: string]: unknown;
            }[];
            visits: {
                [key: string]: unknown;
            }[];
            activity: {
                [key: string]: unknown;
            }[];
            letters: {
                [key: string]: unknown;
            }[];
            conversations: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        AccountDeletion: {
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password?: string;
            code?: string;
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
            /**
             * @description `guest`, `user`, `moderator`, `admin`, or a role of this server's own, as its setting `ROLES` names it. More may join.
             * @example user
             */
            role: string;
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
            /**
             * @description `guest`, `user`, `moderator`, `admin`, or a role of this server's own, as its setting `ROLES` names it. More may join.
             * @example user
             */
            role: string;
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
        SecondStepSession: components["schemas"]["Session"] & {
            /** @description Only with `trustDevice` and `delivery: body`: send it along with the next first factor. */
            trustedDevice?: string;
        };
        SecondStep: {
            challenge: string;
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @enum {string}
             */
            delivery?: "cookie" | "body";
            /**
             * @description Ask for no code at this device's next sign-ins, for thirty days or until the password changes.
             * @default false
             */
            trustDevice?: boolean;
            /** @description What an earlier sign-in with `trustDevice` answered; browsers have it as a cookie. */
            trustedDevice?: string;
            /** @enum {string} */
            method: "totp";
            /** @example 287082 */
            code: string;
        } | {
            challenge: string;
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @enum {string}
             */
            delivery?: "cookie" | "body";
            /**
             * @description Ask for no code at this device's next sign-ins, for thirty days or until the password changes.
             * @default false
             */
            trustDevice?: boolean;
            /** @description What an earlier sign-in with `trustDevice` answered; browsers have it as a cookie. */
            trustedDevice?: string;
            /** @enum {string} */
            method: "recovery-code";
            /** @example 7k3mz-p9qtx */
            code: string;
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
        } | {
            /** @enum {string} */
            method: "totp";
            /** @example 287082 */
            code: string;
        } | {
            /** @enum {string} */
            method: "recovery-code";
            /** @example 7k3mz-p9qtx */
            code: string;
        } | {
            /** @enum {string} */
            method: "mail-code";
            /** @example 40718326 */
            code: string;
        } | {
            /** @enum {string} */
            method: "passkey";
            /** @description What came with the options. Good for ten minutes, once. */
            requestId: string;
            credential: components["schemas"]["PasskeyCredential"];
        };
        /** @description What `navigator.credentials.get` answered, by its `toJSON()`. */
        PasskeyCredential: {
            id: string;
            /** @enum {string} */
            type: "public-key";
            response: {
                clientDataJSON: string;
                authenticatorData: string;
                signature: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        TotpSetUp: {
            /** @description Base32, for typing. */
            secret: string;
            /** @description For a QR code, or a link on the phone itself. */
            otpauthUri: string;
        };
        RecoveryCodes: {
            /** @description Ten, each good once. Nobody can read them again. */
            recoveryCodes: string[];
        };
        SecondFactorRemoval: {
            /**
             * Format: password
             * @example lantern orchard velvet nine
             */
            password?: string;
            /**
             * @description Of the reader's app, or a recovery code.
             * @example 287082
             */
            code?: string;
        };
        TrustedDevicePage: {
            items: components["schemas"]["TrustedDevice"][];
            nextCursor: string | null;
        };
        TrustedDevice: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @description Whether it is the browser that asks. */
            current: boolean;
            /**
             * Format: date-time
             * @description When a code was last shown there.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            lastUsedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            ip: string | null;
            /** @description As the device sent it, made printable. */
            userAgent: string | null;
            /** @description Browser and system in the reader's language; `null` where they are not recognised. */
            device: string | null;
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
            kind: "account-banned" | "account-created" | "account-deleted" | "account-imported" | "account-registered" | "account-under-attack" | "account-verified" | "admin-claimed" | "admin-link-made" | "announcement-made" | "answer-hidden" | "answer-shown" | "audit-trimmed" | "ban-lifted" | "data-exported" | "device-signed-out" | "email-change-requested" | "email-change-undone" | "email-changed" | "guest-merged" | "guest-promoted" | "guests-removed" | "invitation-accepted" | "invitation-made" | "invitation-withdrawn" | "letters-retried" | "other-devices-signed-out" | "passkey-added" | "passkey-removed" | "password-changed" | "password-reset" | "password-spraying" | "provider-linked" | "provider-unlinked" | "quota-changed" | "recovery-code-used" | "recovery-codes-renewed" | "refresh-fast-forward" | "refresh-recovered" | "refresh-reused" | "report-handled" | "role-changed" | "second-factor-guessed" | "second-factor-off" | "second-factor-on" | "secret-forgotten" | "secrets-reencrypted" | "sessions-ended-by-staff" | "sign-in-failed" | "signed-in" | "signed-out" | "signing-key-removed" | "signing-key-rotated" | "stepped-up" | "suppression-lifted" | "trusted-device-added" | "trusted-device-removed";
            /**
             * @description Who did it: the account itself; a moderator or an administrator; whoever runs the server, in the terminal; the server; somebody who was not signed in.
             * @enum {string}
             */
            actor: "self" | "staff" | "operator" | "system" | "visitor";
            /** @description `null` also where staff acted. */
            ip: string | null;
            /** @description As the device sent it, made printable. */
            userAgent: string | null;
            /** @description In the words of whoever acted. */
            reason: string | null;
            /** @description What it was, or is; `null` where nothing was changed. */
            before?: unknown;
            /** @description What it was, or is; `null` where nothing was changed. */
            after?: unknown;
            /** @description Facts of this kind of event; may be empty. */
            detail: {
                [key: string]: unknown;
            };
        };
        GuestClaim: {
            /** @description A guest's access token; left out, the guest that the session remembers (`claimable`). */
            guestToken?: string;
        };
        PasskeyPage: {
            items: components["schemas"]["Passkey"][];
            nextCursor: string | null;
        };
        Passkey: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @description What the reader calls it; at first its provider's name. `null` where neither is known. */
            name: string | null;
            /** @description Who keeps it, such as a password manager; `null` where that is not known. */
            provider: string | null;
            /** @description Whether it is on more than one of the reader's devices. */
            synced: boolean;
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
            lastUsedAt: string | null;
        };
        PasskeyCreationOptions: {
            /** @description What came with the options. Good for ten minutes, once. */
            requestId: string;
            /** @description For `PublicKeyCredential.parseCreationOptionsFromJSON`. */
            options: {
                challenge: string;
                rp: {
                    id: string;
                    name: string;
                };
                user: {
                    id: string;
                    name: string;
                    displayName: string;
                };
                pubKeyCredParams: {
                    /** @enum {string} */
                    type: "public-key";
                    alg: number;
                }[];
                timeout: number;
                excludeCredentials: {
                    /** @enum {string} */
                    type: "public-key";
                    id: string;
                    transports?: string[];
                }[];
                authenticatorSelection: {
                    /** @enum {string} */
                    residentKey: "required";
                    /** @enum {boolean} */
                    requireResidentKey: true;
                    /** @enum {string} */
                    userVerification: "required";
                };
                /** @enum {string} */
                attestation: "none";
            };
        };
        NewPasskey: {
            /** @description What came with the options. Good for ten minutes, once. */
            requestId: string;
            credential: components["schemas"]["NewPasskeyCredential"];
            /** @example Work laptop */
            name?: string;
        };
        /** @description What `navigator.credentials.create` answered, by its `toJSON()`. */
        NewPasskeyCredential: {
            id: string;
            /** @enum {string} */
            type: "public-key";
            response: {
                clientDataJSON: string;
                attestationObject: string;
                transports?: string[];
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        PasskeyName: {
            /** @example Work laptop */
            name: string;
        };
        PasskeyRequestOptions: {
            /** @description What came with the options. Good for ten minutes, once. */
            requestId: string;
            /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
            options: {
                challenge: string;
                rpId: string;
                timeout: number;
                allowCredentials?: {
                    /** @enum {string} */
                    type: "public-key";
                    id: string;
                    transports?: string[];
                }[];
                /** @enum {string} */
                userVerification: "required";
            };
        };
        PasskeySignIn: {
            /** @description What came with the options. Good for ten minutes, once. */
            requestId: string;
            credential: components["schemas"]["PasskeyCredential"];
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @default cookie
             * @enum {string}
             */
            delivery?: "cookie" | "body";
            /** @description Whether a guest's chats come along, if the reader was asked; left out, they wait. */
            keepGuestChats?: boolean;
        };
        MagicLinkRequested: {
            requestId: string;
        };
        MagicLinkRequest: {
            /**
             * Format: email
             * @example alice@example.org
             */
            email: string;
            /**
             * @description A BCP 47 tag.
             * @example en
             */
            language?: string;
        };
        MagicLink: {
            /** @description From the letter's link. */
            token?: string;
            /** @description What asking for the letter answered. */
            requestId?: string;
            code?: string;
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @default cookie
             * @enum {string}
             */
            delivery?: "cookie" | "body";
            /** @description What an earlier sign-in with `trustDevice` answered; browsers have it as a cookie. */
            trustedDevice?: string;
        };
        SignInWays: {
            providers: {
                id: string;
                name: string;
            }[];
            magicLink: boolean;
            passkeys: boolean;
            /**
             * @description Who may make an account; `domains`: addresses of `signUpDomains`, and whoever is invited.
             * @enum {string}
             */
            signUp: "open" | "invitation" | "domains" | "closed";
            /** @description Only with `domains`. */
            signUpDomains?: string[];
        };
        ProviderSignInBegun: {
            /**
             * Format: uri
             * @description Where the browser goes: it works once, for ten minutes.
             */
            url: string;
            /** @description Only with `delivery: body`; a browser has a cookie for it. */
            proof?: string;
        };
        ProviderSignIn: {
            /**
             * @description The page that the browser comes back to: of the book or of an allowed origin, as an address or a path of the book's origin.
             * @example /login
             */
            returnTo?: string;
            /**
             * @description A BCP 47 tag.
             * @example en
             */
            language?: string;
            /** @description `invitation` of the fragment of an invitation's link. */
            invitation?: string;
            /**
             * @description `cookie`: the refresh token is an HttpOnly cookie. `body`: it is in the answer.
             * @default cookie
             * @enum {string}
             */
            delivery?: "cookie" | "body";
        };
        ProviderSignInCode: {
            /** @description From the fragment of the page that the browser came back to. */
            code: string;
            /** @description What the beginning answered, where it was begun with `delivery: body`. */
            proof?: string;
        };
        ProviderLinking: {
            /**
             * @description The page that the browser comes back to: of the book or of an allowed origin, as an address or a path of the book's origin.
             * @example /login
             */
            returnTo?: string;
        };
        ProviderLinkingCode: {
            /** @description From the fragment of the page that the browser came back to. */
            code: string;
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
        ConversationHitPage: {
            items: components["schemas"]["ConversationHit"][];
            nextCursor: string | null;
        };
        ConversationHit: {
            conversation: components["schemas"]["Conversation"];
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            messageId: string | null;
            excerpt: string;
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
        ExportedConversation: {
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            exportedAt: string;
            conversation: components["schemas"]["Conversation"];
            messages: components["schemas"]["Message"][];
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
            /**
             * @description `hidden`: a moderator has taken its words away.
             * @enum {string}
             */
            status: "streaming" | "complete" | "failed" | "hidden";
            /**
             * @description What the reader thought of an answer.
             * @enum {string|null}
             */
            feedback: "up" | "down" | null;
            /** @description Whether the reader has reported it. */
            reported: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
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
        Question: {
            /**
             * @description The client's own name of the question, new for each. Sent again after a lost answer, with the same content, it does not ask again.
             * @example q-7f3a
             */
            id?: string;
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
        Feedback: {
            /** @enum {string} */
            rating: "up" | "down";
            comment?: string;
        };
        ReportId: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
        };
        NewReport: {
            /** @enum {string} */
            reason: "wrong" | "harmful" | "offensive" | "privacy" | "other";
            comment?: string;
        };
        AdminUserPage: {
            items: components["schemas"]["AdminUser"][];
            nextCursor: string | null;
        };
        AdminUser: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @description `null` for a guest. Masked for whoever may not read addresses, as `a•••@e•••.org`. */
            email: string | null;
            name: string | null;
            /** @description `guest`, `user`, `moderator`, `admin` or one of `ROLES`. */
            role: string;
            /**
             * @description `banned` comes before `unverified`. A ban whose end has passed is none.
             * @enum {string}
             */
            status: "active" | "banned" | "unverified";
            guest: boolean;
            emailVerified: boolean;
            twoFactor: boolean;
            ban: {
                reason: string | null;
                /**
                 * Format: date-time
                 * @description `null`: without an end.
                 * @example 2026-11-21T09:30:00.000Z
                 */
                until: string | null;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute while a session lives, to the day afterwards; `null`: never seen.
             * @example 2026-11-21T09:30:00.000Z
             */
            lastSeenAt: string | null;
        };
        AdminUserDetail: components["schemas"]["AdminUser"] & {
            /** @description How many chats; what is in them stays sealed. */
            conversations: number;
            /** @description On how many devices they are signed in. */
            sessions: number;
            /** @description How they can sign in; `null` for moderators. */
            methods: {
                password: boolean;
                passkeys: number;
                providers: string[];
            } | null;
            /** @description As `GET /admin/users/{id}/quotas`; `null` for moderators. */
            quotas: {
                /**
                 * @description `messages` are questions, `tokens` what the language model counts.
                 * @enum {string}
                 */
                quota: "messages" | "tokens";
                /** @description Today, with what answers that are being written may still cost. */
                used: number;
                /** @description `null`: none. */
                limit: number | null;
                /** @description Whether it was set for this reader. */
                own: boolean;
                /**
                 * Format: date-time
                 * @description When the day ends: midnight, in UTC.
                 * @example 2026-11-21T09:30:00.000Z
                 */
                resetAt: string;
            }[] | null;
        };
        Statistics: {
            /** @description Oldest first. A day on which the server did not count is left out. */
            items: components["schemas"]["StatisticsDay"][];
            nextCursor: null;
            /** @description At the moment. */
            waiting: {
                openReports: number;
                queuedLetters: number;
                failedLetters: number;
            };
        };
        StatisticsDay: {
            /** @description Accounts that came to be, guests that became one among them. */
            signUps: number;
            /** @description Guests that came to be. */
            guests: number;
            /** @description Accounts that were here on this day. */
            activeDay: number;
            /** @description On this day or one of the 6 before it. */
            activeWeek: number;
            /** @description On this day or one of the 29 before it. */
            activeMonth: number;
            signIns: number;
            signInFailures: number;
            questions: number;
            /** @description Answers that failed, or found nothing in the book to rest on. */
            unanswered: number;
            /**
             * Format: date
             * @description A day in UTC.
             * @example 2026-11-21
             */
            date: string;
            /** @description `false` for today, which goes on. */
            complete: boolean;
        };
        OutboxPage: {
            items: components["schemas"]["OutboxLetter"][];
            nextCursor: string | null;
        };
        OutboxLetter: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            to: string;
            /** @description What it is for; not what it says. */
            kind: string;
            /**
             * @description `failed`: given up; `suppressed`: its recipient is not to get it.
             * @enum {string}
             */
            state: "queued" | "sent" | "failed" | "suppressed";
            attempts: number;
            /** @description Codes of the mail server, or why it was not sent at all. */
            reason: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            writtenAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            nextAttemptAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            sentAt: string | null;
            /** @description Which transport took it. */
            sentBy: string | null;
            /**
             * @description What the mail provider says became of it; `null` where it says nothing.
             * @enum {string|null}
             */
            delivery: "delayed" | "delivered" | "bounced" | "complained" | null;
        };
        RoleChange: {
            /**
             * @description `user`, `moderator`, `admin`, or a role of this server's setting `ROLES`, exactly as it is written there.
             * @example moderator
             */
            role: string;
            reason: string;
        };
        Ban: {
            /** @description The account's owner reads it: in a letter and at the next sign-in. */
            reason: string;
            /**
             * Format: date-time
             * @description Its end; without it, until somebody lifts it.
             * @example 2026-11-21T09:30:00.000Z
             */
            until?: string;
        };
        BanLift: {
            /** @description The account's owner and the audit read it. */
            reason?: string;
        };
        ReportPage: {
            items: components["schemas"]["Report"][];
            nextCursor: string | null;
        };
        Report: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @enum {string} */
            status: "open" | "resolved" | "dismissed";
            /** @enum {string} */
            reason: "wrong" | "harmful" | "offensive" | "privacy" | "other";
            /** @description What the reader wrote with it. */
            comment: string | null;
            /** @description The reported answer with at most two messages on either side, as they were then. */
            messages: {
                /**
                 * Format: uuid
                 * @description A UUID, version 7.
                 * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
                 */
                id: string;
                /** @enum {string} */
                role: "user" | "assistant";
                content: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, in UTC.
                 * @example 2026-11-21T09:30:00.000Z
                 */
                createdAt: string;
            }[];
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            reportedMessageId: string;
            /**
             * @description What has become of it; `deleted` with its conversation.
             * @enum {string}
             */
            messageStatus: "shown" | "hidden" | "deleted";
            /**
             * @description What was done last.
             * @enum {string}
             */
            action: "none" | "hide" | "show";
            /** @description Among moderators. */
            note: string | null;
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
        ReportPatch: {
            /** @enum {string} */
            status: "open" | "resolved" | "dismissed";
            /**
             * @description `hide` takes the answer's words from its reader, `show` gives them back.
             * @default none
             * @enum {string}
             */
            action?: "none" | "hide" | "show";
            note?: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEvent"][];
            nextCursor: string | null;
        };
        AuditEvent: {
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
            kind: "account-banned" | "account-created" | "account-deleted" | "account-imported" | "account-registered" | "account-under-attack" | "account-verified" | "admin-claimed" | "admin-link-made" | "announcement-made" | "answer-hidden" | "answer-shown" | "audit-trimmed" | "ban-lifted" | "data-exported" | "device-signed-out" | "email-change-requested" | "email-change-undone" | "email-changed" | "guest-merged" | "guest-promoted" | "guests-removed" | "invitation-accepted" | "invitation-made" | "invitation-withdrawn" | "letters-retried" | "other-devices-signed-out" | "passkey-added" | "passkey-removed" | "password-changed" | "password-reset" | "password-spraying" | "provider-linked" | "provider-unlinked" | "quota-changed" | "recovery-code-used" | "recovery-codes-renewed" | "refresh-fast-forward" | "refresh-recovered" | "refresh-reused" | "report-handled" | "role-changed" | "second-factor-guessed" | "second-factor-off" | "second-factor-on" | "secret-forgotten" | "secrets-reencrypted" | "sessions-ended-by-staff" | "sign-in-failed" | "signed-in" | "signed-out" | "signing-key-removed" | "signing-key-rotated" | "stepped-up" | "suppression-lifted" | "trusted-device-added" | "trusted-device-removed";
            actor: {
                /**
                 * @description Somebody with an account; whoever runs the server, in the terminal; the server; somebody who was not signed in.
                 * @enum {string}
                 */
                kind: "account" | "operator" | "system" | "visitor";
                /**
                 * Format: uuid
                 * @description A UUID, version 7.
                 * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
                 */
                id: string | null;
                name: string | null;
            };
            /** @description Whom it concerns; `null`: nobody, or it was erased. */
            subject: {
                /**
                 * Format: uuid
                 * @description A UUID, version 7.
                 * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
                 */
                id: string;
                /** @description `null` when the account is gone. */
                name: string | null;
            } | null;
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            sessionId: string | null;
            /** @description Where the act came from. */
            ip: string | null;
            /** @description As the device sent it, made printable. */
            userAgent: string | null;
            reason: string | null;
            /** @description What it was, or is; `null` where nothing was changed. */
            before?: unknown;
            /** @description What it was, or is; `null` where nothing was changed. */
            after?: unknown;
            detail: {
                [key: string]: unknown;
            };
            /** @description What it said went with an account that was deleted. */
            erased: boolean;
            /** @description Whether it stands in the chain already; within two minutes it does. */
            chained: boolean;
        };
        AdminClaim: {
            /** @description From the fragment of the link that `bookplate admin link` prints. */
            key: string;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            nextCursor: string | null;
        };
        Invitation: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /** @description Whom it is for, `null` where for whoever has the link; the account's, once it is accepted. */
            email: string | null;
            role: string;
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
            expiresAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            acceptedAt: string | null;
            /**
             * Format: uuid
             * @description An account's id; `null`: the command line.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            invitedBy: string | null;
        };
        InvitationLink: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            /**
             * Format: uri
             * @description For whoever is invited. It is not to be read anywhere again.
             */
            url: string;
        };
        NewInvitation: {
            /**
             * Format: email
             * @description Then the invitation is for this address alone, and is mailed there.
             * @example alice@example.org
             */
            email?: string;
            /**
             * @description What the account will be. Another role than `user` needs a step-up.
             * @default user
             * @example user
             */
            role?: string;
            /**
             * Format: date-time
             * @description In 90 days at the latest; in seven days, where it is left out.
             * @example 2026-11-28T09:30:00.000Z
             */
            expiresAt?: string;
            /**
             * @description Of the letter; whoever invites reads this language, where it is left out.
             * @example en
             */
            language?: string;
        };
        BookmarkPage: {
            items: components["schemas"]["Bookmark"][];
            nextCursor: string | null;
        };
        Bookmark: {
            /**
             * Format: uuid
             * @description A UUID, version 7.
             * @example 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55
             */
            id: string;
            page: string;
            anchor: string | null;
            note: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC.
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
        };
        NewBookmark: {
            /**
             * @description Path of a page of the book.
             * @example /how-sessions-work
             */
            page: string;
            /**
             * @description Id of a heading, without `#`; left out for the whole page.
             * @example refresh
             */
            anchor?: string;
            /**
             * @description White space around it is removed. Empty: the bookmark has no note any more.
             * @example Read again before the release.
             */
            note?: string;
        };
        Usage: {
            items: {
                /**
                 * @description `messages` are questions, `tokens` what the language model counts.
                 * @enum {string}
                 */
                quota: "messages" | "tokens";
                /** @description Today, with what answers that are being written may still cost. */
                used: number;
                limit: number;
                /** @description For a guest: what an account has; `null`: no limit. Left out for accounts. */
                limitOfAccounts?: number | null;
                /**
                 * Format: date-time
                 * @description When the day ends: midnight, in UTC.
                 * @example 2026-11-21T09:30:00.000Z
                 */
                resetAt: string;
            }[];
            nextCursor: null;
        };
        ReaderQuotas: {
            items: {
                /**
                 * @description `messages` are questions, `tokens` what the language model counts.
                 * @enum {string}
                 */
                quota: "messages" | "tokens";
                /** @description Today, with what answers that are being written may still cost. */
                used: number;
                /** @description `null`: none. */
                limit: number | null;
                /** @description Whether it was set for this reader. */
                own: boolean;
                /**
                 * Format: date-time
                 * @description When the day ends: midnight, in UTC.
                 * @example 2026-11-21T09:30:00.000Z
                 */
                resetAt: string;
            }[];
            nextCursor: null;
        };
        QuotaChange: {
            /** @description Questions a day; 0 allows none; `null` is what everybody has. */
            messages?: number | null;
            /** @description Tokens a day; 0 allows none; `null` is what everybody has. */
            tokens?: number | null;
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
            /** @description [`invitation-invalid`](/problems/invitation-invalid), [`malformed-json`](/problems/malformed-json) */
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
            /** @description [`invitation-needed`](/problems/invitation-needed), [`origin-not-allowed`](/problems/origin-not-allowed), [`sign-up-closed`](/problems/sign-up-closed) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
                    "application/json": components["schemas"]["Verified"] | components["schemas"]["SecondFactorRequired"];
                };
            };
            /** @description [`invitation-invalid`](/problems/invitation-invalid), [`malformed-json`](/problems/malformed-json), [`token-invalid`](/problems/token-invalid) */
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
            /** @description [`invitation-needed`](/problems/invitation-needed), [`origin-not-allowed`](/problems/origin-not-allowed), [`sign-up-closed`](/problems/sign-up-closed) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways there are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "password": true,
                     *       "secondFactor": {
                     *         "totp": true,
                     *         "required": false,
                     *         "recoveryCodesLeft": 10
                     *       },
                     *       "passkeys": 1,
                     *       "providers": [
                     *         {
                     *           "id": "01937b1c-a4d6-7f20-8c5d-62a1e3f5b799",
                     *           "provider": "google",
                     *           "name": "Google",
                     *           "linkedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "stepUp": [
                     *         "passkey",
                     *         "totp",
                     *         "recovery-code"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SignInMethods"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description Signed in, or asked for the second factor */
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
                    "application/json": components["schemas"]["Session"] | components["schemas"]["SecondFactorRequired"];
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeletion"];
            };
        };
        responses: {
            /** @description Gone */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`last-admin`](/problems/last-admin) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgottenPassword"];
            };
        };
        responses: {
            /** @description If the address has an account, a letter is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "cJ0aZ7XkQmWv2Yt9Bn4Lr8Ds6Hf1Gp3E"
                     *     }
                     */
                    "application/json": components["schemas"]["LetterRequest"];
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description The password is the new one */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Signed in anew */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    changeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description If the address can be had, it gets a letter */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterTokenOnly"];
            };
        };
        responses: {
            /** @description The address is the account's */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "alice@example.net"
                     *     }
                     */
                    "application/json": components["schemas"]["ConfirmedEmail"];
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    undoEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterTokenOnly"];
            };
        };
        responses: {
            /** @description The account has its old address */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    exportData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The copy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exportedAt": "2026-11-21T09:45:00.000Z",
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
                     *       "waysToSignIn": [
                     *         {
                     *           "kind": "password",
                     *           "since": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "passkeys": [],
                     *       "secondFactor": {
                     *         "totpSince": null,
                     *         "recoveryCodesLeft": 0
                     *       },
                     *       "trustedDevices": [],
                     *       "sessions": [],
                     *       "knownDevices": [],
                     *       "visits": [
                     *         {
                     *           "lastOn": "2026-11-21",
                     *           "previousOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "activity": [],
                     *       "letters": [],
                     *       "conversations": [
                     *         {
                     *           "id": "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
                     *           "title": "Which cookies are set?",
                     *           "page": "/how-sessions-work",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "updatedAt": "2026-11-21T09:31:12.000Z",
                     *           "messages": [
                     *             {
                     *               "id": "01937b1d-5a77-7c02-8f3d-1e9a0b6c7d24",
                     *               "role": "user",
                     *               "content": "Which cookies are set?",
                     *               "sources": [],
                     *               "status": "complete",
                     *               "feedback": null,
                     *               "reported": false,
                     *               "createdAt": "2026-11-21T09:31:10.000Z"
                     *             },
                     *             {
                     *               "id": "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
                     *               "role": "assistant",
                     *               "content": "> The refresh token of an account is in a cookie that no script can read.\n\n[How sessions work › Cookies](/how-sessions-work#cookies)",
                     *               "sources": [
                     *                 {
                     *                   "title": "How sessions work › Cookies",
                     *                   "url": "/how-sessions-work#cookies",
                     *                   "quote": "The refresh token of an account is in a cookie that no script can read."
                     *                 }
                     *               ],
                     *               "status": "complete",
                     *               "feedback": null,
                     *               "reported": false,
                     *               "createdAt": "2026-11-21T09:31:10.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DataExport"];
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
            /** @description [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    completeSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStep"];
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
                     *       "refreshToken": "bpr_AQExAZN7HJ9efDqLfi9tHAqeVQAAAAEKem76jiNt2um3MNLK"
                     *     }
                     */
                    "application/json": components["schemas"]["SecondStepSession"];
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
            /** @description [`invalid-credentials`](/problems/invalid-credentials) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`malformed-json`](/problems/malformed-json), [`passkey-refused`](/problems/passkey-refused) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`invalid-credentials`](/problems/invalid-credentials), [`passkey-unknown`](/problems/passkey-unknown), [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    mailStepUpCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter is on its way */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the reader's app needs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                     *       "otpauthUri": "otpauth://totp/Bookplate:alice%40example.org?issuer=Bookplate&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30"
                     *     }
                     */
                    "application/json": components["schemas"]["TotpSetUp"];
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 287082 */
                    code: string;
                };
            };
        };
        responses: {
            /** @description It is on. These stand in for the app, once each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "7k3mz-p9qtx",
                     *         "2hv8d-w4nfa",
                     *         "c6yrb-5gj0e"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodes"];
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description New codes, once each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "7k3mz-p9qtx",
                     *         "2hv8d-w4nfa",
                     *         "c6yrb-5gj0e"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodes"];
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorRemoval"];
            };
        };
        responses: {
            /** @description It is off, or was not on */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listTrustedDevices: {
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
            /** @description A page of trusted devices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1c-a3d5-7e21-8f4c-61a0d3e5f7a9",
                     *           "current": true,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "lastUsedAt": "2026-11-21T09:41:00.000Z",
                     *           "expiresAt": "2026-12-21T09:30:00.000Z",
                     *           "ip": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                     *           "device": "Firefox on Linux"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TrustedDevicePage"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    forgetTrustedDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None is trusted */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    forgetTrustedDevice: {
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
            /** @description It is not trusted any more */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
                     *           "actor": "self",
                     *           "ip": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                     *           "reason": null,
                     *           "before": null,
                     *           "after": null,
                     *           "detail": {
                     *             "method": "password",
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    claimGuest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestClaim"];
            };
        };
        responses: {
            /** @description How many conversations moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "merged": {
                     *         "conversations": 2
                     *       }
                     *     }
                     */
                    "application/json": {
                        merged: {
                            conversations: number;
                        };
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
            /** @description [`guest-already-claimed`](/problems/guest-already-claimed) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    declineGuest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listPasskeys: {
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
            /** @description A page of passkeys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1c-b5d6-7a21-8f3e-4c5d6e7f8a9b",
                     *           "name": "Work laptop",
                     *           "provider": "Google Password Manager",
                     *           "synced": true,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "lastUsedAt": "2026-11-21T10:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["PasskeyPage"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description The passkey */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-b5d6-7a21-8f3e-4c5d6e7f8a9b",
                     *       "name": "Work laptop",
                     *       "provider": "Google Password Manager",
                     *       "synced": true,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "lastUsedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json), [`passkey-refused`](/problems/passkey-refused) */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    passkeyCreationOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the browser needs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "7Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1X9t3Zk0cYh2uJwq8sVb6nQf4dRz1pLk5aToA0iUyGe",
                     *       "options": {
                     *         "challenge": "b3J5eXg4bWJqd2Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1",
                     *         "rp": {
                     *           "id": "book.example.org",
                     *           "name": "Bookplate"
                     *         },
                     *         "user": {
                     *           "id": "MDE5MzdiMWMtOWY1ZS03YzNhLThiN2UtMmY2ZDFjMGE5ZTU1",
                     *           "name": "alice@example.org",
                     *           "displayName": "Alice"
                     *         },
                     *         "pubKeyCredParams": [
                     *           {
                     *             "type": "public-key",
                     *             "alg": -7
                     *           }
                     *         ],
                     *         "timeout": 600000,
                     *         "excludeCredentials": [],
                     *         "authenticatorSelection": {
                     *           "residentKey": "required",
                     *           "requireResidentKey": true,
                     *           "userVerification": "required"
                     *         },
                     *         "attestation": "none"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PasskeyCreationOptions"];
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    removePasskey: {
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
            /** @description It is removed */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`last-sign-in-method`](/problems/last-sign-in-method) */
            409: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    renamePasskey: {
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
                "application/json": components["schemas"]["PasskeyName"];
            };
        };
        responses: {
            /** @description The passkey with its name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-b5d6-7a21-8f3e-4c5d6e7f8a9b",
                     *       "name": "Work laptop",
                     *       "provider": "Google Password Manager",
                     *       "synced": true,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "lastUsedAt": "2026-11-21T10:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Passkey"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    passkeySignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the browser needs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "7Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1X9t3Zk0cYh2uJwq8sVb6nQf4dRz1pLk5aToA0iUyGe",
                     *       "options": {
                     *         "challenge": "b3J5eXg4bWJqd2Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1",
                     *         "rpId": "book.example.org",
                     *         "timeout": 600000,
                     *         "userVerification": "required"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PasskeyRequestOptions"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
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
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description [`malformed-json`](/problems/malformed-json), [`passkey-refused`](/problems/passkey-refused) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`invalid-credentials`](/problems/invalid-credentials), [`passkey-unknown`](/problems/passkey-unknown), [`session-ended`](/problems/session-ended), [`token-expired`](/problems/token-expired), [`token-stale`](/problems/token-stale), [`unauthenticated`](/problems/unauthenticated) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    passkeyStepUpOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the browser needs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "7Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1X9t3Zk0cYh2uJwq8sVb6nQf4dRz1pLk5aToA0iUyGe",
                     *       "options": {
                     *         "challenge": "b3J5eXg4bWJqd2Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1",
                     *         "rpId": "book.example.org",
                     *         "timeout": 600000,
                     *         "userVerification": "required"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PasskeyRequestOptions"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    askForMagicLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MagicLinkRequest"];
            };
        };
        responses: {
            /** @description If the address has an account, a letter is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "cJ0aZ7XkQmWv2Yt9Bn4Lr8Ds6Hf1Gp3E"
                     *     }
                     */
                    "application/json": components["schemas"]["MagicLinkRequested"];
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    signInWithMagicLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MagicLink"];
            };
        };
        responses: {
            /** @description Signed in, or the second factor is still missing */
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
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"] | components["schemas"]["SecondFactorRequired"];
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listSignInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways to sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "providers": [
                     *         {
                     *           "id": "github",
                     *           "name": "GitHub"
                     *         },
                     *         {
                     *           "id": "google",
                     *           "name": "Google"
                     *         }
                     *       ],
                     *       "magicLink": true,
                     *       "passkeys": true,
                     *       "signUp": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    beginProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As `GET /auth/methods` names it. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSignIn"];
            };
        };
        responses: {
            /** @description Where the browser goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=…&state=…&code_challenge=…"
                     *     }
                     */
                    "application/json": components["schemas"]["ProviderSignInBegun"];
                };
            };
            /** @description [`invitation-invalid`](/problems/invitation-invalid), [`malformed-json`](/problems/malformed-json) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`database-unavailable`](/problems/database-unavailable), [`provider-failed`](/problems/provider-failed) */
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
    completeProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSignInCode"];
            };
        };
        responses: {
            /** @description Signed in, or the second factor is missing */
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
                     *       "claimable": {
                     *         "conversations": 2
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"] | components["schemas"]["SecondFactorRequired"];
                };
            };
            /** @description [`flow-invalid`](/problems/flow-invalid), [`invitation-invalid`](/problems/invitation-invalid), [`malformed-json`](/problems/malformed-json) */
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
            /** @description [`account-banned`](/problems/account-banned), [`email-not-verified`](/problems/email-not-verified), [`invitation-needed`](/problems/invitation-needed), [`origin-not-allowed`](/problems/origin-not-allowed), [`provider-address-unverified`](/problems/provider-address-unverified), [`sign-up-closed`](/problems/sign-up-closed) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description [`provider-not-linked`](/problems/provider-not-linked) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    beginProviderLinking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A provider, as `GET /auth/methods` names it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderLinking"];
            };
        };
        responses: {
            /** @description Where the browser goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=…&state=…&code_challenge=…"
                     *     }
                     */
                    "application/json": components["schemas"]["ProviderSignInBegun"];
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`database-unavailable`](/problems/database-unavailable), [`provider-failed`](/problems/provider-failed) */
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
    unlinkProvider: {
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
            /** @description The provider does not open this account any more */
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
            /** @description [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`last-sign-in-method`](/problems/last-sign-in-method) */
            409: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    completeProviderLinking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderLinkingCode"];
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-a4d6-7f20-8c5d-62a1e3f5b799",
                     *       "provider": "google",
                     *       "name": "Google",
                     *       "linkedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["LinkedProvider"];
                };
            };
            /** @description [`flow-invalid`](/problems/flow-invalid), [`malformed-json`](/problems/malformed-json) */
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
            /** @description [`provider-linked-elsewhere`](/problems/provider-linked-elsewhere) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    searchConversations: {
        parameters: {
            query: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
                /** @description Words, of which eight count. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "conversation": {
                     *             "id": "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
                     *             "title": "Which cookies are set?",
                     *             "page": "/how-sessions-work",
                     *             "createdAt": "2026-11-21T09:30:00.000Z",
                     *             "updatedAt": "2026-11-21T09:31:12.000Z"
                     *           },
                     *           "messageId": "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
                     *           "excerpt": "The refresh token of an account is in a cookie that no script can read."
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationHitPage"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    exportConversation: {
        parameters: {
            query?: {
                /** @description What kind of file. */
                format?: "markdown" | "json";
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
            /** @description The file, named after the conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # Which cookies are set?
                     *
                     *     ## Question
                     *
                     *     Which cookies are set?
                     */
                    "text/markdown": string;
                    /**
                     * @example {
                     *       "exportedAt": "2026-11-21T09:40:00.000Z",
                     *       "conversation": {
                     *         "id": "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
                     *         "title": "Which cookies are set?",
                     *         "page": "/how-sessions-work",
                     *         "createdAt": "2026-11-21T09:30:00.000Z",
                     *         "updatedAt": "2026-11-21T09:31:12.000Z"
                     *       },
                     *       "messages": [
                     *         {
                     *           "id": "01937b1d-5a77-7c02-8f3d-1e9a0b6c7d24",
                     *           "role": "user",
                     *           "content": "Which cookies are set?",
                     *           "sources": [],
                     *           "status": "complete",
                     *           "feedback": null,
                     *           "reported": false,
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
                     *           "feedback": null,
                     *           "reported": false,
                     *           "createdAt": "2026-11-21T09:31:10.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ExportedConversation"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
                     *           "feedback": null,
                     *           "reported": false,
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
                     *           "feedback": null,
                     *           "reported": false,
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
            /** @description [`quota-exceeded`](/problems/quota-exceeded), [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    followAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that was read; left out for all of the answer. */
                "last-event-id"?: string;
            };
            path: {
                /** @description What the list or the creation answered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
            /** @description The answer is complete: read it with the other messages */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    stopAnswer: {
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
            /** @description It is not being written any more */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    rateAnswer: {
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
                "application/json": components["schemas"]["Feedback"];
            };
        };
        responses: {
            /** @description It is noted */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    unrateAnswer: {
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    reportAnswer: {
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
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description The report */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1d-7e01-7a55-9c1d-3b2a190f8e7d"
                     *     }
                     */
                    "application/json": components["schemas"]["ReportId"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listUsers: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The beginning of a name, a surname, an address or a domain, several words, a whole address or an id. */
                query?: string;
                /** @description Only these; `guest` lists guests instead of accounts. */
                role?: string;
                /** @description Only these. */
                status?: "active" | "banned" | "unverified";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *           "email": "alice@example.org",
                     *           "name": "Alice",
                     *           "role": "user",
                     *           "status": "active",
                     *           "guest": false,
                     *           "emailVerified": true,
                     *           "twoFactor": false,
                     *           "ban": null,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "lastSeenAt": "2026-11-21T09:41:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AdminUserPage"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    readUser: {
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
            /** @description The account or guest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "email": "alice@example.org",
                     *       "name": "Alice",
                     *       "role": "user",
                     *       "status": "active",
                     *       "guest": false,
                     *       "emailVerified": true,
                     *       "twoFactor": false,
                     *       "ban": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "lastSeenAt": "2026-11-21T09:41:00.000Z",
                     *       "conversations": 14,
                     *       "sessions": 2,
                     *       "methods": {
                     *         "password": true,
                     *         "passkeys": 1,
                     *         "providers": [
                     *           "github"
                     *         ]
                     *       },
                     *       "quotas": [
                     *         {
                     *           "quota": "messages",
                     *           "used": 12,
                     *           "limit": 1000,
                     *           "own": true,
                     *           "resetAt": "2026-11-22T00:00:00.000Z"
                     *         },
                     *         {
                     *           "quota": "tokens",
                     *           "used": 0,
                     *           "limit": null,
                     *           "own": false,
                     *           "resetAt": "2026-11-22T00:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AdminUserDetail"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listUserSessions: {
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
                     *           "current": false,
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    endUserSessions: {
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    endUserSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the list or the creation answered. */
                id: string;
                /** @description Of the list of this account's sessions. */
                sessionId: string;
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    readStatistics: {
        parameters: {
            query?: {
                /** @description The first day; 29 days before `to` unless said. */
                from?: string;
                /** @description The last day; today unless said. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "date": "2026-11-21",
                     *           "complete": false,
                     *           "signUps": 12,
                     *           "guests": 140,
                     *           "activeDay": 86,
                     *           "activeWeek": 310,
                     *           "activeMonth": 742,
                     *           "signIns": 57,
                     *           "signInFailures": 9,
                     *           "questions": 403,
                     *           "unanswered": 21
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "waiting": {
                     *         "openReports": 2,
                     *         "queuedLetters": 0,
                     *         "failedLetters": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Statistics"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listLetters: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
                /** @description A state of the letter, or what became of it at the other end. */
                status?: "queued" | "sent" | "failed" | "suppressed" | "delayed" | "delivered" | "bounced" | "complained";
                /** @description To this whole address. */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of letters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1c-b3d4-7f80-8a66-5e4f3a2b1c0d",
                     *           "to": "alice@example.org",
                     *           "kind": "reset-password",
                     *           "state": "sent",
                     *           "attempts": 1,
                     *           "reason": null,
                     *           "writtenAt": "2026-11-21T09:30:00.000Z",
                     *           "nextAttemptAt": null,
                     *           "sentAt": "2026-11-21T09:30:01.000Z",
                     *           "sentBy": "smtp",
                     *           "delivery": "delivered"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["OutboxPage"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    changeRole: {
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
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description The account as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "email": "alice@example.org",
                     *       "name": "Alice",
                     *       "role": "moderator",
                     *       "status": "active",
                     *       "guest": false,
                     *       "emailVerified": true,
                     *       "twoFactor": false,
                     *       "ban": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "lastSeenAt": "2026-11-21T09:41:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AdminUser"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`last-admin`](/problems/last-admin) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    banAccount: {
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
                "application/json": components["schemas"]["Ban"];
            };
        };
        responses: {
            /** @description The account as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "email": "alice@example.org",
                     *       "name": "Alice",
                     *       "role": "user",
                     *       "status": "banned",
                     *       "guest": false,
                     *       "emailVerified": true,
                     *       "twoFactor": false,
                     *       "ban": {
                     *         "reason": "Advertising in questions",
                     *         "until": "2026-11-28T09:00:00.000Z"
                     *       },
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "lastSeenAt": "2026-11-21T09:41:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AdminUser"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`last-admin`](/problems/last-admin) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    liftBan: {
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
                "application/json": components["schemas"]["BanLift"];
            };
        };
        responses: {
            /** @description The account as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *       "email": "alice@example.org",
                     *       "name": "Alice",
                     *       "role": "user",
                     *       "status": "active",
                     *       "guest": false,
                     *       "emailVerified": true,
                     *       "twoFactor": false,
                     *       "ban": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "lastSeenAt": "2026-11-21T09:41:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AdminUser"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listReports: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
                /** @description Only these; without it all of them. */
                status?: "open" | "resolved" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1d-7e01-7a55-9c1d-3b2a190f8e7d",
                     *           "status": "open",
                     *           "reason": "wrong",
                     *           "comment": "The book says thirty seconds.",
                     *           "messages": [
                     *             {
                     *               "id": "01937b1d-5a77-7c02-8f3d-1e9a0b6c7d24",
                     *               "role": "user",
                     *               "content": "How long is a replaced token forgiven?",
                     *               "createdAt": "2026-11-21T09:31:10.000Z"
                     *             },
                     *             {
                     *               "id": "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
                     *               "role": "assistant",
                     *               "content": "Three minutes.",
                     *               "createdAt": "2026-11-21T09:31:10.000Z"
                     *             }
                     *           ],
                     *           "reportedMessageId": "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
                     *           "messageStatus": "shown",
                     *           "action": "none",
                     *           "note": null,
                     *           "createdAt": "2026-11-21T09:32:00.000Z",
                     *           "updatedAt": "2026-11-21T09:32:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReportPage"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    handleReport: {
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
                "application/json": components["schemas"]["ReportPatch"];
            };
        };
        responses: {
            /** @description The report as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1d-7e01-7a55-9c1d-3b2a190f8e7d",
                     *       "status": "resolved",
                     *       "reason": "wrong",
                     *       "comment": "The book says thirty seconds.",
                     *       "messages": [
                     *         {
                     *           "id": "01937b1d-5a77-7c02-8f3d-1e9a0b6c7d24",
                     *           "role": "user",
                     *           "content": "How long is a replaced token forgiven?",
                     *           "createdAt": "2026-11-21T09:31:10.000Z"
                     *         },
                     *         {
                     *           "id": "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
                     *           "role": "assistant",
                     *           "content": "Three minutes.",
                     *           "createdAt": "2026-11-21T09:31:10.000Z"
                     *         }
                     *       ],
                     *       "reportedMessageId": "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
                     *       "messageStatus": "hidden",
                     *       "action": "hide",
                     *       "note": "Invents a setting.",
                     *       "createdAt": "2026-11-21T09:32:00.000Z",
                     *       "updatedAt": "2026-11-21T09:32:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
                /** @description What somebody did, to themselves and to others. */
                actor?: string;
                /** @description What concerns somebody. */
                subject?: string;
                /** @description Events of this kind alone. */
                kind?: "account-banned" | "account-created" | "account-deleted" | "account-imported" | "account-registered" | "account-under-attack" | "account-verified" | "admin-claimed" | "admin-link-made" | "announcement-made" | "answer-hidden" | "answer-shown" | "audit-trimmed" | "ban-lifted" | "data-exported" | "device-signed-out" | "email-change-requested" | "email-change-undone" | "email-changed" | "guest-merged" | "guest-promoted" | "guests-removed" | "invitation-accepted" | "invitation-made" | "invitation-withdrawn" | "letters-retried" | "other-devices-signed-out" | "passkey-added" | "passkey-removed" | "password-changed" | "password-reset" | "password-spraying" | "provider-linked" | "provider-unlinked" | "quota-changed" | "recovery-code-used" | "recovery-codes-renewed" | "refresh-fast-forward" | "refresh-recovered" | "refresh-reused" | "report-handled" | "role-changed" | "second-factor-guessed" | "second-factor-off" | "second-factor-on" | "secret-forgotten" | "secrets-reencrypted" | "sessions-ended-by-staff" | "sign-in-failed" | "signed-in" | "signed-out" | "signing-key-removed" | "signing-key-rotated" | "stepped-up" | "suppression-lifted" | "trusted-device-added" | "trusted-device-removed";
                /** @description Not before this moment. */
                from?: string;
                /** @description Before this moment. */
                to?: string;
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
                     *           "kind": "role-changed",
                     *           "ip": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                     *           "before": {
                     *             "role": "user"
                     *           },
                     *           "after": {
                     *             "role": "moderator"
                     *           },
                     *           "detail": {},
                     *           "actor": {
                     *             "kind": "account",
                     *             "id": "01937b1c-7a11-7d02-9c3e-5b8a9d0e1f22",
                     *             "name": "Carol"
                     *           },
                     *           "subject": {
                     *             "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *             "name": "Dave"
                     *           },
                     *           "sessionId": "01937b1c-b0c3-7f1a-8e2d-6a7b8c9d0e1f",
                     *           "reason": "Helps with the reports.",
                     *           "erased": false,
                     *           "chained": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listOwnActs: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: number;
                /** @description `nextCursor` of the page before; left out for the first. */
                cursor?: string;
                /** @description What concerns somebody. */
                subject?: string;
                /** @description Events of this kind alone. */
                kind?: "account-banned" | "account-created" | "account-deleted" | "account-imported" | "account-registered" | "account-under-attack" | "account-verified" | "admin-claimed" | "admin-link-made" | "announcement-made" | "answer-hidden" | "answer-shown" | "audit-trimmed" | "ban-lifted" | "data-exported" | "device-signed-out" | "email-change-requested" | "email-change-undone" | "email-changed" | "guest-merged" | "guest-promoted" | "guests-removed" | "invitation-accepted" | "invitation-made" | "invitation-withdrawn" | "letters-retried" | "other-devices-signed-out" | "passkey-added" | "passkey-removed" | "password-changed" | "password-reset" | "password-spraying" | "provider-linked" | "provider-unlinked" | "quota-changed" | "recovery-code-used" | "recovery-codes-renewed" | "refresh-fast-forward" | "refresh-recovered" | "refresh-reused" | "report-handled" | "role-changed" | "second-factor-guessed" | "second-factor-off" | "second-factor-on" | "secret-forgotten" | "secrets-reencrypted" | "sessions-ended-by-staff" | "sign-in-failed" | "signed-in" | "signed-out" | "signing-key-removed" | "signing-key-rotated" | "stepped-up" | "suppression-lifted" | "trusted-device-added" | "trusted-device-removed";
                /** @description Not before this moment. */
                from?: string;
                /** @description Before this moment. */
                to?: string;
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
                     *           "kind": "role-changed",
                     *           "ip": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                     *           "before": {
                     *             "role": "user"
                     *           },
                     *           "after": {
                     *             "role": "moderator"
                     *           },
                     *           "detail": {},
                     *           "actor": {
                     *             "kind": "account",
                     *             "id": "01937b1c-7a11-7d02-9c3e-5b8a9d0e1f22",
                     *             "name": "Carol"
                     *           },
                     *           "subject": {
                     *             "id": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
                     *             "name": "Dave"
                     *           },
                     *           "sessionId": "01937b1c-b0c3-7f1a-8e2d-6a7b8c9d0e1f",
                     *           "reason": "Helps with the reports.",
                     *           "erased": false,
                     *           "chained": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    claimServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdminClaim"];
            };
        };
        responses: {
            /** @description The session, as an administrator's */
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
                     *         "role": "admin",
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
            /** @description [`malformed-json`](/problems/malformed-json), [`token-invalid`](/problems/token-invalid) */
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed), [`step-up-required`](/problems/step-up-required) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listInvitations: {
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
            /** @description A page of invitations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1e-0c44-7a19-8e02-7d5b3f9a1c60",
                     *           "email": "bob@example.org",
                     *           "role": "user",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "expiresAt": "2026-11-28T09:30:00.000Z",
                     *           "acceptedAt": null,
                     *           "invitedBy": "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["InvitationPage"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
            403: {
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1e-0c44-7a19-8e02-7d5b3f9a1c60",
                     *       "url": "https://book.example.org/register#invitation=q7Yf0Z1sBkT3vJm9xWcR5dLh2nPa8uEg6iQyoXzKtVw&email=bob%40example.org"
                     *     }
                     */
                    "application/json": components["schemas"]["InvitationLink"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed), [`sign-up-closed`](/problems/sign-up-closed), [`step-up-required`](/problems/step-up-required) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    withdrawInvitation: {
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
            /** @description It counts no more */
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    listBookmarks: {
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
            /** @description A page of bookmarks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01937b1e-2c4d-7a6b-9e8f-5d3c1b0a7e42",
                     *           "page": "/how-sessions-work",
                     *           "anchor": "refresh",
                     *           "note": "Read again before the release.",
                     *           "createdAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["BookmarkPage"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    addBookmark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBookmark"];
            };
        };
        responses: {
            /** @description The bookmark */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01937b1e-2c4d-7a6b-9e8f-5d3c1b0a7e42",
                     *       "page": "/how-sessions-work",
                     *       "anchor": "refresh",
                     *       "note": "Read again before the release.",
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Bookmark"];
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
            /** @description [`too-many-bookmarks`](/problems/too-many-bookmarks) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    removeBookmark: {
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    readUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quotas of today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "quota": "messages",
                     *           "used": 3,
                     *           "limit": 20,
                     *           "limitOfAccounts": 200,
                     *           "resetAt": "2026-11-22T00:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Usage"];
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    readReaderQuotas: {
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
            /** @description The reader's quotas of today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "quota": "messages",
                     *           "used": 12,
                     *           "limit": 1000,
                     *           "own": true,
                     *           "resetAt": "2026-11-22T00:00:00.000Z"
                     *         },
                     *         {
                     *           "quota": "tokens",
                     *           "used": 0,
                     *           "limit": null,
                     *           "own": false,
                     *           "resetAt": "2026-11-22T00:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReaderQuotas"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    changeReaderQuotas: {
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
                "application/json": components["schemas"]["QuotaChange"];
            };
        };
        responses: {
            /** @description The reader's quotas of today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "quota": "messages",
                     *           "used": 12,
                     *           "limit": 1000,
                     *           "own": true,
                     *           "resetAt": "2026-11-22T00:00:00.000Z"
                     *         },
                     *         {
                     *           "quota": "tokens",
                     *           "used": 0,
                     *           "limit": null,
                     *           "own": false,
                     *           "resetAt": "2026-11-22T00:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReaderQuotas"];
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
            /** @description [`insufficient-rank`](/problems/insufficient-rank), [`origin-not-allowed`](/problems/origin-not-allowed) */
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
                /** @description Which of the book's languages is searched, if it has several. Without it the default one. */
                locale?: string;
                /** @description Path of the page that the reader is on: its language and version are searched, and it comes a little earlier. */
                page?: string;
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
            /** @description [`too-many-requests`](/problems/too-many-requests) */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    showUnsubscription: {
        parameters: {
            query?: {
                /** @description From the letter; it says who, and which letters. */
                token?: string;
                /** @description The language of the page. */
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>No more such letters</title> */
                    "text/html": string;
                };
            };
            /** @description The page, for a link that does not count */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>No more such letters</title> */
                    "text/html": string;
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
    unsubscribe: {
        parameters: {
            query?: {
                /** @description From the letter; it says who, and which letters. */
                token?: string;
                /** @description The language of the page. */
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>No more such letters</title> */
                    "text/html": string;
                };
            };
            /** @description [`token-invalid`](/problems/token-invalid) */
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
                    /** @description What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it */
                    RateLimit?: string;
                    /** @description The limits that `RateLimit` is about */
                    "RateLimit-Policy"?: string;
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
                     *       "mail": "sending",
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
                        mail: "sending" | "failing";
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
