/**
 * Every endpoint of Better Auth and of the plugins that are here: who answers it, or why nobody does. A
 * test compares this with the endpoints of the running object, so that none slips in unseen. Only what
 * is named as answered has a route; everything else under `/api/auth/` is 404.
 */

/** Answered by our own services, in Better Auth's words. */
export const ownAnswers = [
  "POST /sign-up/email",
  "POST /sign-in/email",
  "POST /sign-in/magic-link",
  "POST /sign-in/social",
  "POST /sign-in/anonymous",
  "POST /sign-out",
  "POST /send-verification-email",
  "POST /request-password-reset",
  "POST /reset-password",
  "POST /change-password",
  "POST /change-email",
  "POST /unlink-account",
  "POST /update-user",
  "POST /revoke-session",
  "POST /revoke-sessions",
  "POST /revoke-other-sessions",
  "GET /jwks",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/list-user-passkeys",
  "POST /passkey/delete-passkey",
  "POST /passkey/update-passkey",
  "POST /two-factor/enable",
  "POST /two-factor/verify-totp",
  "POST /two-factor/verify-backup-code",
  "POST /two-factor/generate-backup-codes",
  "POST /two-factor/disable",
] as const;

/** Where browsers come back to from a provider; they lead to a page. */
export const callbacks = ["GET /callback/:id", "POST /callback/:id"] as const;

/** Answered by Better Auth, behind our guards. */
export const handedOver = [
  "GET /ok",
  "GET /get-session",
  "GET /list-sessions",
  "GET /list-accounts",
] as const;

export type HandedOver = (typeof handedOver)[number];

/** Off, with the rule that each would break. */
export const switchedOff: Readonly<Record<string, string>> = {
  "POST /get-session": "only for a deferred renewal of sessions, which are renewed by refresh tokens here",
  "POST /update-session": "a session's columns are nobody's to set",
  "GET /token": "an access token made from an access token: a stolen one would never end",
  "GET /verify-email":
    "a GET changes nothing, and a letter's token is bound to its registration and used once",
  "GET /magic-link/verify":
    "a GET changes nothing: mail scanners open links; POST /api/v1/auth/magic-link/verify takes the token",
  "POST /verify-password": "an oracle beside the step-up and its limits",
  "GET /reset-password/:token": "a GET changes nothing: letters lead to a page of the book",
  "POST /delete-user": "deletes without a password and without a step-up",
  "GET /delete-user/callback": "the same, by GET",
  "POST /delete-anonymous-user": "a guest's chats would go with it",
  "POST /link-social": "a link is finished by a page in the session that began it: POST /api/v1/me/providers",
  "POST /refresh-token": "a provider's token, and none is kept",
  "POST /get-access-token": "a provider's token, and none is kept",
  "GET /account-info": "asks a provider with a token, and none is kept",
  "GET /error": "a page for flows that are off",
  "POST /two-factor/get-totp-uri": "a second factor's secret is shown while it is set up, and never again",
  "POST /two-factor/send-otp": "a mailbox is no second factor",
  "POST /two-factor/verify-otp": "a mailbox is no second factor",
  "GET /admin/get-user": "knows no ranks and masks no address: GET /api/v1/admin/users/{id}",
  "GET /admin/list-users": "knows no ranks and masks no address: GET /api/v1/admin/users",
  "POST /admin/set-role":
    "takes any name, also the last administrator's, and keeps the old tokens: PUT /api/v1/admin/users/{id}/role",
  "POST /admin/create-user":
    "an account with a password of somebody else's choice: POST /api/v1/admin/invitations",
  "POST /admin/update-user": "changes another one's address without asking them",
  "POST /admin/list-user-sessions": "GET /api/v1/admin/users/{id}/sessions",
  "POST /admin/unban-user": "knows no ranks: DELETE /api/v1/admin/users/{id}/ban",
  "POST /admin/ban-user": "knows no ranks, also the last administrator's: PUT /api/v1/admin/users/{id}/ban",
  "POST /admin/impersonate-user": "nobody signs in as somebody else",
  "POST /admin/stop-impersonating": "nobody signs in as somebody else",
  "POST /admin/revoke-user-session": "DELETE /api/v1/admin/users/{id}/sessions",
  "POST /admin/revoke-user-sessions": "DELETE /api/v1/admin/users/{id}/sessions",
  "POST /admin/remove-user": "an account is deleted by its owner",
  "POST /admin/set-user-password": "nobody chooses another one's password",
  "POST /admin/has-permission": "asks about roles that are not ours",
};
