import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { actorOf, requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, problems } from "../http/schemas.ts";
import { adminUserDetailSchema, exampleAdminUserDetail } from "./detail-schemas.ts";
import { adminUserPageSchema, exampleAdminUser, userQuerySchema } from "./schemas.ts";
import type { AdminUsers } from "./users.ts";

export function adminUserRoutes(deps: { adminUsers: AdminUsers; requireSession: RequireSession }) {
  const { adminUsers } = deps;
  const staff = {
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [deps.requireSession, requirePermission("users.read")],
  };

  const listRoute = createRoute({
    ...staff,
    method: "get",
    path: "/admin/users",
    operationId: "listUsers",
    summary: "Who has an account, newest first, or who fits a search, best first",
    description:
      "For moderators and administrators. A search finds the beginning of a name, a surname, an address or a domain, and words with a slip " +
      "of one letter in them; case and accents do not matter. Moderators get masked addresses and find somebody by a whole address only, " +
      "never by a part of one. Without `role=guest` guests are left out.",
    request: { query: userQuerySchema },
    responses: {
      200: jsonAnswer("A page of people", adminUserPageSchema, {
        items: [exampleAdminUser],
        nextCursor: null,
      }),
      ...problems("insufficient-rank"),
    },
  });

  const readRoute = createRoute({
    ...staff,
    method: "get",
    path: "/admin/users/{id}",
    operationId: "readUser",
    summary: "One account or guest",
    description:
      "For moderators and administrators. How many chats there are, not what is in them. How somebody signs in and what they may ask in a day " +
      "is for administrators; moderators get `null` there, and a masked address.",
    request: { params: idParameter },
    responses: {
      200: jsonAnswer("The account or guest", adminUserDetailSchema, exampleAdminUserDetail),
      ...problems("insufficient-rank"),
    },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) => c.json(await adminUsers.list(actorOf(c), c.req.valid("query")), 200))
    .openapi(readRoute, async (c) =>
      c.json(await adminUsers.describe(actorOf(c), c.req.valid("param").id), 200),
    );
}
