import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { requireStepUp } from "../http/require-step-up.ts";
import { idParameter, jsonAnswer, jsonBody, pageQuerySchema, problems } from "../http/schemas.ts";
import { toNewPasskeyAnswer } from "./answers.ts";
import {
  exampleCreationOptions,
  exampleNewCredential,
  examplePasskey,
  exampleRequestId,
} from "./examples.ts";
import { toPasskey } from "./own-passkeys.ts";
import {
  creationOptionsSchema,
  newCredentialSchema,
  passkeyNameSchema,
  passkeyPageSchema,
  passkeySchema,
  requestIdSchema,
} from "./schemas.ts";
import type { Passkeys } from "./service.ts";

const newPasskeySchema = z
  .strictObject({
    requestId: requestIdSchema,
    credential: newCredentialSchema,
    name: passkeyNameSchema.optional(),
  })
  .openapi("NewPasskey");

const renameSchema = z.strictObject({ name: passkeyNameSchema }).openapi("PasskeyName");

export interface PasskeyRoutesDeps {
  readonly clock: Clock;
  readonly passkeys: Passkeys;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

/** A reader's own passkeys: adding, naming, removing. */
export function passkeyRoutes({ clock, passkeys, limit, requireSession }: PasskeyRoutesDeps) {
  const own = { tags: ["account"], security: [{ accessToken: [] }] };
  const sensitive = [requireSession, limit("passkey"), requireStepUp(clock)];

  const listRoute = createRoute({
    ...own,
    method: "get",
    path: "/me/passkeys",
    operationId: "listPasskeys",
    summary: "The reader's passkeys",
    description: "In the order in which they were added.",
    middleware: [requireSession],
    request: { query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of passkeys", passkeyPageSchema, { items: [examplePasskey], nextCursor: null }),
    },
  });

  const optionsRoute = createRoute({
    ...own,
    method: "post",
    path: "/me/passkeys/options",
    operationId: "passkeyCreationOptions",
    summary: "Begin to add a passkey",
    description:
      "Options for `navigator.credentials.create`. Needs a step-up. The authenticator must verify its user, and keep the " +
      "passkey so that a browser finds it without an address.",
    middleware: sensitive,
    responses: {
      200: jsonAnswer("What the browser needs", creationOptionsSchema, exampleCreationOptions),
      ...problems("step-up-required", "not-found"),
    },
  });

  const addRoute = createRoute({
    ...own,
    method: "post",
    path: "/me/passkeys",
    operationId: "addPasskey",
    summary: "Add a passkey",
    description:
      "With what the browser made of the options. Without a `name` it is called after its provider, where that is known. " +
      "The reader is told by a letter.",
    middleware: sensitive,
    request: jsonBody(newPasskeySchema, {
      "As the browser made it": { requestId: exampleRequestId, credential: exampleNewCredential },
      "With a name": { requestId: exampleRequestId, credential: exampleNewCredential, name: "Work laptop" },
    }),
    responses: {
      201: jsonAnswer("The passkey", passkeySchema, { ...examplePasskey, lastUsedAt: null }),
      ...problems("step-up-required", "passkey-refused", "not-found"),
    },
  });

  const renameRoute = createRoute({
    ...own,
    method: "patch",
    path: "/me/passkeys/{id}",
    operationId: "renamePasskey",
    summary: "Name a passkey",
    description: "The name is for the reader alone.",
    middleware: [requireSession],
    request: { params: idParameter, ...jsonBody(renameSchema, { "Another name": { name: "Work laptop" } }) },
    responses: {
      200: jsonAnswer("The passkey with its name", passkeySchema, examplePasskey),
      ...problems("not-found"),
    },
  });

  const removeRoute = createRoute({
    ...own,
    method: "delete",
    path: "/me/passkeys/{id}",
    operationId: "removePasskey",
    summary: "Remove a passkey",
    description:
      "It opens nothing from then on, and the reader is told by a letter. Needs a step-up. The last way to sign in stays.",
    middleware: [requireSession, requireStepUp(clock)],
    request: { params: idParameter },
    responses: {
      204: { description: "It is removed" },
      ...problems("step-up-required", "last-sign-in-method", "not-found"),
    },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) =>
      c.json(await passkeys.list(getPrincipal(c).userId, c.req.valid("query")), 200),
    )
    .openapi(optionsRoute, async (c) => c.json(await passkeys.addOptions(getPrincipal(c)), 200))
    .openapi(addRoute, async (c) => {
      const { requestId, credential, name } = c.req.valid("json");
      const added = await passkeys.add(getPrincipal(c), {
        ...toNewPasskeyAnswer(credential),
        requestId,
        name,
        device: deviceOf(c),
      });
      return c.json(toPasskey(added), 201);
    })
    .openapi(renameRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { name } = c.req.valid("json");
      return c.json(toPasskey(await passkeys.rename(getPrincipal(c).userId, { id, name })), 200);
    })
    .openapi(removeRoute, async (c) => {
      await passkeys.remove(getPrincipal(c), { id: c.req.valid("param").id, device: deviceOf(c) });
      return c.body(null, 204);
    });
}
