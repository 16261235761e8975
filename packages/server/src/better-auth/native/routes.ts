// Better Auth's own addresses, for its official clients. What an account, a session or a guest is, is
// decided by our services here as everywhere; Better Auth answers only what they have no part in. Every
// endpoint is named in `endpoints.ts`. See docs/decisions/023-native-endpoints.md.
import { Hono } from "hono";
import type { MagicLinks } from "../../accounts/magic-link.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { requireKnownRoute } from "../../http/known-routes.ts";
import { limitBody, readJson } from "../../http/read-json.ts";
import { type HandedOverRoutesDeps, handedOverRoutes } from "./handed-over-routes.ts";
import { magicLinkRoutes } from "./magic-link-routes.ts";
import { type PasskeyRoutesDeps, passkeyRoutes } from "./passkey-routes.ts";
import { type PasswordRoutesDeps, passwordRoutes } from "./password-routes.ts";
import { toNativeRefusal } from "./refusals.ts";
import { type SessionRoutesDeps, sessionRoutes } from "./session-routes.ts";
import { type SignInRoutesDeps, signInRoutes } from "./sign-in-routes.ts";
import { type SocialRoutesDeps, socialRoutes } from "./social-routes.ts";
import { type TwoFactorRoutesDeps, twoFactorRoutes } from "./two-factor-routes.ts";

export interface NativeRoutesDeps
  extends SignInRoutesDeps,
    SessionRoutesDeps,
    PasswordRoutesDeps,
    PasskeyRoutesDeps,
    TwoFactorRoutesDeps,
    SocialRoutesDeps,
    HandedOverRoutesDeps {
  /** Where letters may sign in. */
  readonly magicLinks: MagicLinks | undefined;
  /** The routes of the whole server. */
  readonly knownRoutes: Parameters<typeof requireKnownRoute>[0];
}

/** Mounted at `/api/auth`. */
export function nativeRoutes(deps: NativeRoutesDeps) {
  const app = new Hono<HttpEnv>();
  app.onError((error, c) => {
    const refusal = toNativeRefusal(error);
    if (!refusal) throw error;
    return c.json(refusal.body, refusal.status, { "cache-control": "no-store" });
  });
  app.use(requireKnownRoute(deps.knownRoutes), limitBody, readJson, async (c, next) => {
    await next();
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
  });
  app.route("/", signInRoutes(deps));
  app.route("/", sessionRoutes(deps));
  app.route("/", passwordRoutes(deps));
  app.route("/", passkeyRoutes(deps));
  app.route("/", twoFactorRoutes(deps));
  if (deps.magicLinks) app.route("/", magicLinkRoutes({ ...deps, magicLinks: deps.magicLinks }));
  app.route("/", socialRoutes(deps));
  app.route("/", handedOverRoutes(deps));
  return app;
}
