import { type Context, Hono } from "hono";
import type { Accounts } from "../../accounts/service.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/database.ts";
import type { Guests } from "../../guests/service.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { deviceOf } from "../../http/device.ts";
import type { KeyProofs } from "../../http/key-proofs.ts";
import type { LimitRequests } from "../../http/limit-requests.ts";
import { findGuestId, type RequireSession } from "../../http/require-session.ts";
import { SessionEndedError } from "../../sessions/errors.ts";
import { uuidv7 } from "../../uuid.ts";
import type { StartedSession } from "./adopt-session.ts";
import { AlreadyGuestError } from "./errors.ts";
import { findNativeUser } from "./queries.ts";
import { nativeBodies, readBody } from "./schemas.ts";
import { toExpectedUser, toUser } from "./shapes.ts";
import { tokenHeaders } from "./token-headers.ts";

export interface SignInRoutesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly guests: Guests;
  readonly limit: LimitRequests;
  readonly keyProofs: KeyProofs;
  readonly optionalSession: RequireSession;
}

/** Signing up and in: the same services, limits and refusals as under `/api/v1/auth`. */
export function signInRoutes(deps: SignInRoutesDeps) {
  const { database, clock, accounts, guests, limit, keyProofs, optionalSession } = deps;
  const bindKey = (c: Context<HttpEnv>) => keyProofs.bind(c, "body");

  async function answerSession(c: Context<HttpEnv>, { grant, merged }: StartedSession) {
    const user = await findNativeUser(database, grant.session.userId);
    // Gone since its session began.
    if (!user) throw new SessionEndedError();
    const token = grant.accessToken.token;
    const body = { redirect: false, token, user: toUser(user), ...(merged && { merged }) };
    return c.json(body, 200, tokenHeaders(grant));
  }

  return new Hono<HttpEnv>()
    .post("/sign-up/email", limit("register"), optionalSession, async (c) => {
      const { email, name, password } = await readBody(c, nativeBodies.signUp);
      const request = { email, name, password, language: "en", guestId: findGuestId(c) };
      if (accounts.emailVerification === "off") {
        const keyThumbprint = await bindKey(c);
        const start = { delivery: "body", keyThumbprint, device: deviceOf(c) } as const;
        return answerSession(c, { grant: await accounts.registerAtOnce(request, start), merged: undefined });
      }
      const { proof } = await accounts.register(request);
      const user = toExpectedUser({ id: uuidv7(), email, name, at: clock.now() });
      return c.json({ token: null, user, registrationProof: proof }, 200);
    })
    .post("/sign-in/email", limit("login", { refundSuccess: true }), optionalSession, async (c) => {
      const { email, password } = await readBody(c, nativeBodies.signIn);
      const started = await accounts.login({
        email,
        password,
        delivery: "body",
        keyThumbprint: await bindKey(c),
        device: deviceOf(c),
        guestId: findGuestId(c),
        keepGuestChats: true,
        proof: undefined,
      });
      return answerSession(c, started);
    })
    .post("/sign-in/anonymous", limit("guest"), optionalSession, async (c) => {
      await readBody(c, nativeBodies.nothing);
      if (findGuestId(c) !== undefined) throw new AlreadyGuestError();
      const keyThumbprint = await bindKey(c);
      const grant = await guests.create({ delivery: "body", keyThumbprint, device: deviceOf(c) });
      return answerSession(c, { grant, merged: undefined });
    })
    .post("/send-verification-email", limit("letter"), async (c) => {
      const { email } = await readBody(c, nativeBodies.sendLetter);
      await accounts.resendVerification(email, undefined);
      return c.json({ status: true }, 200);
    });
}
