import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import { actorOf, requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { requireStepUp } from "../http/require-step-up.ts";
import { idParameter, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { reasonSchema } from "../roles/schemas.ts";
import type { RoleChanges } from "../roles/service.ts";
import { adminUserSchema, exampleAdminUser } from "./schemas.ts";
import type { AdminUsers } from "./users.ts";

const roleChangeSchema = z
  .strictObject({
    role: z.string().openapi({
      description:
        "`user`, `moderator`, `admin`, or a role of this server's setting `ROLES`, exactly as it is written there.",
      example: "moderator",
    }),
    reason: reasonSchema,
  })
  .openapi("RoleChange");

export function roleRoutes(deps: {
  roles: Pick<RoleChanges, "change">;
  adminUsers: AdminUsers;
  clock: Clock;
  requireSession: RequireSession;
}) {
  const { roles, adminUsers, clock, requireSession } = deps;

  const changeRoute = createRoute({
    method: "put",
    path: "/admin/users/{id}/role",
    operationId: "changeRole",
    summary: "Give an account another role",
    description:
      "For administrators, after a step-up. It holds at every server within a second: tokens with the old role answer `token-stale`, and a " +
      "refresh brings the new one. Nobody acts on a role as high as their own or gives one, except administrators on administrators; the " +
      "last administrator who can act stays one. The reason stands in the audit and in the account's activity.",
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, requirePermission("users.change-role"), requireStepUp(clock)],
    request: {
      params: idParameter,
      ...jsonBody(roleChangeSchema, {
        "Trust somebody with reports": { role: "moderator", reason: "Looks after the chapters on optics." },
        "Take it back": { role: "user", reason: "Has left the team." },
      }),
    },
    responses: {
      200: jsonAnswer("The account as it is now", adminUserSchema, {
        ...exampleAdminUser,
        role: "moderator",
      }),
      ...problems("insufficient-rank", "last-admin", "step-up-required"),
    },
  });

  return createHttpApp().openapi(changeRoute, async (c) => {
    const actor = actorOf(c);
    const { id } = c.req.valid("param");
    await roles.change(actor, id, c.req.valid("json"));
    return c.json(await adminUsers.get(actor, id), 200);
  });
}
