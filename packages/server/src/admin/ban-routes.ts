import { createRoute, z } from "@hono/zod-openapi";
import type { Bans } from "../bans/service.ts";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import { actorOf, requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { requireStepUp } from "../http/require-step-up.ts";
import { idParameter, jsonAnswer, jsonBody, problems, timestamp } from "../http/schemas.ts";
import { reasonSchema } from "../roles/schemas.ts";
import { adminUserSchema, exampleAdminUser } from "./schemas.ts";
import type { AdminUsers } from "./users.ts";

const banSchema = z
  .strictObject({
    reason: reasonSchema.openapi({
      description: "The account's owner reads it: in a letter and at the next sign-in.",
    }),
    until: timestamp.optional().openapi({ description: "Its end; without it, until somebody lifts it." }),
  })
  .openapi("Ban");

const liftSchema = z
  .strictObject({
    reason: reasonSchema.optional().openapi({ description: "The account's owner and the audit read it." }),
  })
  .openapi("BanLift");

const exampleBan = { reason: "Advertising in questions", until: "2026-11-28T09:00:00.000Z" };

export function banRoutes(deps: {
  bans: Bans;
  adminUsers: AdminUsers;
  clock: Clock;
  requireSession: RequireSession;
}) {
  const { bans, adminUsers, clock, requireSession } = deps;
  const ofAccount = {
    path: "/admin/users/{id}/ban",
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, requirePermission("users.ban", "users.ban-briefly"), requireStepUp(clock)],
  };

  const banRoute = createRoute({
    ...ofAccount,
    method: "put",
    operationId: "banAccount",
    summary: "Keep somebody out, for a while or until it is lifted",
    description:
      "After a step-up. All sessions of the account end at once, at every server, and its owner gets a letter; every way to sign in answers " +
      "`account-banned`. A second time replaces the ban. Moderators ban for 7 days at the most, and leave alone bans that are longer than " +
      "that; nobody bans a role as high as their own, except administrators; the last administrator who can act is not banned.",
    request: {
      params: idParameter,
      ...jsonBody(banSchema, {
        "For a week": exampleBan,
        "Until it is lifted": { reason: exampleBan.reason },
      }),
    },
    responses: {
      200: jsonAnswer("The account as it is now", adminUserSchema, {
        ...exampleAdminUser,
        status: "banned",
        ban: exampleBan,
      }),
      ...problems("insufficient-rank", "last-admin", "step-up-required"),
    },
  });

  const liftRoute = createRoute({
    ...ofAccount,
    method: "delete",
    operationId: "liftBan",
    summary: "Lift a ban before its end",
    description:
      "After a step-up. Nothing happens where there is no ban. A ban longer than 7 days was an administrator's, and moderators cannot lift " +
      "it: what counts is its whole length, not what is left of it. A body may say why; without one no reason is recorded.",
    request: {
      params: idParameter,
      ...jsonBody(liftSchema, { "Without a word": {}, "With a reason": { reason: "Has explained it." } }),
    },
    responses: {
      200: jsonAnswer("The account as it is now", adminUserSchema, exampleAdminUser),
      ...problems("insufficient-rank", "step-up-required"),
    },
  });

  return createHttpApp()
    .openapi(banRoute, async (c) => {
      const actor = actorOf(c);
      const { id } = c.req.valid("param");
      const { reason, until } = c.req.valid("json");
      await bans.ban(actor, id, { reason, until: until === undefined ? undefined : new Date(until) });
      return c.json(await adminUsers.get(actor, id), 200);
    })
    .openapi(liftRoute, async (c) => {
      const actor = actorOf(c);
      const { id } = c.req.valid("param");
      await bans.lift(actor, id, c.req.valid("json"));
      return c.json(await adminUsers.get(actor, id), 200);
    });
}
