export type { AccountCalls } from "./calls/account.ts";
export type { AnswerEvent, AnswerSource } from "./calls/answer-stream.ts";
export type { AuthCalls, SignedIn } from "./calls/auth.ts";
export type { BookCalls } from "./calls/book.ts";
export type { BookmarkCalls } from "./calls/bookmarks.ts";
export type { ChatRecordCalls } from "./calls/chat-records.ts";
export type { ChatCalls, ListQuery } from "./calls/chats.ts";
export type { EmailCalls } from "./calls/email.ts";
export type { MagicLinkCalls } from "./calls/magic-link.ts";
export type { PasskeyCalls, PasskeySignInPrompt } from "./calls/passkeys.ts";
export type { PasswordCalls } from "./calls/password.ts";
export type { PersonalDataCalls } from "./calls/personal-data.ts";
export type { ProviderLinkCalls, ProviderReturn, ProviderSignInCalls } from "./calls/providers.ts";
export type { ReaderToken, ReaderTokenOptions } from "./calls/reader-token.ts";
export type { SecondFactorCalls } from "./calls/second-factor.ts";
export type { StepUpCalls } from "./calls/step-up.ts";
export type { UsageCalls } from "./calls/usage.ts";
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
  Bookmark,
  Conversation,
  ConversationMatch,
  Credentials,
  DataExport,
  Device,
  EmailChange,
  FieldProblem,
  KnownFieldCode,
  KnownProblemCode,
  LinkedProvider,
  MagicLink,
  Message,
  NewBookmark,
  NewReport,
  Page,
  Passkey,
  PasswordChange,
  PasswordReset,
  Preferences,
  PreferencesUpdate,
  Problem,
  ProblemCode,
  ProfileUpdate,
  Question,
  QuotaUsage,
  Rating,
  Registration,
  Role,
  SearchResult,
  SecondFactorRequired,
  SecondStep,
  SecurityEvent,
  Session,
  SignInMethods,
  SignInWays,
  Source,
  StepUpProof,
  TotpSetUp,
  TrustedDevice,
  Verification,
  VerificationRequired,
} from "./shapes.ts";
