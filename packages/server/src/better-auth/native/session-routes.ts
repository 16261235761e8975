import { type Context, Hono } from "hono";
import type { Accounts } from "../../accounts/service.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { deviceOf } from "../../http/device.ts";
import type { KeyProofs } from "../../http/key-proofs.ts";
import { getPrincipal, type RequireSession, readAccessToken } from "../../http/require-session.ts";
import { uuid } from "../../http/schemas.ts";
import { SessionNotFoundError, UnauthenticatedError } from "../../sessions/errors.ts";
import type { Sessions } from "../../sessions/service.ts";
import { publishedKeysMaxAgeSeconds } from "../../sessions/signing-key-life.ts";
import { nativeBodies, readBody } from "./schemas.ts";

export interface SessionRoutesDeps {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly keyProofs: KeyProofs;
  readonly requireSession: RequireSession;
}

/** Ending sessions, each with its revocation, and what a signed-in reader changes of the profile. */
export function sessionRoutes({ accounts, sessions, keyProofs, requireSession }: SessionRoutesDeps) {
  /** Also with a token that has expired, or whose session is over: then there is nothing left to end. */
  async function endSessions(c: Context<HttpEnv>, options: { everywhere: boolean }): Promise<boolean> {
    const presented = await readAccessToken(c, keyProofs);
    if (!presented) return false;
    await sessions.logout({ refreshTokens: [], ...presented }, { ...options, device: deviceOf(c) });
    return true;
  }

  return new Hono<HttpEnv>()
    .post("/sign-out", async (c) => {
      await endSessions(c, { everywhere: false });
      return c.json({ success: true }, 200);
    })
    .post("/revoke-sessions", async (c) => {
      if (!(await endSessions(c, { everywhere: true }))) throw new UnauthenticatedError();
      return c.json({ status: true }, 200);
    })
    .post("/revoke-session", requireSession, async (c) => {
      const { token } = await readBody(c, nativeBodies.revokeSession);
      try {
        if (uuid.safeParse(token).success) await sessions.devices.end(getPrincipal(c), token, deviceOf(c));
      } catch (error) {
        // Better Auth says yes to whatever is no session of the reader's, and its clients expect it.
        if (!(error instanceof SessionNotFoundError)) throw error;
      }
      return c.json({ status: true }, 200);
    })
    .post("/revoke-other-sessions", requireSession, async (c) => {
      await sessions.devices.endOthers(getPrincipal(c), deviceOf(c));
      return c.json({ status: true }, 200);
    })
    .post("/update-user", requireSession, async (c) => {
      await accounts.profile.update(getPrincipal(c).userId, await readBody(c, nativeBodies.updateUser));
      return c.json({ status: true }, 200);
    })
    .get("/jwks", (c) =>
      c.json({ keys: [...sessions.signingKeys.published()] }, 200, {
        "cache-control": `public, max-age=${publishedKeysMaxAgeSeconds}`,
      }),
    );
}
