import { Hono } from "hono";
import { newToken } from "../../accounts/secrets.ts";
import type { Clock } from "../../clock.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { deviceOf } from "../../http/device.ts";
import type { LimitRequests } from "../../http/limit-requests.ts";
import { findGuestId, getPrincipal, type RequireSession } from "../../http/require-session.ts";
import { requireStepUp } from "../../http/require-step-up.ts";
import type { Providers } from "../../providers/service.ts";
import { NativeError } from "./errors.ts";
import { nativeBodies, readBody } from "./schemas.ts";

export interface SocialRoutesDeps {
  readonly clock: Clock;
  readonly providers: Providers;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

/**
 * Signing in with a provider, as Better Auth's clients ask for it. What the browser brings back is a code, for
 * `POST /api/v1/auth/social` together with the `proof` of this answer.
 */
export function socialRoutes({ clock, providers, limit, requireSession, optionalSession }: SocialRoutesDeps) {
  return new Hono<HttpEnv>()
    .post("/sign-in/social", limit("provider"), optionalSession, async (c) => {
      const typed = await readBody(c, nativeBodies.social);
      const holder = newToken();
      const url = await providers.begin({
        provider: typed.provider,
        holder,
        delivery: "body",
        guestId: findGuestId(c),
        language: "en",
        returnTo: typed.callbackURL,
        errorTo: typed.errorCallbackURL,
        invitation: typed.additionalData?.invitation,
      });
      return c.json({ url, redirect: typed.disableRedirect !== true, proof: holder }, 200);
    })
    .post("/unlink-account", requireSession, requireStepUp(clock), async (c) => {
      const { providerId, accountId } = await readBody(c, nativeBodies.unlink);
      const links = await providers.listLinks(getPrincipal(c).userId);
      const wanted = links.find(
        ({ id, provider }) =>
          (accountId === undefined || accountId === id) && (providerId === provider || accountId === id),
      );
      if (!wanted) throw new NativeError(400, "ACCOUNT_NOT_FOUND", "There is no such link.");
      await providers.links.remove(getPrincipal(c), { id: wanted.id, device: deviceOf(c) });
      return c.json({ status: true }, 200);
    });
}
