import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { Deliver } from "../http/deliver-session.ts";
import { deviceOf } from "../http/device.ts";
import type { KeyProofs } from "../http/key-proofs.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { deliverySchema, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { exampleGuestSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import type { Guests } from "./service.ts";

export function guestRoutes(deps: {
  guests: Guests;
  deliver: Deliver;
  limit: LimitRequests;
  keyProofs: KeyProofs;
}) {
  const { guests, deliver, limit, keyProofs } = deps;

  const createGuestRoute = createRoute({
    method: "post",
    path: "/auth/guest",
    operationId: "createGuest",
    summary: "Become a guest",
    description:
      "For a reader's first message; never for a page view. Registering turns the guest into the account, signing in " +
      "brings the guest's chats along.",
    tags: ["sign-in"],
    security: [{}, { dpopProof: [] }],
    middleware: [limit("guest")],
    request: jsonBody(z.strictObject({ delivery: deliverySchema.default("cookie") }), {
      "For an app or a script: the refresh token in the answer": { delivery: "body" },
      "For a browser: the refresh token in a cookie": {},
    }),
    responses: {
      201: jsonAnswer("A guest's session", sessionSchema, exampleGuestSession),
      ...problems("unauthenticated"),
    },
  });

  return createHttpApp().openapi(createGuestRoute, async (c) => {
    const { delivery } = c.req.valid("json");
    const keyThumbprint = await keyProofs.bind(c, delivery);
    const grant = await guests.create({ delivery, keyThumbprint, device: deviceOf(c) });
    return c.json(await deliver(c, grant), 201);
  });
}
