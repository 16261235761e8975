import type {
  Account,
  Client,
  Credentials,
  MagicLink,
  PasskeyCalls,
  ProfileUpdate,
  Registration,
  SecondFactorRequired,
  SecondStep,
  SignedIn,
  Verification,
  VerificationRequired,
} from "@bookplate/client";
import { createContext, useContext } from "react";
import type { MessageOverrides } from "./words/overrides.ts";

/** How a dialog ended. */
export type CloseReason = "success" | "escape" | "outside" | "button" | "navigation";

/** Where the book's pages are; the letters' links and the forms without a script lead there. */
export interface Pages {
  readonly home: string;
  readonly login: string;
  readonly register: string;
  readonly verify: string;
  /** The page for a forgotten password; left out, no form leads there. */
  readonly forgot?: string;
  /** The page with the reader's account; left out, no menu leads there. */
  readonly account?: string;
}

/** What the book's author decides about the forms. */
export interface AuthSettings {
  /** BCP 47 tag of the page. */
  readonly language: string;
  readonly pages: Pages;
  /** Address of the local mailbox, offered after registering where the page itself is on this machine. */
  readonly mailbox: string | null;
  /** Characters that this server wants of a password at least. */
  readonly passwordMinimum: number;
  /** CSS selector of the part of the page that rests while a dialog is open. */
  readonly siteRoot: string;
  /** Goes to a page of the book without loading it anew, where the book can. */
  readonly navigate: (address: string) => void;
  readonly messages: MessageOverrides;
}

export interface AuthActions {
  readonly register: (registration: Registration) => Promise<SignedIn | VerificationRequired>;
  readonly verifyEmail: (verification: Verification) => Promise<SignedIn | SecondFactorRequired>;
  readonly resendVerification: (email: string) => Promise<void>;
  /** Answers `second-factor-required` where the account has a second factor; {@link secondFactor} goes on from there. */
  readonly login: (credentials: Credentials) => Promise<SignedIn | SecondFactorRequired>;
  /** @returns `null` where the reader gave up */
  readonly loginWithPasskey: PasskeyCalls["signIn"];
  readonly loginWithMagicLink: (proof: MagicLink) => Promise<SignedIn | SecondFactorRequired>;
  readonly secondFactor: (step: SecondStep) => Promise<SignedIn>;
  /** Finishes a sign-in that comes back from a provider. */
  readonly finishProvider: (code: string) => Promise<SignedIn | SecondFactorRequired>;
  readonly logout: () => Promise<void>;
  readonly updateProfile: (profile: ProfileUpdate) => Promise<Account>;
  /** Opens the dialog over the page. @returns how it ended */
  readonly openLogin: () => Promise<CloseReason>;
  readonly openRegister: () => Promise<CloseReason>;
  readonly close: (reason?: CloseReason) => void;
  /** Adds the conversations of {@link Auth.conversationsWaiting}, or leaves them where they are. */
  readonly answerWaiting: (add: boolean) => Promise<void>;
  /** Takes the notice of {@link Auth.conversationsAdded} or {@link Auth.endedBecause} away. */
  readonly dismissNotice: () => void;
}

/** Who is reading, and what they can do about it. */
export interface Auth extends AuthActions {
  readonly client: Client;
  readonly settings: AuthSettings;
  /** `unknown` in the static rendering and until the session is restored; `guest` means not signed in. */
  readonly status: "unknown" | "guest" | "user";
  /** The signed-in reader's account. */
  readonly account: Account | null;
  /** The identity of a guest who has asked something. */
  readonly guestAccount: Account | null;
  /** Set while the reader should be told that the session ended under their hands. */
  readonly endedBecause: "session-ended" | null;
  /** Set while the reader should be told how many of a guest's conversations came along. */
  readonly conversationsAdded: number | null;
  /** Set while a guest's things wait for the reader to say whose they are: how many conversations are among them. */
  readonly conversationsWaiting: number | null;
  readonly dialog: "login" | "register" | null;
  /** The address typed last, so that nobody types it twice. Kept in memory only. */
  readonly typedEmail: { current: string };
}

export const AuthContext = createContext<Auth | null>(null);

/**
 * The reader's session and what can be done about it.
 *
 * @throws Error outside an `AuthProvider`
 */
export function useAuth(): Auth {
  const auth = useContext(AuthContext);
  if (auth === null) {
    throw new Error(
      "useAuth() found no AuthProvider. Put <AuthProvider client={createClient()} language=…> around the component; in Docusaurus, list @bookplate/docusaurus-theme under `themes`.",
    );
  }
  return auth;
}
