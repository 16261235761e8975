import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { deviceOf } from "../http/device.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, plainText, problems } from "../http/schemas.ts";
import { exampleAccessToken } from "../sessions/examples.ts";
import type { Claims } from "./claims.ts";

const claimSchema = z
  .strictObject({
    guestToken: plainText({ min: 1, max: 4_000 }).optional().openapi({
      description: "A guest's access token; left out, the guest that the session remembers (`claimable`).",
    }),
  })
  .openapi("GuestClaim");

/** Answering the question whose a guest's conversations are. */
export function claimRoutes(deps: { claims: Claims; requireSession: RequireSession }) {
  const { claims, requireSession } = deps;

  const claimRoute = createRoute({
    method: "post",
    path: "/guests/claim",
    operationId: "claimGuest",
    summary: "Add what a guest has to the account",
    description:
      "Where a sign-in answered `claimable`: after a provider or a letter nothing is added by itself. Conversations, bookmarks and " +
      "what was asked today move, once for each guest; a repeat by the same account is answered as the first time.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    request: jsonBody(claimSchema, {
      "The guest that the session remembers": {},
      "A guest whose token is at hand": { guestToken: exampleAccessToken },
    }),
    responses: {
      200: jsonAnswer(
        "How many conversations moved",
        z.object({ merged: z.object({ conversations: z.int() }) }),
        {
          merged: { conversations: 2 },
        },
      ),
      ...problems("not-found", "guest-already-claimed"),
    },
  });

  const declineRoute = createRoute({
    method: "delete",
    path: "/guests/claim",
    operationId: "declineGuest",
    summary: "Leave what a guest has where it is",
    description: "The session forgets the guest. Repeating it is fine.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: { 204: { description: "Forgotten" } },
  });

  return createHttpApp()
    .openapi(claimRoute, async (c) => {
      const { guestToken } = c.req.valid("json");
      return c.json({ merged: await claims.claim(getPrincipal(c), guestToken, deviceOf(c)) }, 200);
    })
    .openapi(declineRoute, async (c) => {
      await claims.decline(getPrincipal(c));
      return c.body(null, 204);
    });
}
