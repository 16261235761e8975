/**
 * The shapes of the HTTP contract, named as callers use them. The one place that knows that they are made from the
 * server's OpenAPI document.
 */
import type { components } from "./api.gen.ts";

export type { paths as ApiPaths } from "./api.gen.ts";

type Schemas = components["schemas"];

/** What signing in and refreshing bring. In a browser the refresh token stays in an HttpOnly cookie. */
export type Session = Schemas["Session"];
/** A reader: an account, or a guest that may become one. */
export type Account = Schemas["Account"];
export type Role = Account["role"];
export type Preferences = Schemas["Preferences"];
export type PreferencesUpdate = Schemas["PreferencesPatch"];
export type ProfileUpdate = Schemas["AccountPatch"];
/** One sign-in of the reader, on one device. */
export type Device = Schemas["DeviceSession"];
/** Something that happened around the account's safety. */
export type SecurityEvent = Schemas["ActivityItem"];

/** A sign-in whose first factor was right, and that waits for the second. */
export type SecondFactorRequired = Schemas["SecondFactorRequired"];
/** The code of an app, or a recovery code. In a browser the challenge works in that browser alone. */
export type SecondStep = Pick<Schemas["SecondStep"], "challenge" | "method" | "code"> &
  Partial<Pick<Schemas["SecondStep"], "trustDevice">>;
/** Any proof of who a reader is, in the middle of a session. */
export type StepUpProof = Schemas["StepUp"];
/** A passkey as its owner sees it. */
export type Passkey = Schemas["Passkey"];
export type PasskeyCreationOptions = Schemas["PasskeyCreationOptions"];
export type PasskeyRequestOptions = Schemas["PasskeyRequestOptions"];
export type NewPasskeyCredential = Schemas["NewPasskeyCredential"];
export type PasskeyCredential = Schemas["PasskeyCredential"];
/** The token of a letter's link, or its code with what asking for the letter answered. */
export type MagicLink = { readonly token: string } | { readonly requestId: string; readonly code: string };
/** What this server offers to whoever is not signed in. */
export type SignInWays = Schemas["SignInWays"];
/** A link from a provider to the reader's account. */
export type LinkedProvider = Schemas["LinkedProvider"];
export type SignInMethods = Schemas["SignInMethods"];
export type TotpSetUp = Schemas["TotpSetUp"];
export type TrustedDevice = Schemas["TrustedDevice"];

/** Everything that the server holds about a reader. */
export type DataExport = Schemas["DataExport"];

/** Registering; a guest becomes the account with all its conversations, unless `keepGuestChats` is `false`. */
export type Registration = Omit<Schemas["Registration"], "delivery"> & { keepGuestChats?: boolean };
export type VerificationRequired = Schemas["VerificationRequired"];
/** Signing in; a guest's conversations come along unless `keepGuestChats` is `false`. */
export type Credentials = Omit<Schemas["Login"], "delivery" | "keepGuestChats"> &
  Partial<Pick<Schemas["Login"], "keepGuestChats">>;
/** What proves an address: the token of a letter, or its code in the browser that registered. */
export type Verification = Omit<Schemas["Verification"], "delivery">;

/** A new password, with what a letter carried: its token, or its code and the request that it was asked for with. */
export type PasswordReset = Schemas["PasswordReset"];
export type PasswordChange = Schemas["PasswordChange"];
export type EmailChange = Schemas["EmailChange"];

export type Conversation = Schemas["Conversation"];
/** Markdown in answers, plain text in questions. */
export type Message = Schemas["Message"];
/** A place of the book that an answer rests on. */
export type Source = Message["sources"][number];
export type Question = Schemas["Question"];
/** A place in the reader's own conversations where searched words stand. */
export type ConversationMatch = Schemas["ConversationHit"];
/** Whether an answer helped. */
export type Rating = Schemas["Feedback"]["rating"];
/** Why a message is shown to the moderators. */
export type NewReport = Schemas["NewReport"];
/** A place of the book that the reader keeps. */
export type Bookmark = Schemas["Bookmark"];
export type NewBookmark = Schemas["NewBookmark"];
/** How much of a quota is used; `limit` until `resetAt`. A newer server may count something else, too. */
export type QuotaUsage = Omit<KnownQuotaUsage, "quota"> & { quota: KnownQuotaUsage["quota"] | (string & {}) };
type KnownQuotaUsage = Schemas["Usage"]["items"][number];
export type SearchResult = Schemas["SearchResults"]["items"][number];

/** One page of a list; `nextCursor` asks for the next, `null` ends it. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Every refusal that this version of the server knows. */
export type KnownProblemCode = Schemas["Problem"]["code"];
/** Everything that this version of the server finds wrong with a field. */
export type KnownFieldCode = NonNullable<Schemas["Problem"]["errors"]>[number]["code"];
/** A newer server may know more. */
export type ProblemCode = KnownProblemCode | (string & {});

export interface FieldProblem {
  field: string;
  code: KnownFieldCode | (string & {});
  /** For developers; readers get the catalogue's sentence for the code. */
  message: string;
}

/** A refusal of the server (RFC 9457). */
export type Problem = Omit<Schemas["Problem"], "code" | "errors"> & {
  code: ProblemCode;
  errors?: FieldProblem[];
};
