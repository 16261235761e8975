/**
 * Every endpoint of Better Auth and of the plugins that are here: who answers it, or why nobody does. A
 * test compares this with the endpoints of the running object, so that none slips in unseen. Only what
 * is named as answered has a route; everything else under `/api/auth/` is 404.
 */

/** Answered by our own services, in Better Auth's words. */
export const ownAnswers = [
  "POST /sign-up/email",
  "POST /sign-in/email",
  "POST /sign-in/anonymous",
  "POST /sign-out",
  "POST /send-verification-email",
  "POST /update-user",
  "POST /revoke-session",
  "POST /revoke-sessions",
  "POST /revoke-other-sessions",
  "GET /jwks",
  "POST /passkey/delete-passkey",
  "POST /passkey/update-passkey",
] as const;

/** Answered by Better Auth, behind our guards. */
export const handedOver = [
  "GET /ok",
  "GET /get-session",
  "GET /list-sessions",
  "GET /list-accounts",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/list-user-passkeys",
] as const;

export type HandedOver = (typeof handedOver)[number];

/** Off, with the rule that each would break. */
export const switchedOff: Readonly<Record<string, string>> = {
  "POST /get-session": "only for a deferred renewal of sessions, which are renewed by refresh tokens here",
  "POST /update-session": "a session's columns are nobody's to set",
  "GET /token": "an access token made from an access token: a stolen one would never end",
  "GET /verify-email":
    "a GET changes nothing, and a letter's token is bound to its registration and used once",
  "POST /change-email": "its link is bound to no account, and the old address is not told",
  "POST /change-password": "would end sessions without a revocation",
  "POST /verify-password": "an oracle beside the step-up and its limits",
  "POST /request-password-reset":
    "its token would stand in the database, and resets neither verify nor end sessions",
  "POST /reset-password": "the same",
  "GET /reset-password/:token": "the same",
  "POST /delete-user": "deletes without a password and without a step-up",
  "GET /delete-user/callback": "the same, by GET",
  "POST /delete-anonymous-user": "a guest's chats would go with it",
  "POST /sign-in/social": "no provider is set up",
  "GET /callback/:id": "no provider is set up",
  "POST /callback/:id": "no provider is set up",
  "POST /link-social": "no provider is set up",
  "POST /unlink-account": "could take the last way to sign in, without a step-up",
  "POST /refresh-token": "a provider's token, not ours",
  "POST /get-access-token": "a provider's token, not ours",
  "GET /account-info": "asks a provider",
  "GET /error": "a page for flows that are off",
};
