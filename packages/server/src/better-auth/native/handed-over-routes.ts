import { Hono, type MiddlewareHandler } from "hono";
import type { Clock } from "../../clock.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { deviceOf } from "../../http/device.ts";
import type { KeyProofs } from "../../http/key-proofs.ts";
import type { LimitRequests } from "../../http/limit-requests.ts";
import { parsedBody } from "../../http/read-json.ts";
import type { RequireSession } from "../../http/require-session.ts";
import { requireStepUp } from "../../http/require-step-up.ts";
import { type HandedOver, handedOver } from "./endpoints.ts";
import type { NativeMount } from "./mount.ts";
import { requireAccount } from "./passkey-routes.ts";
import { nativeBodies, readBody } from "./schemas.ts";
import { tokenHeaders } from "./token-headers.ts";

export interface HandedOverRoutesDeps {
  readonly clock: Clock;
  readonly native: NativeMount;
  readonly limit: LimitRequests;
  readonly keyProofs: KeyProofs;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

const checkNewPasskey: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await readBody(c, nativeBodies.addPasskey);
  await next();
};

/** What Better Auth answers itself, each endpoint with what stands before it. */
export function handedOverRoutes(deps: HandedOverRoutesDeps) {
  const { native, limit, keyProofs, requireSession, optionalSession } = deps;
  const ofFreshAccount = [limit("verify"), requireSession, requireAccount, requireStepUp(deps.clock)];
  const guards: Record<HandedOver, readonly MiddlewareHandler<HttpEnv>[]> = {
    "GET /ok": [],
    "GET /get-session": [optionalSession],
    "GET /list-sessions": [requireSession],
    "GET /list-accounts": [requireSession],
    "GET /passkey/generate-register-options": ofFreshAccount,
    "POST /passkey/verify-registration": [...ofFreshAccount, checkNewPasskey],
    "GET /passkey/generate-authenticate-options": [limit("verify"), optionalSession],
    "POST /passkey/verify-authentication": [limit("login", { refundSuccess: true }), optionalSession],
    "GET /passkey/list-user-passkeys": [requireSession],
  };

  const app = new Hono<HttpEnv>();
  for (const endpoint of handedOver) {
    const [method = "", path = ""] = endpoint.split(" ");
    app.on(method, [path], ...guards[endpoint], async (c) => {
      const signsIn = endpoint === "POST /passkey/verify-authentication";
      const { status, body, cookies, started } = await native.answer({
        method,
        path,
        search: new URL(c.req.url).search,
        cookie: c.req.header("cookie"),
        body: method === "POST" ? await parsedBody(c) : undefined,
        principal: c.get("principal"),
        device: deviceOf(c),
        keyThumbprint: signsIn ? await keyProofs.bind(c, "body") : undefined,
      });
      const headers = new Headers({
        "content-type": "application/json",
        ...(started && tokenHeaders(started.grant)),
      });
      for (const cookie of cookies) headers.append("set-cookie", cookie);
      // Not as it is: the headers that were prepared for the answer would be lost.
      return c.newResponse(body, new Response(null, { status, headers }));
    });
  }
  return app;
}
