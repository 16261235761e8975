import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "../context.ts";
import { pingDatabase } from "../database/ping.ts";
import { publishedKeysMaxAgeSeconds } from "../sessions/signing-key-life.ts";
import { createHttpApp } from "./app-type.ts";
import { jsonAnswer } from "./schemas.ts";

const open = { method: "get" as const, tags: ["operation"], security: [] };

const processRoute = createRoute({
  ...open,
  path: "/healthz",
  operationId: "checkProcess",
  summary: "Is the process alive?",
  description: "Answers without asking anything else, for whoever restarts processes.",
  responses: {
    200: jsonAnswer("It is", z.object({ status: z.literal("ok") }), { status: "ok" }),
  },
});

const readinessRoute = createRoute({
  ...open,
  path: "/readyz",
  operationId: "checkReadiness",
  summary: "Can the server work?",
  description:
    "Asks the database, for whoever sends requests here. `jobs` is `failing` while letters and cleaning have to wait, `mail` while this " +
    "server's letters are not taken by the mail server; they are kept and tried again. `notifications` is " +
    "`deaf` while this server may not hear what other servers revoke: it still answers, and asks the database about every access token " +
    "until it hears again.",
  responses: {
    200: jsonAnswer(
      "It can",
      z.object({
        status: z.literal("ok"),
        database: z.enum(["pglite", "postgres"]),
        jobs: z.enum(["running", "failing", "stopped"]),
        mail: z.enum(["sending", "failing"]),
        notifications: z.enum(["hearing", "deaf"]),
      }),
      { status: "ok", database: "postgres", jobs: "running", mail: "sending", notifications: "hearing" },
    ),
  },
});

const publishedKeysSchema = z
  .object({
    keys: z.array(
      z
        .object({
          kid: z.string(),
          kty: z.string(),
          crv: z.string(),
          x: z.string(),
          y: z.string(),
          alg: z.literal("ES256"),
          use: z.literal("sig"),
        })
        .openapi({ description: "A public key (RFC 7517)." }),
    ),
  })
  .openapi("PublishedKeys");

const keysRoute = createRoute({
  ...open,
  path: "/.well-known/jwks.json",
  operationId: "readSigningKeys",
  summary: "The keys that access tokens are verified with",
  description:
    "A service verifies an access token with these keys alone: ES256, `iss` and `aud` as this server was set up, `exp` in the future. " +
    "Keep them as long as `Cache-Control` says, and look again when a token names a `kid` that you do not know. Any origin may read them.",
  responses: {
    200: jsonAnswer("The public keys", publishedKeysSchema, {
      keys: [
        {
          kid: "01937b1c-0d3a-7f44-8a21-6b0f5d7c9e10",
          kty: "EC",
          crv: "P-256",
          x: "ZoPhP3gPgTSZCw4KgTipWQDbtROAa9_JxdF3CXX-Yak",
          y: "cvLopQ2xzHZGd-dewZIDVNzBAUurp5K4oFWBB0UQg5k",
          alg: "ES256",
          use: "sig",
        },
      ],
    }),
  },
});

/** What stands beside the API: is the process alive, can it work, and which keys do its tokens have. */
export function healthRoutes({
  database,
  jobs,
  mail,
  notifications,
  sessions,
}: Pick<Context, "database" | "jobs" | "mail" | "notifications" | "sessions">) {
  return createHttpApp()
    .openapi(processRoute, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(readinessRoute, async (c) => {
      await pingDatabase(database.db);
      return c.json(
        {
          status: "ok" as const,
          database: database.kind,
          jobs: jobs.state(),
          mail: mail.state(),
          notifications: notifications.isDeaf() ? ("deaf" as const) : ("hearing" as const),
        },
        200,
      );
    })
    .openapi(keysRoute, (c) => {
      c.header("cache-control", `public, max-age=${publishedKeysMaxAgeSeconds}`);
      c.header("access-control-allow-origin", "*");
      return c.json({ keys: [...sessions.signingKeys.published()] }, 200);
    });
}
