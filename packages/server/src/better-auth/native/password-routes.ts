import { type Context, Hono } from "hono";
import { InvalidCredentialsError } from "../../accounts/errors.ts";
import type { Accounts } from "../../accounts/service.ts";
import type { Database } from "../../database/database.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import type { Cookies } from "../../http/cookies.ts";
import type { Deliver } from "../../http/deliver-session.ts";
import { deviceOf, signInDevice } from "../../http/device.ts";
import type { LimitRequests } from "../../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../../http/require-session.ts";
import { SessionEndedError } from "../../sessions/errors.ts";
import type { SessionGrant } from "../../sessions/service.ts";
import { NativeError } from "./errors.ts";
import { findNativeUser } from "./queries.ts";
import { nativeBodies, readBody } from "./schemas.ts";
import { toUser } from "./shapes.ts";
import { accessTokenHeader, tokenHeaders } from "./token-headers.ts";

export interface PasswordRoutesDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly cookies: Cookies;
  readonly deliver: Deliver;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

/** A new password, by letter or signed in, and another address: the services and limits of `/api/v1`. */
export function passwordRoutes(deps: PasswordRoutesDeps) {
  const { database, accounts, cookies, deliver, limit, requireSession } = deps;

  /** A browser whose refresh token is a cookie gets the new one as a cookie; a script never sees it. */
  async function headersOf(c: Context<HttpEnv>, grant: SessionGrant): Promise<Record<string, string>> {
    if (grant.session.delivery === "body") return tokenHeaders(grant);
    await deliver(c, grant);
    return { [accessTokenHeader]: grant.accessToken.token };
  }

  return new Hono<HttpEnv>()
    .post("/request-password-reset", limit("letter"), async (c) => {
      const { email } = await readBody(c, nativeBodies.requestPasswordReset);
      const { requestId } = await accounts.forgotPassword(email, deviceOf(c));
      const message = "If this email exists in our system, check your email for the reset link";
      return c.json({ status: true, message, requestId }, 200);
    })
    .post("/reset-password", limit("reset"), async (c) => {
      const { token, newPassword } = await readBody(c, nativeBodies.resetPassword);
      await accounts.resetPassword({ token }, newPassword, deviceOf(c));
      return c.json({ status: true }, 200);
    })
    .post("/change-password", requireSession, limit("step-up"), async (c) => {
      const { currentPassword, newPassword } = await readBody(c, nativeBodies.changePassword);
      const change = { currentPassword, newPassword, device: signInDevice(c, cookies) };
      const grant = await accounts.changePassword(getPrincipal(c), change).catch((error: unknown) => {
        if (error instanceof InvalidCredentialsError)
          throw new NativeError(400, "INVALID_PASSWORD", error.message);
        throw error;
      });
      const user = await findNativeUser(database, grant.session.userId);
      if (!user) throw new SessionEndedError();
      const body = { token: grant.accessToken.token, user: toUser(user) };
      return c.json(body, 200, await headersOf(c, grant));
    })
    .post("/change-email", requireSession, limit("email-change"), async (c) => {
      const { newEmail } = await readBody(c, nativeBodies.changeEmail);
      await accounts.changeEmail(getPrincipal(c), { newEmail, device: deviceOf(c) });
      return c.json({ status: true }, 200);
    });
}
