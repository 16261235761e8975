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

export type Registration = Omit<Schemas["Registration"], "delivery">;
export type VerificationRequired = Schemas["VerificationRequired"];
/** Signing in; a guest's conversations come along unless `keepGuestChats` is `false`. */
export type Credentials = Omit<Schemas["Login"], "delivery" | "keepGuestChats"> &
  Partial<Pick<Schemas["Login"], "keepGuestChats">>;
/** What proves an address: the token of a letter, or its code in the browser that registered. */
export type Verification = Omit<Schemas["Verification"], "delivery">;

export type Conversation = Schemas["Conversation"];
/** Markdown in answers, plain text in questions. */
export type Message = Schemas["Message"];
/** A place of the book that an answer rests on. */
export type Source = Message["sources"][number];
export type Question = Schemas["Question"];
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
