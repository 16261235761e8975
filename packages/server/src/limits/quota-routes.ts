import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { actorOf, requirePermission } from "../http/require-permission.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { readerNetworkOf } from "../network.ts";
import type { QuotaDesk, ReaderReport } from "./quota-desk.ts";
import * as schemas from "./quota-schemas.ts";
import type { Quotas } from "./quotas.ts";

export function quotaRoutes(deps: {
  quotas: Pick<Quotas, "usage">;
  quotaDesk: Pick<QuotaDesk, "read" | "change">;
  requireSession: RequireSession;
}) {
  const { quotas, quotaDesk, requireSession } = deps;

  const usageRoute = createRoute({
    method: "get",
    path: "/me/usage",
    operationId: "readUsage",
    summary: "How much the reader may still ask today",
    description:
      "One item for each quota that is limited, none where nothing is. A guest shares a quota with the other guests of " +
      "its address: the tighter of the two is shown.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: { 200: jsonAnswer("The quotas of today", schemas.usagePageSchema, schemas.exampleUsage) },
  });

  const ofReader = {
    path: "/admin/users/{id}/quotas",
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, requirePermission("quotas.set")],
  };
  const readerQuotas = {
    200: jsonAnswer("The reader's quotas of today", schemas.readerQuotasSchema, schemas.exampleReaderQuotas),
    ...problems("insufficient-rank"),
  };

  const readRoute = createRoute({
    ...ofReader,
    method: "get",
    operationId: "readReaderQuotas",
    summary: "What a reader may ask in a day",
    description: "Of an account or a guest, with what was asked today. For administrators.",
    request: { params: idParameter },
    responses: readerQuotas,
  });

  const changeRoute = createRoute({
    ...ofReader,
    method: "put",
    operationId: "changeReaderQuotas",
    summary: "Give a reader limits of its own",
    description:
      "They hold at once and until they are taken back; a quota that is left out stays as it is. For a guest they hold instead of those " +
      "of its address. The day's budget of the whole server is not moved by it. For administrators; the reader sees it in the activity.",
    request: {
      params: idParameter,
      ...jsonBody(schemas.quotaChangeSchema, {
        "More questions": { messages: 1000 },
        "No more questions": { messages: 0 },
        "What everybody has": { messages: null, tokens: null },
      }),
    },
    responses: readerQuotas,
  });

  const show = ({ quotas: items }: ReaderReport) => ({ items: [...items], nextCursor: null });

  return createHttpApp()
    .openapi(usageRoute, async (c) => {
      const reader = { ownerId: getPrincipal(c).userId, network: readerNetworkOf(c.get("clientAddress")) };
      const states = await quotas.usage(reader);
      const items = states.map(({ quota, used, limit, limitOfAccounts, resetAt }) => ({
        quota,
        used,
        limit,
        ...(limitOfAccounts !== undefined && { limitOfAccounts }),
        resetAt: resetAt.toISOString(),
      }));
      return c.json({ items, nextCursor: null }, 200);
    })
    .openapi(readRoute, async (c) => c.json(show(await quotaDesk.read(c.req.valid("param").id)), 200))
    .openapi(changeRoute, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(show(await quotaDesk.change(id, c.req.valid("json"), actorOf(c))), 200);
    });
}
