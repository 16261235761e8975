import { type Context, Hono } from "hono";
import type { Accounts } from "../../accounts/service.ts";
import type { Clock } from "../../clock.ts";
import type { Guests } from "../../guests/service.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import type { Cookies } from "../../http/cookies.ts";
import type { SignInDelivery } from "../../http/deliver-sign-in.ts";
import { deviceOf } from "../../http/device.ts";
import type { KeyProofs } from "../../http/key-proofs.ts";
import { type LimitRequests, limitIdentifier } from "../../http/limit-requests.ts";
import { findGuestId, type RequireSession } from "../../http/require-session.ts";
import { uuidv7 } from "../../uuid.ts";
import { AlreadyGuestError } from "./errors.ts";
import { nativeBodies, readBody } from "./schemas.ts";
import { toExpectedUser } from "./shapes.ts";
import { createNativeSignInAnswers, type NativeSignInAnswersDeps } from "./sign-in-answer.ts";

export interface SignInRoutesDeps extends NativeSignInAnswersDeps {
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly accounts: Accounts;
  readonly guests: Guests;
  readonly limit: LimitRequests;
  readonly keyProofs: KeyProofs;
  readonly signInDelivery: SignInDelivery;
  readonly optionalSession: RequireSession;
}

/** Signing up and in: the same services, limits and refusals as under `/api/v1/auth`. */
export function signInRoutes(deps: SignInRoutesDeps) {
  const { clock, accounts, guests, cookies, limit, keyProofs, signInDelivery, optionalSession } = deps;
  const answers = createNativeSignInAnswers(deps);
  const bindKey = (c: Context<HttpEnv>) => keyProofs.bind(c, "body");

  return new Hono<HttpEnv>()
    .post("/sign-up/email", limit("register"), optionalSession, async (c) => {
      const { email, name, password, invitation } = await readBody(c, nativeBodies.signUp);
      const request = { email, name, password, invitation, language: "en", guestId: findGuestId(c) };
      if (accounts.emailVerification === "off") {
        const keyThumbprint = await bindKey(c);
        const start = { delivery: "body", keyThumbprint, device: deviceOf(c) } as const;
        const { body, headers } = await answers.session(await accounts.registerAtOnce(request, start));
        return c.json(body, 200, headers);
      }
      const { proof } = await accounts.register(request);
      const user = toExpectedUser({ id: uuidv7(), email, name, at: clock.now() });
      return c.json({ token: null, user, registrationProof: proof }, 200);
    })
    .post("/sign-in/email", limit("password"), optionalSession, async (c) => {
      const { email, password } = await readBody(c, nativeBodies.signIn);
      await limitIdentifier(c, "password", email);
      // No browser cookie: these clients keep their tokens themselves.
      const signIn = { ...(await signInDelivery.read(c, { delivery: "body" })), device: deviceOf(c) };
      const outcome = await accounts.login({ email, password, proof: undefined, signIn });
      const { body, headers, waiting } = await answers.outcome(outcome);
      // These clients send no challenge along with the code.
      if (waiting) {
        const { challenge, expiresAt } = waiting;
        cookies.set(c, "secondFactor", challenge, { expiresAt, now: clock.now() });
      }
      return c.json(body, 200, headers);
    })
    .post("/sign-in/anonymous", limit("guest"), optionalSession, async (c) => {
      await readBody(c, nativeBodies.nothing);
      if (findGuestId(c) !== undefined) throw new AlreadyGuestError();
      const keyThumbprint = await bindKey(c);
      const grant = await guests.create({ delivery: "body", keyThumbprint, device: deviceOf(c) });
      const { body, headers } = await answers.session(grant);
      return c.json(body, 200, headers);
    })
    .post("/send-verification-email", limit("letter"), async (c) => {
      const { email } = await readBody(c, nativeBodies.sendLetter);
      await accounts.resendVerification(email, undefined);
      return c.json({ status: true }, 200);
    });
}
