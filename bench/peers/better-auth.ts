// Stock Better Auth on Hono and Postgres, as its documentation sets it up, with its plugins for JWTs and bearers.
import { createRequire } from "node:module";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";

// The library is the server's dependency, not the bench's.
const ofServer = createRequire(new URL("../../packages/server/package.json", import.meta.url));
const load = async <T>(name: string): Promise<T> => (await import(ofServer.resolve(name))) as T;
const { betterAuth } = await load<{
  betterAuth: (options: object) => { handler(request: Request): Promise<Response> };
}>("better-auth");
const { jwt } = await load<{ jwt: () => object }>("better-auth/plugins/jwt");
const { bearer } = await load<{ bearer: () => object }>("better-auth/plugins/bearer");
const { getMigrations } = await load<{
  getMigrations: (options: object) => Promise<{ runMigrations(): Promise<void> }>;
}>("better-auth/db/migration");

const port = Number(process.env.PORT);
const database = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const options = {
  database,
  baseURL: `http://127.0.0.1:${port}`,
  secret: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
  telemetry: { enabled: false },
  logger: { level: "error" },
  emailAndPassword: { enabled: true },
  // By address; off where the load comes from one.
  rateLimit: { enabled: process.env.RATE_LIMIT === "on" },
  plugins: [jwt(), bearer()],
};
await (await getMigrations(options)).runMigrations();
const auth = betterAuth(options);

const app = new Hono()
  .get("/ready", (c) => c.text("ok"))
  .on(["GET", "POST"], "/api/auth/*", (c) => auth.handler(c.req.raw));
serve({ fetch: app.fetch, port, hostname: "127.0.0.1" });
