import type { SessionKeeper } from "../session.ts";
import type {
  Account,
  Credentials,
  PasswordChange,
  Registration,
  SecondFactorRequired,
  SecondStep,
  Session,
  SignInWays,
  Verification,
  VerificationRequired,
} from "../shapes.ts";
import type { Api } from "./api.ts";
import { accepted } from "./api.ts";
import type { ListQuery } from "./chats.ts";
import { createMagicLinkCalls, type MagicLinkCalls } from "./magic-link.ts";
import { createPasswordCalls, type PasswordCalls } from "./password.ts";
import { createProviderSignInCalls, type ProviderSignInCalls } from "./providers.ts";
import { createStepUpCalls, type StepUpCalls } from "./step-up.ts";

/** Somebody has signed in. */
export interface SignedIn {
  readonly status: "signed-in";
  readonly account: Account;
  /** How many of a guest's conversations the account has now: they moved into it, or the guest became the account. */
  readonly merged: number;
  /** How many wait for the reader's yes: 0 where only other things of the guest do, `null` where nothing waits. */
  readonly claimable: number | null;
  /** The account's role needs a second factor that is not there yet; until then it is a reader like any other. */
  readonly secondFactorMissing: boolean;
}

export interface AuthCalls extends MagicLinkCalls, PasswordCalls, ProviderSignInCalls, StepUpCalls {
  /** What this server offers to whoever is not signed in. */
  readonly ways: () => Promise<SignInWays>;
  /**
   * Registers; a guest of this browser keeps its conversations. `verification-required`: a letter is on its way if the
   * address can be registered, and the answer is the same if not.
   */
  readonly register: (registration: Registration) => Promise<SignedIn | VerificationRequired>;
  /** Sends another letter, if the address waits for one. */
  readonly resendVerification: (email: string) => Promise<void>;
  /** Proves the address and signs in. `password-needed` where this is not the browser that registered. */
  readonly verifyEmail: (verification: Verification) => Promise<SignedIn | SecondFactorRequired>;
  /** `second-factor-required`: the password was right, and `secondFactor` completes the sign-in within five minutes. */
  readonly login: (credentials: Credentials) => Promise<SignedIn | SecondFactorRequired>;
  /** The end of a sign-in that was asked for a second factor, whatever the first one was. */
  readonly secondFactor: (step: SecondStep) => Promise<SignedIn>;
  /**
   * Chooses another password and stays signed in here; every other device is signed out. Where there is no password
   * yet, or a second factor, it may be refused with `step-up-required`.
   */
  readonly changePassword: (change: PasswordChange) => Promise<SignedIn>;
  /** Signs out here at once and at the server as soon as it can be reached. Never rejects. */
  readonly logout: () => Promise<void>;
  /** Waits for the session to be restored. Rejects where the server cannot be asked. */
  readonly restore: () => Promise<void>;
}

/** For sign-ins of other subjects. */
export interface SessionTaker {
  readonly signIn: (received: Session) => SignedIn;
}

/** The refresh token is for the browser's cookie and never for a script. */
const delivery = "cookie";

export function createAuthCalls(
  api: Api,
  session: SessionKeeper,
): Omit<AuthCalls, "logout" | "restore"> & SessionTaker {
  function signIn(received: Session): SignedIn {
    session.adopt(received);
    return {
      status: "signed-in",
      account: received.account,
      merged: received.merged?.conversations ?? 0,
      claimable: received.claimable?.conversations ?? null,
      secondFactorMissing: received.secondFactorSetUpRequired === true,
    };
  }

  /** A guest who becomes the account keeps everything where it is, so that the server has nothing to tell of a move. */
  async function settle(received: Session, before: string | undefined): Promise<SignedIn> {
    const wasHere = before === received.account.id;
    const signedIn = signIn(received);
    return wasHere ? { ...signedIn, merged: await countConversations(api).catch(() => 0) } : signedIn;
  }

  /** Asked before the guest becomes an account: its session ends with that, which may be heard of before the answer. */
  async function readerNow(): Promise<string | undefined> {
    await session.accessToken();
    return session.reader();
  }

  const step = (received: Session | SecondFactorRequired) =>
    "accessToken" in received ? signIn(received) : received;

  return {
    async register({ keepGuestChats = true, ...registration }) {
      const body = { ...registration, delivery } as const;
      const as = keepGuestChats ? api.asGuest : api.anonymous;
      const before = await readerNow();
      const answer = accepted(await as.POST("/auth/register", { body }));
      return "accessToken" in answer ? settle(answer, before) : answer;
    },
    async resendVerification(email) {
      await api.anonymous.POST("/auth/verify-email/resend", { body: { email } });
    },
    async verifyEmail(verification) {
      const body = { ...verification, delivery } as const;
      const before = await readerNow();
      const answer = accepted(await api.asGuest.POST("/auth/verify-email", { body }));
      return answer.status === "verified" ? settle(answer.session, before) : answer;
    },
    async login(credentials) {
      const body = { keepGuestChats: true, ...credentials, delivery } as const;
      return step(accepted(await api.asGuest.POST("/auth/login", { body })));
    },
    async secondFactor(secondStep) {
      const body = { trustDevice: false, ...secondStep };
      return signIn(accepted(await api.anonymous.POST("/auth/second-factor", { body })));
    },
    async changePassword(body) {
      return signIn(accepted(await api.signed.POST("/auth/password/change", { body })));
    },
    ...createPasswordCalls(api),
    ...createStepUpCalls(api, session),
    ...createMagicLinkCalls(api, step),
    ...createProviderSignInCalls(api, step),
    ways: async () => accepted(await api.anonymous.GET("/auth/methods")),
    signIn,
  };
}

async function countConversations({ signed }: Api): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const query: ListQuery = { limit: 100, ...(cursor !== null && { cursor }) };
    const { items, nextCursor } = accepted(await signed.GET("/conversations", { params: { query } }));
    count += items.length;
    cursor = nextCursor;
  } while (cursor !== null);
  return count;
}
