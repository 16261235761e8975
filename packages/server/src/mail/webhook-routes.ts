import { createRoute } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { Webhook } from "standardwebhooks";
import type { Secret } from "../config/secret.ts";
import { createHttpApp, type HttpEnv } from "../http/app-type.ts";
import { jsonBody, problems } from "../http/schemas.ts";
import { UnauthenticatedError } from "../sessions/errors.ts";
import type { Deliveries } from "./deliveries.ts";
import { readResendReport } from "./resend-report.ts";
import { resendReportSchema } from "./resend-schemas.ts";

/** Only where an operator has set the secret: whoever could report freely would silence addresses. */
export function webhookRoutes(deps: { readonly deliveries: Deliveries; readonly secret: Secret }) {
  const route = createRoute({
    method: "post",
    path: "/mail/webhooks/resend",
    operationId: "reportDelivery",
    summary: "What became of letters, from Resend",
    description:
      "For Resend alone: the request is signed with `RESEND_WEBHOOK_SECRET` (headers `svix-id`, `svix-timestamp`, `svix-signature`, at " +
      "most five minutes old). A report counts once. After a bounce or a complaint no letter goes to the address for a while.",
    tags: ["operation"],
    security: [],
    middleware: [requireSignature(deps.secret)],
    request: jsonBody(resendReportSchema, {
      "A letter bounced": {
        type: "email.bounced",
        created_at: "2026-11-21T09:30:00.000Z",
        data: {
          tags: { bookplate_letter: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" },
          bounce: { type: "Permanent" },
        },
      },
    }),
    responses: {
      204: { description: "Noted, or of no interest here" },
      ...problems("unauthenticated"),
    },
  });

  return createHttpApp().openapi(route, async (c) => {
    const report = readResendReport(c.req.header("svix-id") ?? "", c.req.valid("json"));
    if (report) await deps.deliveries.note(report);
    return c.body(null, 204);
  });
}

/** The signature of Standard Webhooks, under the header names of its origin. */
function requireSignature(secret: Secret): MiddlewareHandler<HttpEnv> {
  const webhook = new Webhook(secret.reveal());
  return async (c, next) => {
    const header = (name: string) => c.req.header(`svix-${name}`) ?? "";
    try {
      webhook.verify(await c.req.text(), {
        "webhook-id": header("id"),
        "webhook-timestamp": header("timestamp"),
        "webhook-signature": header("signature"),
      });
    } catch {
      throw new UnauthenticatedError("The report is not signed by whoever may report.");
    }
    await next();
  };
}
