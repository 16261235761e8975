import { Hono } from "hono";
import type { Clock } from "../../clock.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { deviceOf } from "../../http/device.ts";
import { getPrincipal, type RequireSession } from "../../http/require-session.ts";
import { requireStepUp } from "../../http/require-step-up.ts";
import { GuestWithoutPasskeysError } from "./errors.ts";
import type { Passkeys } from "./passkeys.ts";
import { nativeBodies, readBody } from "./schemas.ts";

/** A guest has nothing that a passkey could open. */
export const requireAccount: RequireSession = (c, next) => {
  if (getPrincipal(c).guest) throw new GuestWithoutPasskeysError();
  return next();
};

export interface PasskeyRoutesDeps {
  readonly clock: Clock;
  readonly passkeys: Passkeys;
  readonly requireSession: RequireSession;
}

/** What a reader changes about passkeys that are there already. */
export function passkeyRoutes({ clock, passkeys, requireSession }: PasskeyRoutesDeps) {
  return new Hono<HttpEnv>()
    .post("/passkey/delete-passkey", requireSession, requireAccount, requireStepUp(clock), async (c) => {
      const { id } = await readBody(c, nativeBodies.passkeyId);
      await passkeys.remove(getPrincipal(c), { id, device: deviceOf(c) });
      return c.json({ status: true }, 200);
    })
    .post("/passkey/update-passkey", requireSession, requireAccount, async (c) => {
      const { id, name } = await readBody(c, nativeBodies.passkeyName);
      return c.json({ passkey: await passkeys.rename(getPrincipal(c).userId, { id, name }) }, 200);
    });
}
