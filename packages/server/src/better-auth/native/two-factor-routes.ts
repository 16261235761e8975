import { type Context, Hono } from "hono";
import { TokenInvalidError } from "../../accounts/errors.ts";
import type { Accounts } from "../../accounts/service.ts";
import type { Clock } from "../../clock.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import type { Cookies } from "../../http/cookies.ts";
import { deviceOf } from "../../http/device.ts";
import type { KeyProofs } from "../../http/key-proofs.ts";
import type { LimitRequests } from "../../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../../http/require-session.ts";
import { InvalidCodeError, SecondFactorRestsError } from "../../second-factor/errors.ts";
import type { SecondFactor, SecondFactorMethod } from "../../second-factor/service.ts";
import { SessionEndedError } from "../../sessions/errors.ts";
import type { Principal } from "../../sessions/principal.ts";
import { NativeError } from "./errors.ts";
import { findNativeUser } from "./queries.ts";
import { nativeBodies, readBody } from "./schemas.ts";
import { toUser } from "./shapes.ts";
import { createNativeSignInAnswers, type NativeSignInAnswersDeps } from "./sign-in-answer.ts";
import { accessTokenHeader } from "./token-headers.ts";

export interface TwoFactorRoutesDeps extends NativeSignInAnswersDeps {
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly accounts: Accounts;
  readonly secondFactor: SecondFactor;
  readonly limit: LimitRequests;
  readonly keyProofs: KeyProofs;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

/**
 * The same second factor as under `/api/v1`. These clients show recovery codes before the app is confirmed, and ask
 * for a password where ours ask for a step-up; a right code within a session is one.
 */
export function twoFactorRoutes(deps: TwoFactorRoutesDeps) {
  const {
    database,
    clock,
    accounts,
    secondFactor,
    cookies,
    limit,
    keyProofs,
    requireSession,
    optionalSession,
  } = deps;
  const { setUp } = secondFactor;
  const answers = createNativeSignInAnswers(deps);

  const requireAccount: RequireSession = (c, next) => {
    if (getPrincipal(c).guest) throw new NativeError(401, "UNAUTHORIZED", "A guest has no second factor.");
    return next();
  };
  const ofAccount = [requireSession, requireAccount, limit("step-up")] as const;

  const prove = (c: Context<HttpEnv>, password: string | undefined) =>
    accounts.stepUp.prove(getPrincipal(c), { password }, deviceOf(c));

  async function requireUser({ userId }: Principal) {
    const user = await findNativeUser(database, userId);
    if (!user) throw new SessionEndedError();
    return user;
  }

  /** A sign-in that waits. The challenge comes as a cookie, or from an app that has none in the body. */
  async function finishSignIn(
    c: Context<HttpEnv>,
    shown: { method: SecondFactorMethod; code: string; trustDevice: boolean; challenge: string | undefined },
  ) {
    const challenge = shown.challenge ?? cookies.read(c, "secondFactor");
    if (challenge === undefined) throw new TokenInvalidError();
    const proof = await keyProofs.find(c);
    await proof?.spend();
    const { outcome, trusted } = await accounts.takeSecondStep({
      ...shown,
      challenge,
      browserProof: undefined,
      delivery: "body",
      keyThumbprint: proof?.thumbprint,
      device: deviceOf(c),
      trustedDevice: cookies.read(c, "trustedDevice"),
    });
    cookies.clear(c, "secondFactor");
    if (trusted) {
      cookies.set(c, "trustedDevice", trusted.token, { expiresAt: trusted.expiresAt, now: clock.now() });
    }
    const { body, headers } = await answers.outcome(outcome);
    return c.json(body, 200, headers);
  }

  /** Within a session: the end of a set-up, or else a step-up. */
  async function proveInSession(
    c: Context<HttpEnv>,
    principal: Principal,
    { method, code }: { method: SecondFactorMethod; code: string },
  ) {
    const device = deviceOf(c);
    const reader = await requireUser(principal);
    if (method === "totp" && !reader.twoFactorEnabled) {
      // Whoever knows the secret has seen it when it was asked for, with a proof.
      await setUp.confirm(principal, { code, device, recoveryCodes: "kept" });
      return c.json({ status: true, user: toUser(await requireUser(principal)) }, 200);
    }
    const { token } = await accounts.stepUp.perform(principal, { method, code }, device);
    c.header(accessTokenHeader, token);
    return c.json({ status: true, token, user: toUser(reader) }, 200);
  }

  async function verify(c: Context<HttpEnv>, method: SecondFactorMethod) {
    const { code, trustDevice = false, challenge } = await readBody(c, nativeBodies.secondFactorCode);
    const principal = c.get("principal");
    try {
      if (principal && !principal.guest) return await proveInSession(c, principal, { method, code });
      return await finishSignIn(c, { method, code, trustDevice, challenge });
    } catch (error) {
      throw toNativeError(error, method);
    }
  }

  return new Hono<HttpEnv>()
    .post("/two-factor/enable", ...ofAccount, async (c) => {
      const { password } = await readBody(c, nativeBodies.enableTwoFactor);
      if ((await requireUser(getPrincipal(c))).twoFactorEnabled) {
        throw new NativeError(400, "TOTP_ALREADY_ENABLED", "The second factor is on.");
      }
      await prove(c, password);
      const { otpauthUri, recoveryCodes } = await setUp.begin(getPrincipal(c));
      return c.json({ method: "totp", totpURI: otpauthUri, backupCodes: recoveryCodes }, 200);
    })
    .post("/two-factor/verify-totp", limit("second-factor"), optionalSession, (c) => verify(c, "totp"))
    .post("/two-factor/verify-backup-code", limit("second-factor"), optionalSession, (c) =>
      verify(c, "recovery-code"),
    )
    .post("/two-factor/generate-backup-codes", ...ofAccount, async (c) => {
      const { password } = await readBody(c, nativeBodies.passwordPerhaps);
      await prove(c, password);
      const backupCodes = await setUp.renewRecoveryCodes(getPrincipal(c), deviceOf(c));
      return c.json({ status: true, backupCodes }, 200);
    })
    .post("/two-factor/disable", ...ofAccount, async (c) => {
      const { password } = await readBody(c, nativeBodies.passwordPerhaps);
      await prove(c, password);
      await setUp.remove(getPrincipal(c), deviceOf(c));
      return c.json({ status: true }, 200);
    });
}

/** In the words that these clients look for. */
function toNativeError(error: unknown, method: SecondFactorMethod): unknown {
  if (error instanceof TokenInvalidError) {
    return new NativeError(401, "INVALID_TWO_FACTOR_COOKIE", "There is no sign-in that waits for a code.");
  }
  if (error instanceof InvalidCodeError) {
    return new NativeError(401, method === "totp" ? "INVALID_CODE" : "INVALID_BACKUP_CODE", error.message);
  }
  if (error instanceof SecondFactorRestsError) {
    return new NativeError(429, "ACCOUNT_TEMPORARILY_LOCKED", error.message);
  }
  return error;
}
