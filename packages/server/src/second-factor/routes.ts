import { createRoute, z } from "@hono/zod-openapi";
import { typedPasswordSchema } from "../accounts/schemas.ts";
import type { Accounts } from "../accounts/service.ts";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { requireStepUp } from "../http/require-step-up.ts";
import { jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { NoSecondFactorError } from "./errors.ts";
import { anyCodeSchema, recoveryCodesSchema, totpCodeSchema, totpSetUpSchema } from "./schemas.ts";
import type { SecondFactor } from "./service.ts";

const removalSchema = z
  .strictObject({ password: typedPasswordSchema.optional(), code: anyCodeSchema.optional() })
  .openapi("SecondFactorRemoval");

const exampleRecoveryCodes = {
  recoveryCodes: ["7k3mz-p9qtx", "2hv8d-w4nfa", "c6yrb-5gj0e"],
};

export interface SecondFactorRoutesDeps {
  readonly secondFactor: SecondFactor;
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

/** Turning the second factor on and off. Guests have no account to protect: there is nothing here for them. */
export function secondFactorRoutes(deps: SecondFactorRoutesDeps) {
  const { secondFactor, accounts, clock, limit, requireSession } = deps;
  const { setUp } = secondFactor;
  const requireAccount: RequireSession = (c, next) => {
    if (getPrincipal(c).guest) throw new NoSecondFactorError();
    return next();
  };
  const own = { tags: ["account"], security: [{ accessToken: [] }] };
  const limited = [requireSession, requireAccount, limit("step-up")];
  const fresh = [requireSession, requireAccount, requireStepUp(clock)];

  const beginRoute = createRoute({
    ...own,
    method: "post",
    path: "/me/second-factor/totp",
    operationId: "beginTotp",
    summary: "Begin to set up an app for one-time codes",
    description:
      "Answers a new secret for the reader's app (RFC 6238: SHA-1, six digits, 30 seconds). Nothing changes until it is confirmed " +
      "within the hour; a factor that is on stays as it is until then. Needs a step-up.",
    middleware: fresh,
    responses: {
      200: jsonAnswer("What the reader's app needs", totpSetUpSchema, {
        secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        otpauthUri:
          "otpauth://totp/Bookplate:alice%40example.org?issuer=Bookplate&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30",
      }),
      ...problems("step-up-required", "not-found"),
    },
  });

  const confirmRoute = createRoute({
    ...own,
    method: "post",
    path: "/me/second-factor/totp/confirm",
    operationId: "confirmTotp",
    summary: "Turn the second factor on",
    description:
      "With a code of the app that was just set up. From now on every sign-in asks for one, and the reader's other sessions need a " +
      "step-up for sensitive acts; they go on otherwise (`DELETE /me/sessions` ends them). The owner gets a letter. Needs a step-up.",
    middleware: [...fresh, limit("step-up")],
    request: jsonBody(z.strictObject({ code: totpCodeSchema }), { "A code of the app": { code: "287082" } }),
    responses: {
      200: jsonAnswer(
        "It is on. These stand in for the app, once each",
        recoveryCodesSchema,
        exampleRecoveryCodes,
      ),
      ...problems("invalid-credentials", "step-up-required", "not-found"),
    },
  });

  const renewRoute = createRoute({
    ...own,
    method: "post",
    path: "/me/second-factor/recovery-codes",
    operationId: "renewRecoveryCodes",
    summary: "Make new recovery codes",
    description: "The old ones count no more. Needs a step-up.",
    middleware: fresh,
    responses: {
      200: jsonAnswer("New codes, once each", recoveryCodesSchema, exampleRecoveryCodes),
      ...problems("step-up-required", "not-found"),
    },
  });

  const removeRoute = createRoute({
    ...own,
    method: "delete",
    path: "/me/second-factor",
    operationId: "removeSecondFactor",
    summary: "Turn the second factor off",
    description:
      "After a step-up, or with a `code` in the same request. A password alone is not enough. Recovery codes and trusted devices " +
      "end with it, and the owner gets a letter.",
    middleware: limited,
    request: jsonBody(removalSchema, {
      "With a code": { code: "287082" },
      "With both": { password: "lantern orchard velvet nine", code: "287082" },
      "After a step-up": {},
    }),
    responses: {
      204: { description: "It is off, or was not on" },
      ...problems("invalid-credentials", "step-up-required", "not-found", "server-busy"),
    },
  });

  return createHttpApp()
    .openapi(beginRoute, async (c) => {
      const { secret, otpauthUri } = await setUp.begin(getPrincipal(c));
      return c.json({ secret, otpauthUri }, 200);
    })
    .openapi(confirmRoute, async (c) => {
      const { code } = c.req.valid("json");
      const shown = { code, device: deviceOf(c), recoveryCodes: "new" } as const;
      const recoveryCodes = [...(await setUp.confirm(getPrincipal(c), shown))];
      return c.json({ recoveryCodes }, 200);
    })
    .openapi(renewRoute, async (c) => {
      const recoveryCodes = [...(await setUp.renewRecoveryCodes(getPrincipal(c), deviceOf(c)))];
      return c.json({ recoveryCodes }, 200);
    })
    .openapi(removeRoute, async (c) => {
      const principal = getPrincipal(c);
      await accounts.stepUp.prove(principal, c.req.valid("json"), deviceOf(c));
      await setUp.remove(principal, deviceOf(c));
      return c.body(null, 204);
    });
}
