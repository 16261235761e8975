import { type Context, Hono } from "hono";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/database.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import type { Cookies } from "../../http/cookies.ts";
import type { SignInDelivery } from "../../http/deliver-sign-in.ts";
import { deviceOf } from "../../http/device.ts";
import type { LimitRequests } from "../../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../../http/require-session.ts";
import { requireStepUp } from "../../http/require-step-up.ts";
import { toNewPasskeyAnswer, toPasskeyAnswer } from "../../passkeys/answers.ts";
import { challengeLastsMs } from "../../passkeys/challenges.ts";
import { GuestWithoutPasskeysError, PasskeyRefusedError } from "../../passkeys/errors.ts";
import type { Passkeys } from "../../passkeys/service.ts";
import type { PasskeyTable } from "../../passkeys/tables.ts";
import { SessionEndedError } from "../../sessions/errors.ts";
import type { Sessions } from "../../sessions/service.ts";
import { findNativeSession, findNativeUser } from "./queries.ts";
import { nativeBodies, readBody } from "./schemas.ts";
import { toUser } from "./shapes.ts";
import { tokenHeaders } from "./token-headers.ts";

export interface PasskeyRoutesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly passkeys: Passkeys;
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly signInDelivery: SignInDelivery;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

const requireAccount: RequireSession = (c, next) => {
  if (getPrincipal(c).guest) throw new GuestWithoutPasskeysError();
  return next();
};

/** In the words of Better Auth's plugin, field by field. */
const toNativePasskey = ({ credentialId, lastUsedAt: _, ...passkey }: PasskeyTable) => ({
  ...passkey,
  credentialID: credentialId,
});

/** The same passkeys as under `/api/v1`. These clients keep a ceremony in a cookie, where ours hands its id back. */
export function passkeyRoutes(deps: PasskeyRoutesDeps) {
  const { database, clock, passkeys, sessions, cookies, signInDelivery, limit } = deps;
  const { requireSession, optionalSession } = deps;
  const ofFreshAccount = [requireSession, limit("passkey"), requireAccount, requireStepUp(clock)] as const;

  function begin<Options>(c: Context<HttpEnv>, begun: { requestId: string; options: Options }): Options {
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + challengeLastsMs);
    cookies.set(c, "passkey", begun.requestId, { expiresAt, now });
    return begun.options;
  }

  function finish(c: Context<HttpEnv>): string {
    const requestId = cookies.read(c, "passkey");
    if (requestId === undefined) throw new PasskeyRefusedError();
    cookies.clear(c, "passkey");
    return requestId;
  }

  async function answerSession(c: Context<HttpEnv>, sessionId: string) {
    const grant = await sessions.grantFor(sessionId);
    const [session, user] = await Promise.all([
      findNativeSession(database, sessionId),
      findNativeUser(database, grant.session.userId),
    ]);
    // Ended since its commit.
    if (!session || !user) throw new SessionEndedError();
    const body = {
      token: grant.accessToken.token,
      session: { ...session, token: session.id },
      user: toUser(user),
    };
    return c.json(body, 200, tokenHeaders(grant));
  }

  return new Hono<HttpEnv>()
    .get("/passkey/generate-register-options", ...ofFreshAccount, async (c) =>
      c.json(begin(c, await passkeys.addOptions(getPrincipal(c))), 200),
    )
    .post("/passkey/verify-registration", ...ofFreshAccount, async (c) => {
      const { response, name } = await readBody(c, nativeBodies.addPasskey);
      const requestId = finish(c);
      const proof = { ...toNewPasskeyAnswer(response), requestId, name, device: deviceOf(c) };
      return c.json(toNativePasskey(await passkeys.add(getPrincipal(c), proof)), 200);
    })
    .get("/passkey/generate-authenticate-options", limit("passkey"), optionalSession, async (c) =>
      c.json(begin(c, passkeys.signInOptions()), 200),
    )
    .post("/passkey/verify-authentication", limit("login"), optionalSession, async (c) => {
      const { response } = await readBody(c, nativeBodies.passkey);
      const requestId = finish(c);
      // No browser cookie: these clients keep their tokens themselves.
      const request = { ...(await signInDelivery.read(c, { delivery: "body" })), device: deviceOf(c) };
      const outcome = await passkeys.signIn({ requestId, answer: toPasskeyAnswer(response) }, request);
      // A passkey is both factors.
      if (outcome.status !== "signed-in") throw new PasskeyRefusedError();
      return answerSession(c, outcome.sessionId);
    })
    .get("/passkey/list-user-passkeys", requireSession, async (c) => {
      const own = await passkeys.listNative(getPrincipal(c).userId);
      return c.json(own.map(toNativePasskey), 200);
    })
    .post("/passkey/delete-passkey", requireSession, requireAccount, requireStepUp(clock), async (c) => {
      const { id } = await readBody(c, nativeBodies.passkeyId);
      await passkeys.remove(getPrincipal(c), { id, device: deviceOf(c) });
      return c.json({ status: true }, 200);
    })
    .post("/passkey/update-passkey", requireSession, requireAccount, async (c) => {
      const { id, name } = await readBody(c, nativeBodies.passkeyName);
      const renamed = await passkeys.rename(getPrincipal(c).userId, { id, name });
      return c.json({ passkey: toNativePasskey(renamed) }, 200);
    });
}
