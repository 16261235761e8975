import { Hono } from "hono";
import type { Context } from "../context.ts";
import { pingDatabase } from "../database/ping.ts";
import type { HttpEnv } from "./app-type.ts";

/** How long a verifier may keep the keys before it looks again. */
const keysMaxAgeSeconds = 300;

/** What stands beside the API: is the process alive, can it work, and which keys do its tokens have. */
export function healthRoutes({ database, sessions }: Pick<Context, "database" | "sessions">) {
  return new Hono<HttpEnv>()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      await pingDatabase(database.db);
      return c.json({ status: "ok", database: database.kind });
    })
    .get("/.well-known/jwks.json", (c) => {
      c.header("cache-control", `public, max-age=${keysMaxAgeSeconds}`);
      c.header("access-control-allow-origin", "*");
      return c.json({ keys: sessions.publishedKeys() });
    });
}
