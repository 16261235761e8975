// Better Auth's own addresses, for its official clients. What an account, a session or a guest is, is
// decided by our services here as everywhere; Better Auth answers only what they have no part in. Every
// endpoint is named in `endpoints.ts`. See docs/decisions/023-native-endpoints.md.
import { Hono } from "hono";
import type { HttpEnv } from "../../http/app-type.ts";
import { requireKnownRoute } from "../../http/known-routes.ts";
import { limitBody, readJson } from "../../http/read-json.ts";
import { type HandedOverRoutesDeps, handedOverRoutes } from "./handed-over-routes.ts";
import { passkeyRoutes } from "./passkey-routes.ts";
import { toNativeRefusal } from "./refusals.ts";
import { type SessionRoutesDeps, sessionRoutes } from "./session-routes.ts";
import { type SignInRoutesDeps, signInRoutes } from "./sign-in-routes.ts";

export interface NativeRoutesDeps extends SignInRoutesDeps, SessionRoutesDeps, HandedOverRoutesDeps {
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
  app.route("/", passkeyRoutes({ ...deps, passkeys: deps.native.passkeys }));
  app.route("/", handedOverRoutes(deps));
  return app;
}
