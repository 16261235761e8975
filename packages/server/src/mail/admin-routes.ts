import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { jsonAnswer, problems } from "../http/schemas.ts";
import type { Outbox } from "./outbox.ts";
import { exampleOutboxLetter, outboxPageSchema, outboxQuerySchema } from "./outbox-schemas.ts";

export function mailAdminRoutes(deps: { outbox: Outbox; requireSession: RequireSession }) {
  const listRoute = createRoute({
    method: "get",
    path: "/admin/mail",
    operationId: "listLetters",
    summary: "Which letters were written and what became of them, newest first",
    description:
      "For administrators, of the last 30 days. What a letter says is not in it, and neither are its tokens and codes.",
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [deps.requireSession, requirePermission("mail.read")],
    request: { query: outboxQuerySchema },
    responses: {
      200: jsonAnswer("A page of letters", outboxPageSchema, {
        items: [exampleOutboxLetter],
        nextCursor: null,
      }),
      ...problems("insufficient-rank"),
    },
  });

  return createHttpApp().openapi(listRoute, async (c) =>
    c.json(await deps.outbox.list(c.req.valid("query")), 200),
  );
}
