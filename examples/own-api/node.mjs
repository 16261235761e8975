// The service on `node:http` alone. The guard's functions take a request, a response and what comes next, so they are
// middleware of Express too: `app.post("/notes", guard.node({ role: "user" }), handler)`.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { guard } from "./guard.mjs";
import { keepNote, notesOf } from "./notes.mjs";

const { PORT = "7871" } = process.env;

/** @typedef {import("@bookplate/server").NodeHandler} NodeHandler */
/** @typedef {import("@bookplate/server").NodeRequest} NodeRequest */
/** @typedef {{ guard: NodeHandler, answer: (request: NodeRequest) => unknown }} Route */

/** @type {Record<string, Route>} */
const routes = {
  "GET /whoami": {
    guard: guard.node({ limit: "asking" }),
    answer: (request) => {
      const { userId, role } = guard.principalOf(request);
      return { id: userId, role };
    },
  },
  "GET /notes": {
    guard: guard.node({ role: "user", limit: "asking" }),
    answer: (request) => notesOf(guard.principalOf(request).userId),
  },
  "POST /notes": {
    guard: guard.node({ role: "user", limit: ["asking", "notes"] }),
    answer: async (request) => keepNote(guard.principalOf(request).userId, await text(request)),
  },
  "GET /desk": {
    guard: guard.node({ permission: "reports.read", limit: "asking" }),
    answer: () => ({ desk: "open" }),
  },
};

const server = createServer((request, response) => {
  const route = routes[`${request.method} ${request.url}`];
  if (!route) {
    response.writeHead(404).end();
    return;
  }
  route.guard(request, response, async () => {
    try {
      const body = JSON.stringify(await route.answer(request));
      response.setHeader("content-type", "application/json").end(body);
    } catch {
      response.writeHead(500).end();
    }
  });
});

server.listen(Number(PORT), "127.0.0.1", () => {
  process.stdout.write(`http://localhost:${PORT}/whoami\n`);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.close());
