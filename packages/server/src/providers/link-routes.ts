import { createRoute } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { requireStepUp } from "../http/require-step-up.ts";
import { idParameter, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { UnauthenticatedError } from "../sessions/errors.ts";
import { exampleProviderUrl, holdFlow } from "./routes.ts";
import {
  beginLinkSchema,
  beginningSchema,
  completeLinkSchema,
  exampleFlowCode,
  exampleLinkedProvider,
  linkedProviderSchema,
  providerToLinkParameter,
} from "./schemas.ts";
import type { Providers } from "./service.ts";

export interface LinkRoutesDeps {
  readonly providers: Providers;
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

/** A guest has no account that a provider could open: registering comes first. */
const requireAccount: RequireSession = (c, next) => {
  if (getPrincipal(c).guest) throw new UnauthenticatedError();
  return next();
};

/** A reader's own providers: to link one, and to remove a link. */
export function linkRoutes(deps: LinkRoutesDeps) {
  const { providers, clock, cookies, limit, requireSession } = deps;
  const sensitive = [requireSession, requireAccount, requireStepUp(clock)];

  const beginRoute = createRoute({
    method: "post",
    path: "/me/providers/{id}",
    operationId: "beginProviderLinking",
    summary: "Link a provider to the account",
    description:
      "Send the browser to `url`. It comes back to `returnTo` with `#provider=…&code=…` for `POST /me/providers`, or with " +
      "`#provider=…&problem=…`.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, requireAccount, limit("provider"), requireStepUp(clock)],
    request: {
      params: providerToLinkParameter,
      ...jsonBody(beginLinkSchema, { "From the account page": { returnTo: "/account" } }),
    },
    responses: {
      200: jsonAnswer("Where the browser goes", beginningSchema, { url: exampleProviderUrl }),
      ...problems("not-found", "step-up-required", "provider-failed"),
    },
  });

  const completeRoute = createRoute({
    method: "post",
    path: "/me/providers",
    operationId: "completeProviderLinking",
    summary: "Finish linking a provider",
    description:
      "With the code that the browser brought back, once, in the browser and the session that began. The account's owner gets a letter.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, requireAccount, limit("provider")],
    request: jsonBody(completeLinkSchema, { "In the session that began": { code: exampleFlowCode } }),
    responses: {
      201: jsonAnswer("The link", linkedProviderSchema, exampleLinkedProvider),
      ...problems("flow-invalid", "provider-linked-elsewhere"),
    },
  });

  const removeRoute = createRoute({
    method: "delete",
    path: "/me/providers/{id}",
    operationId: "unlinkProvider",
    summary: "Remove the link to a provider",
    description: "The last way to sign in stays. The account's owner gets a letter.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: sensitive,
    request: { params: idParameter },
    responses: {
      204: { description: "The provider does not open this account any more" },
      ...problems("not-found", "step-up-required", "last-sign-in-method"),
    },
  });

  return createHttpApp()
    .openapi(beginRoute, async (c) => {
      const { id: provider } = c.req.valid("param");
      const { userId, sessionId } = getPrincipal(c);
      const url = await providers.begin({
        provider,
        holder: holdFlow(c, deps),
        delivery: "cookie",
        linkedBy: { userId, sessionId },
        language: "en",
        returnTo: c.req.valid("json").returnTo,
      });
      return c.json({ url }, 200);
    })
    .openapi(completeRoute, async (c) => {
      const request = { ...c.req.valid("json"), holder: cookies.read(c, "provider"), device: deviceOf(c) };
      return c.json(await providers.links.complete(getPrincipal(c), request), 201);
    })
    .openapi(removeRoute, async (c) => {
      await providers.links.remove(getPrincipal(c), { ...c.req.valid("param"), device: deviceOf(c) });
      return c.body(null, 204);
    });
}
