import type { ProblemFacts } from "./index.ts";

const again = ({ retryAt }: ProblemFacts) =>
  retryAt === undefined ? "Try again in a moment." : `Try again at ${retryAt}.`;

/** English is the shape of this area: another language has the same keys or does not compile. */
export const en = {
  problems: {
    "account-banned": ({ until, reason }: ProblemFacts) =>
      [
        until === undefined ? "This account is closed." : `This account is closed until ${until}.`,
        reason === undefined ? "" : `The reason given: ${reason}`,
      ]
        .join(" ")
        .trim(),
    "ambiguous-credentials": "This browser sent two sessions at once. Reload the page and try again.",
    "answer-running": "The last answer is still being written. Ask again when it is complete.",
    "body-too-large": "That is too long to send. Shorten it and try again.",
    "database-unavailable": (facts: ProblemFacts) =>
      `The server cannot reach its records right now. Nothing is lost. ${again(facts)}`,
    "email-not-verified": "This address is not confirmed yet. Open the letter that we sent to it.",
    "email-taken": "There is already an account with this address. Sign in instead.",
    "flow-invalid": "This sign-in was begun elsewhere, is over, or took too long. Start again.",
    "guest-already-claimed": "These conversations belong to another account by now.",
    "insufficient-rank": "Your role does not allow this. Ask an administrator of this book.",
    "internal-error":
      "Something went wrong on the server. Try again; if it stays, tell whoever runs this book.",
    "invalid-credentials": "The address or the password is not right.",
    "invitation-invalid": "This invitation does not work, or no longer. Ask for another one.",
    "invitation-needed": "New accounts are made by invitation here. Open the link of your invitation first.",
    "last-sign-in-method": "This is your only way to sign in. Add another one first, such as a password.",
    "last-admin": "You are the only administrator. Make somebody else an administrator first.",
    "malformed-json": "The server could not read the request. Reload the page and try again.",
    "method-not-allowed": "The server does not know this request. Reload the page and try again.",
    "not-found": "This is not here any more.",
    "origin-not-allowed": "This page may not sign in to that server. Tell whoever runs this book.",
    "passkey-refused": "That passkey could not be checked. Try again, or sign in another way.",
    "passkey-unknown":
      "This book does not know that passkey. It may have been removed from your account; sign in another way.",
    "password-needed": "One more step: confirm with your password.",
    "provider-address-unverified":
      "That provider does not confirm your address. Create an account first, then link the provider in your account.",
    "provider-failed":
      "That provider cannot be reached properly right now. Try again later, or sign in another way.",
    "provider-linked-elsewhere":
      "This is linked to another account here. Sign in with it and remove the link there first.",
    "provider-not-linked":
      "Sign in another way first, then link this provider in your account under Security.",
    "provider-refused": "Nothing has happened: the sign-in was not completed at the provider.",
    "quota-exceeded": (facts: ProblemFacts) => `That was the last question for today. ${again(facts)}`,
    "refresh-invalid": "You are signed out. Sign in again.",
    "refresh-reused":
      "You were signed out because this session was used in two places at once. Sign in again, and change your password if that was not you.",
    "server-busy": (facts: ProblemFacts) => `The server is very busy. ${again(facts)}`,
    "session-ended": "You are signed out. Sign in again.",
    "sign-up-closed": "No new account can be made here with this. If you have an account, sign in.",
    "step-up-required": "Confirm first that it is you.",
    "token-expired": "You are signed out. Sign in again.",
    "token-invalid": "This link or code has been used, has run out, or is not right.",
    "token-stale": "Your account has changed. Sign in again.",
    "too-many-bookmarks": "You have as many bookmarks as fit. Remove one that you no longer need.",
    "too-many-requests": (facts: ProblemFacts) => `Too many tries. ${again(facts)}`,
    unauthenticated: "You need to sign in for this.",
    "unsupported-media-type": "The server could not read the request. Reload the page and try again.",
    "validation-failed": "Please check what is marked below.",
    "verification-unavailable": (facts: ProblemFacts) =>
      `This part of the book cannot check right now who you are. You are still signed in. ${again(facts)}`,
  },
  fields: {
    "email-domain-refused": "Accounts here are not made for addresses of this domain.",
    "email-invalid": "Enter an email address such as name@example.org.",
    "field-required": "Fill this in.",
    "field-unknown": "The server does not know this field. Reload the page and try again.",
    "name-required": "Enter the name that you want to be called by.",
    "name-too-long": "Use at most 80 characters.",
    "password-breached": "This password is known from a leak. Choose another one.",
    "password-too-long": "Use at most 256 characters.",
    "password-too-short": ({ minimum = 10 }: ProblemFacts) => `Use at least ${minimum} characters.`,
    "password-too-weak": "This is easy to guess. Three or four unrelated words work well.",
    "value-invalid": "This is not allowed here.",
  },
  unreachable:
    "The server cannot be reached. Check your connection and try again; what you typed is still here.",
  timeout: "The server took too long to answer. Try again; what you typed is still here.",
  unexpected: "Something unexpected happened. Reload the page and try again.",
};
