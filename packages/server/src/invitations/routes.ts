import { createRoute } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import { actorOf, requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { checkStepUp } from "../http/require-step-up.ts";
import { idParameter, jsonAnswer, jsonBody, pageQuerySchema, problems } from "../http/schemas.ts";
import type { PreferencesService } from "../preferences/service.ts";
import { plainRole } from "./inviters.ts";
import {
  exampleInvitation,
  exampleInvitationUrl,
  invitationLinkSchema,
  invitationPageSchema,
  newInvitationSchema,
} from "./schemas.ts";
import type { Invitations } from "./service.ts";

export function invitationRoutes(deps: {
  readonly invitations: Invitations;
  readonly preferences: PreferencesService;
  readonly clock: Clock;
  readonly requireSession: RequireSession;
}) {
  const { invitations, preferences, clock, requireSession } = deps;
  const inviters = {
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, requirePermission("invitations.manage")],
  };

  const listRoute = createRoute({
    ...inviters,
    method: "get",
    path: "/admin/invitations",
    operationId: "listInvitations",
    summary: "Who was invited, newest first",
    description:
      "For administrators. Those that nobody has accepted yet, and for 90 days those that were accepted; what has run out is removed.",
    request: { query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of invitations", invitationPageSchema, {
        items: [exampleInvitation],
        nextCursor: null,
      }),
      ...problems("insufficient-rank"),
    },
  });

  const inviteRoute = createRoute({
    ...inviters,
    method: "post",
    path: "/admin/invitations",
    operationId: "invite",
    summary: "Invite somebody to make an account",
    description:
      "For administrators. The link makes one account, whatever `SIGN_UP` says except `closed`. With an address it is for that address " +
      "alone, and is mailed there. For another role than `user` the proof of who asks must be fresh. An invitation counts for as long as " +
      "whoever made it may invite.",
    request: jsonBody(newInvitationSchema, {
      "Whoever has the link": {},
      "A moderator, by letter": { email: "bob@example.org", role: "moderator", language: "de" },
      "Until a moment": { email: "bob@example.org", expiresAt: "2026-12-01T00:00:00.000Z" },
    }),
    responses: {
      201: jsonAnswer("The invitation", invitationLinkSchema, {
        id: exampleInvitation.id,
        url: exampleInvitationUrl,
      }),
      ...problems("insufficient-rank", "step-up-required", "sign-up-closed", "email-taken"),
    },
  });

  const withdrawRoute = createRoute({
    ...inviters,
    method: "delete",
    path: "/admin/invitations/{id}",
    operationId: "withdrawInvitation",
    summary: "Take an invitation back",
    description:
      "For administrators. Also whoever has begun to register with it gets no further by it. One that has been accepted is there no more to be taken back.",
    request: { params: idParameter },
    responses: { 204: { description: "It counts no more" }, ...problems("insufficient-rank") },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) => c.json(await invitations.list(c.req.valid("query")), 200))
    .openapi(inviteRoute, async (c) => {
      const { language, ...typed } = c.req.valid("json");
      if (typed.role !== plainRole) checkStepUp(c, clock);
      const actor = actorOf(c);
      const own = language ?? (await preferences.get(actor.userId)).language;
      const { id, url } = await invitations.invite(actor, { ...typed, language: own });
      return c.json({ id, url }, 201);
    })
    .openapi(withdrawRoute, async (c) => {
      await invitations.withdraw(actorOf(c), c.req.valid("param").id);
      return c.body(null, 204);
    });
}
