// The same service on Hono.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { guard } from "./guard.mjs";
import { keepNote, notesOf } from "./notes.mjs";

const { PORT = "7871" } = process.env;

const app = new Hono()
  .get("/whoami", guard.hono({ limit: "asking" }), (c) => {
    const { userId, role } = c.get("principal");
    return c.json({ id: userId, role });
  })
  .get("/notes", guard.hono({ role: "user", limit: "asking" }), (c) =>
    c.json(notesOf(c.get("principal").userId)),
  )
  .post("/notes", guard.hono({ role: "user", limit: ["asking", "notes"] }), async (c) =>
    c.json(keepNote(c.get("principal").userId, await c.req.text())),
  )
  .get("/desk", guard.hono({ permission: "reports.read", limit: "asking" }), (c) => c.json({ desk: "open" }));

const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: "127.0.0.1" }, () => {
  process.stdout.write(`http://localhost:${PORT}/whoami\n`);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.close());
