export type { AccountCalls } from "./calls/account.ts";
export type { AnswerEvent, AnswerSource } from "./calls/answer-stream.ts";
export type { AuthCalls, SignedIn } from "./calls/auth.ts";
export type { BookCalls } from "./calls/book.ts";
export type { ChatCalls, ListQuery } from "./calls/chats.ts";
export type { ReaderToken, ReaderTokenOptions } from "./calls/reader-token.ts";
export type { Calls } from "./calls.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export {
  ClientError,
  findProblem,
  isProblem,
  NetworkError,
  ProblemError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.ts";
export { accountOf, type SessionState } from "./session-state.ts";
export type {
  Account,
  Conversation,
  Credentials,
  Device,
  FieldProblem,
  KnownFieldCode,
  KnownProblemCode,
  Message,
  Page,
  Preferences,
  PreferencesUpdate,
  Problem,
  ProblemCode,
  ProfileUpdate,
  Question,
  Registration,
  Role,
  SearchResult,
  SecurityEvent,
  Session,
  Source,
  Verification,
  VerificationRequired,
} from "./shapes.ts";
