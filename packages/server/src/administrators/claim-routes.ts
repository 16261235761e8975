import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import type { Deliver } from "../http/deliver-session.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { requireStepUp } from "../http/require-step-up.ts";
import { jsonAnswer, jsonBody, plainText, problems } from "../http/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import type { AdminClaims } from "./claims.ts";

const claimSchema = z
  .strictObject({
    key: plainText({ min: 1, max: 200 }).openapi({
      description: "From the fragment of the link that `bookplate admin link` prints.",
    }),
  })
  .openapi("AdminClaim");

const exampleKey = "7QxJ0mWkTz3sVb9YhRcE4nLpGdUaF2i8";

/** How the first administrator comes. */
export function adminClaimRoutes(deps: {
  adminClaims: AdminClaims;
  clock: Clock;
  deliver: Deliver;
  limit: LimitRequests;
  requireSession: RequireSession;
}) {
  const { adminClaims, clock, deliver, limit, requireSession } = deps;

  const claimRoute = createRoute({
    method: "post",
    path: "/admin/claim",
    operationId: "claimServer",
    summary: "Become an administrator with a link of the server's terminal",
    description:
      "Whoever runs the server prints the link: `bookplate admin link`. Its key counts once, for 30 minutes, and only the newest counts. " +
      "The answer is the same session with tokens of the new role; where that role needs a second factor which the account does not have " +
      "yet, `secondFactorSetUpRequired` says so. Other sessions of the account refresh theirs.",
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [limit("verify"), requireSession, requireStepUp(clock)],
    request: jsonBody(claimSchema, { "With the key of the link": { key: exampleKey } }),
    responses: {
      200: jsonAnswer("The session, as an administrator's", sessionSchema, {
        ...exampleSession,
        account: { ...exampleSession.account, role: "admin" },
      }),
      ...problems("token-invalid", "step-up-required", "insufficient-rank"),
    },
  });

  return createHttpApp().openapi(claimRoute, async (c) => {
    const { key } = c.req.valid("json");
    const grant = await adminClaims.claim(getPrincipal(c), key, deviceOf(c));
    return c.json(await deliver(c, grant), 200);
  });
}
