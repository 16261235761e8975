import type { SignInOutcome } from "../../accounts/sign-in.ts";
import type { Database } from "../../database/database.ts";
import { SessionEndedError } from "../../sessions/errors.ts";
import type { SessionGrant, Sessions } from "../../sessions/service.ts";
import { findNativeUser } from "./queries.ts";
import { toUser } from "./shapes.ts";
import { tokenHeaders } from "./token-headers.ts";

export interface NativeSignInAnswersDeps {
  readonly database: Database;
  readonly sessions: Sessions;
}

export interface NativeSignInAnswer {
  readonly body: object;
  readonly headers: Record<string, string>;
  /** A sign-in that waits for its second factor; these clients keep the challenge as a cookie. */
  readonly waiting?: { readonly challenge: string; readonly expiresAt: Date };
}

/** What a sign-in has come to, in the words of Better Auth's endpoints. */
export function createNativeSignInAnswers({ database, sessions }: NativeSignInAnswersDeps) {
  async function session(
    grant: SessionGrant,
    merged?: { conversations: number },
  ): Promise<NativeSignInAnswer> {
    const user = await findNativeUser(database, grant.session.userId);
    // Gone since its session began.
    if (!user) throw new SessionEndedError();
    const token = grant.accessToken.token;
    const body = { redirect: false, token, user: toUser(user), ...(merged && { merged }) };
    return { body, headers: tokenHeaders(grant) };
  }

  return {
    session,

    async outcome(outcome: SignInOutcome): Promise<NativeSignInAnswer> {
      if (outcome.status === "signed-in") {
        return session(await sessions.grantFor(outcome.sessionId), outcome.merged);
      }
      const { challenge, expiresAt, methods } = outcome;
      const twoFactorMethods = methods.filter((method) => method === "totp");
      return {
        body: { twoFactorRedirect: true, twoFactorMethods, challenge },
        headers: {},
        waiting: { challenge, expiresAt },
      };
    },
  };
}
