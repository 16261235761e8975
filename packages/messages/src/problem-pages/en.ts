/**
 * English is the shape of this area: another language has the same keys or does not compile. Backquotes mark code.
 */
export const en = {
  /** The title is also the English one of the problem document. */
  problems: {
    "account-banned": {
      title: "This account is banned",
      happened: "The password was right, but the account may not sign in.",
      remedy:
        "Tell the reader what `reason` says, and until when the ban lasts: `until` is its end, and is absent where it has none. Repeating the request changes nothing.",
    },
    "ambiguous-credentials": {
      title: "More than one refresh token",
      happened: "The request carries a refresh token in its cookie and another in its body.",
      remedy:
        "Send one of them: in a browser `{}` and the cookie, anywhere else the token in the body and no cookie.",
    },
    "answer-running": {
      title: "An answer is still being written",
      happened: "A conversation has one running answer at a time, and this one has not come to its end.",
      remedy:
        "Read the conversation's messages until the last one's `status` is no longer `streaming`, then ask again.",
    },
    "body-too-large": {
      title: "The body is too large",
      happened: "The body has more than 64 KiB.",
      remedy: "Send less. No route takes larger bodies.",
    },
    "database-unavailable": {
      title: "The database cannot be reached",
      happened:
        "The server runs, but its database does not answer. Nothing was changed and nobody was signed out.",
      remedy: "Try again after the seconds in `Retry-After`. Keep the session: it is still good.",
    },
    "email-not-verified": {
      title: "The address is not verified yet",
      happened: "The password was right, but nobody has proven that the address is theirs.",
      remedy:
        "Ask the reader to open the letter that was sent to the address. `POST /api/v1/auth/verify-email/resend` sends another.",
    },
    "email-taken": {
      title: "The address has an account",
      happened:
        "Somebody has registered this address before. Only a server that does not verify addresses (`EMAIL_VERIFICATION=off`) says so; any other answers alike for known and unknown addresses.",
      remedy: "Offer to sign in instead.",
    },
    "flow-invalid": {
      title: "This sign-in is over",
      happened:
        "A sign-in with a provider was begun in another browser, was finished before, or took longer than ten minutes.",
      remedy: "Begin again with `POST /api/v1/auth/social/{provider}` and finish in the same browser, once.",
    },
    "guest-already-claimed": {
      title: "What this guest had belongs to another account",
      happened: "Another account has claimed this guest, or the guest has become an account of its own.",
      remedy: "Offer nothing more: the conversations are with whoever has them now.",
    },
    "insufficient-rank": {
      title: "Your role does not allow this",
      happened:
        "The request needs a role that this account does not have, or is about somebody whose role is not below its own.",
      remedy:
        "Ask an administrator of the book. A role that was given a moment ago counts once the access token is renewed.",
    },
    "internal-error": {
      title: "Something went wrong on the server",
      happened:
        "The server met a condition that its authors did not expect. The fault is not in the request.",
      remedy:
        "Whoever runs the server finds the details in its log under the `requestId` of the answer. Trying once more is harmless for reads.",
    },
    "invalid-credentials": {
      title: "The address or the password is wrong",
      happened:
        "An unknown address, a wrong password and an account without a password are answered alike, so that nobody learns who has an account.",
      remedy: "Let the reader type both again, and show one sentence for all of these cases.",
    },
    "last-sign-in-method": {
      title: "The last way to sign in stays",
      happened:
        "Without this passkey or this provider nobody could sign in to the account any more. Nothing was removed.",
      remedy:
        "Let the reader set a password, add a passkey or link a provider first, then repeat the request.",
    },
    "invitation-invalid": {
      title: "This invitation cannot be used",
      happened:
        "The invitation that was sent along is unknown, was used, has run out or was taken back, is for another address, or comes from somebody who may not invite any more.",
      remedy:
        "Ask whoever invited for another one. Where `GET /api/v1/auth/methods` says `open`, leave `invitation` out and register without it.",
    },
    "invitation-needed": {
      title: "New accounts are made by invitation",
      happened:
        "The server runs with `SIGN_UP=invitation`, and the request brought none. Whoever has an account signs in as before.",
      remedy:
        "Send `invitation` along, from the fragment of the invitation's link: with `POST /api/v1/auth/register`, or with the beginning of a provider's sign-in. An administrator makes one with `POST /api/v1/admin/invitations` or `bookplate invite`.",
    },
    "last-admin": {
      title: "The last administrator cannot leave",
      happened: "Without this account nobody could administer the book any more.",
      remedy: "Make another account an administrator first; then this one can be changed or deleted.",
    },
    "malformed-json": {
      title: "The body is not JSON",
      happened: "The body could not be read as JSON in UTF-8.",
      remedy:
        "Send a JSON object. Look for quotes that a shell has removed, trailing commas, and other encodings than UTF-8.",
    },
    "method-not-allowed": {
      title: "This address knows other methods",
      happened: "The address exists, but not with this method. No header replaces the method of a request.",
      remedy: "Use one of the methods in the `Allow` header of the answer.",
    },
    "not-found": {
      title: "There is nothing here",
      happened:
        "There is no such address, or nothing of yours has this id. What belongs to somebody else looks the same as what does not exist.",
      remedy:
        "Check the path, which begins with `/api/v1`, and the id. If both are right, the thing was deleted, or the token is another reader's.",
    },
    "origin-not-allowed": {
      title: "This origin may not do that",
      happened:
        "The `Origin` header names a site that this server does not know, or is missing where the refresh cookie acts.",
      remedy:
        "Whoever runs the server adds the site to `ALLOWED_ORIGINS`; origins are compared exactly, with scheme and port. A program that is no browser sends no `Origin`, and the refresh token in the body.",
    },
    "passkey-refused": {
      title: "The passkey cannot be accepted",
      happened:
        "The authenticator's answer does not fit: its challenge was used or has run out, it is for another site, its signature is wrong, or the authenticator has not verified its user.",
      remedy:
        "Ask for new options and begin again. If it never works, compare the page's address with `BOOK_URL` and `ALLOWED_ORIGINS`: a passkey belongs to one host.",
    },
    "passkey-unknown": {
      title: "No account has this passkey",
      happened:
        "The answer names a passkey that this server does not know. It has been removed, or belongs to an account that is gone.",
      remedy:
        "Offer other ways to sign in, and tell the browser with `PublicKeyCredential.signalUnknownCredential`, so that it offers this one no more.",
    },
    "password-needed": {
      title: "A password is needed to verify here",
      happened:
        "The letter was opened in another browser than the one that registered, so its token alone proves too little. The token stays good.",
      remedy: "Ask the reader, and send the `password` of that registration, or a `newPassword`.",
    },
    "provider-address-unverified": {
      title: "The provider does not vouch for an address",
      happened:
        "A new account needs an address, and the provider gave none or did not say that it belongs to the reader. Whether an address has an account was not looked up.",
      remedy:
        "The reader registers with an address first and links the provider on the account page; from then on it signs in.",
    },
    "provider-failed": {
      title: "The provider did not answer as it should",
      happened:
        "The provider could not be reached, was too slow, or gave an answer that cannot be believed: for another request, of another provider, or with a signature that is not its own.",
      remedy:
        "Try again later, or sign in another way. Whoever runs the server finds the reason in its log; a wrong client secret or redirect address is the usual one.",
    },
    "provider-linked-elsewhere": {
      title: "Linked to another account",
      happened: "This account of the provider signs in to another account here.",
      remedy: "Sign in with the provider and remove the link there first.",
    },
    "provider-not-linked": {
      title: "The provider is not linked yet",
      happened:
        "Nobody is linked to this account of the provider, and its address cannot make a new account. Accounts are never linked because addresses are equal.",
      remedy: "Sign in another way, or ask for a new password, and link the provider on the account page.",
    },
    "provider-refused": {
      title: "Not completed at the provider",
      happened: "The reader pressed cancel at the provider, or the provider refused to vouch for them.",
      remedy: "Offer the form again; nothing has changed.",
    },
    "quota-exceeded": {
      title: "No questions left today",
      happened:
        "A quota of the day is used up: that of the guests at this address, of the account, or of everybody together. `scope` says whose it is, `quota` whether questions (`messages`) or tokens are gone. The question was not stored, and no model was asked.",
      remedy:
        "Keep what the reader typed. `limit`, `remaining` and `resetAt` say how much there is and when the day begins anew (midnight, UTC). An account may ask more than a guest. `GET /api/v1/me/usage` tells what is left before somebody asks.",
    },
    "refresh-invalid": {
      title: "The session cannot be continued",
      happened: "There is no refresh token, it is not one of this server's, or its session has ended.",
      remedy: "Forget the session, and let the reader sign in again.",
    },
    "refresh-reused": {
      title: "An old refresh token was used again",
      happened:
        "A refresh token that had long been replaced came back, so somebody has a copy of it. This session has ended; other devices stay signed in; the owner was told by letter.",
      remedy:
        "Let the reader sign in again. If it happens without a thief, a program keeps an old token: store each new one before the next refresh.",
    },
    "server-busy": {
      title: "Too many passwords are being checked",
      happened: "Checking a password is deliberately slow, and the queue of those that wait is full.",
      remedy: "Try again after the seconds in `Retry-After`.",
    },
    "session-ended": {
      title: "The session has ended",
      happened: "The session was signed out, or ended by a ban, a deletion or a change of password.",
      remedy: "Forget the session, and let the reader sign in again. Refreshing does not help.",
    },
    "sign-up-closed": {
      title: "No account can be made with this",
      happened:
        "The server makes no new accounts (`SIGN_UP=closed`), or none for the domain of this address. Whoever has an account signs in as before.",
      remedy:
        "Hide what leads to signing up: `GET /api/v1/auth/methods` says in `signUp` who may make an account. For a single address outside the domains an administrator makes an invitation.",
    },
    "step-up-required": {
      title: "A fresh proof of who you are is needed",
      happened:
        "The token is good, but whoever uses it last proved who they are more than ten minutes ago, and this act is one that a borrowed device must not be enough for.",
      remedy:
        "Ask the reader for the password, call `POST /api/v1/auth/step-up`, and repeat the request with the access token of its answer.",
    },
    "token-expired": {
      title: "The access token has expired",
      happened: "Access tokens live a few minutes, and this one's are over.",
      remedy: "Call `POST /api/v1/auth/refresh` and repeat the request with the new access token.",
    },
    "token-invalid": {
      title: "This token cannot be used",
      happened:
        "The token or the code of a letter is unknown, used, expired or meant for something else. All of these are answered alike.",
      remedy: "Let the reader ask for another letter.",
    },
    "token-stale": {
      title: "The access token is out of date",
      happened: "The role of the account has changed since the access token was made.",
      remedy: "Call `POST /api/v1/auth/refresh` and repeat the request with the new access token.",
    },
    "too-many-bookmarks": {
      title: "Too many bookmarks",
      happened: "This reader has as many bookmarks as the server keeps for one.",
      remedy:
        "Remove one with `DELETE /me/bookmarks/{id}`, or ask the reader to; places that are kept already still take a new note.",
    },
    "too-many-requests": {
      title: "Too many requests",
      happened:
        "More requests of this kind were made than the server accepts: from this address, by this account, or by everybody together.",
      remedy:
        "Wait the seconds in `Retry-After`; the next request passes then. `RateLimit-Policy` and `RateLimit` name the limit, `resetAt` its end.",
    },
    unauthenticated: {
      title: "A valid access token is needed",
      happened:
        "The access token is missing, malformed, or not one of this server's; or it is bound to a key, and the proof of that key is missing or does not count.",
      remedy:
        "Send `Authorization: Bearer <access token>`, once. Where a token is optional, leave the header out rather than sending a bad one. A bound token is sent with `DPoP` instead of `Bearer`, and with a fresh proof: `WWW-Authenticate` says what was wrong with the last one, and a nonce in `DPoP-Nonce` belongs into the next.",
    },
    "unsupported-media-type": {
      title: "Bodies are application/json",
      happened: "The request has a body that does not say that it is JSON, or says so in another encoding.",
      remedy:
        "Send `Content-Type: application/json`, with `charset=utf-8` or no charset. Token introspection alone takes a form instead: `application/x-www-form-urlencoded`.",
    },
    "validation-failed": {
      title: "The request cannot be accepted as it is",
      happened:
        "At least one field is missing, unknown, or has a value that is not allowed. Nothing was changed.",
      remedy: "`errors` lists the fields with a code each. Show the sentence for that code beside the field.",
    },
    "verification-unavailable": {
      title: "Whether the access token counts cannot be found out",
      happened:
        "A service beside Bookplate could read neither Bookplate's keys nor its answer. The token was neither accepted nor refused, and nobody was signed out.",
      remedy: "Try again after the seconds in `Retry-After`. Keep the session: it is still good.",
    },
  },
  /** Also the English message beside a field of the problem document. */
  fields: {
    "email-domain-refused": "Accounts are not made for addresses of this domain.",
    "email-invalid": "This is not an address that letters can be sent to.",
    "field-required": "This field is required.",
    "field-unknown": "This field does not exist here.",
    "name-required": "A name is required.",
    "name-too-long": "A name has at most 80 characters.",
    "password-breached": "The password is in a list of passwords that are common or have leaked.",
    "password-too-long": "A password has at most 256 characters.",
    "password-too-short": "The password is shorter than this server accepts.",
    "password-too-weak": "The password is too easy to guess.",
    "value-invalid": "This value is not allowed here.",
  },
};
