import type { SessionKeeper } from "../session.ts";
import type {
  Account,
  Credentials,
  Registration,
  Session,
  Verification,
  VerificationRequired,
} from "../shapes.ts";
import type { Api } from "./api.ts";
import { accepted } from "./api.ts";

/** Somebody has signed in. */
export interface SignedIn {
  readonly status: "signed-in";
  readonly account: Account;
  /** How many of a guest's conversations moved into the account. */
  readonly merged: number;
  /** How many wait for the reader's yes. */
  readonly claimable: number;
}

export interface AuthCalls {
  /**
   * Registers; a guest of this browser keeps its conversations. `verification-required`: a letter is on its way if the
   * address can be registered, and the answer is the same if not.
   */
  readonly register: (registration: Registration) => Promise<SignedIn | VerificationRequired>;
  /** Sends another letter, if the address waits for one. */
  readonly resendVerification: (email: string) => Promise<void>;
  /** Proves the address and signs in. `password-needed` where this is not the browser that registered. */
  readonly verifyEmail: (verification: Verification) => Promise<SignedIn>;
  readonly login: (credentials: Credentials) => Promise<SignedIn>;
  /** Signs out here at once and at the server as soon as it can be reached. Never rejects. */
  readonly logout: () => Promise<void>;
  /** Waits for the session to be restored. Rejects where the server cannot be asked. */
  readonly restore: () => Promise<void>;
}

/** The refresh token is for the browser's cookie and never for a script. */
const delivery = "cookie";

export function createAuthCalls(api: Api, session: SessionKeeper): Omit<AuthCalls, "logout"> {
  function signIn(received: Session): SignedIn {
    session.adopt(received);
    return {
      status: "signed-in",
      account: received.account,
      merged: received.merged?.conversations ?? 0,
      claimable: received.claimable?.conversations ?? 0,
    };
  }

  return {
    async register(registration) {
      const body = { ...registration, delivery } as const;
      const answer = accepted(await api.asGuest.POST("/auth/register", { body }));
      return "accessToken" in answer ? signIn(answer) : answer;
    },
    async resendVerification(email) {
      await api.anonymous.POST("/auth/verify-email/resend", { body: { email } });
    },
    async verifyEmail(verification) {
      const body = { ...verification, delivery } as const;
      return signIn(accepted(await api.asGuest.POST("/auth/verify-email", { body })).session);
    },
    async login(credentials) {
      const body = { keepGuestChats: true, ...credentials, delivery } as const;
      return signIn(accepted(await api.asGuest.POST("/auth/login", { body })));
    },
    async restore() {
      await api.restored();
    },
  };
}

/** Makes the guest identity of this browser, once, where nobody is here yet. */
export function createGuestMaker(api: Api, session: SessionKeeper): () => Promise<void> {
  let making: Promise<void> | null = null;

  async function make() {
    // A sign-out that the server has not heard of would bring the account back with the next refresh.
    await session.settle();
    if ((await api.restored()) !== null) return;
    session.adopt(accepted(await api.anonymous.POST("/auth/guest", { body: { delivery } })));
  }

  return () => {
    making ??= make().finally(() => {
      making = null;
    });
    return making;
  };
}
