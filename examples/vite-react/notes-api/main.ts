import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createTokenCheck } from "./access-token.ts";

const { PORT = "7870", BOOKPLATE_URL = "http://localhost:7860" } = process.env;
const maxBytes = 10_000;

interface Note {
  id: number;
  text: string;
}

/** In memory, to keep the example small. The key is the reader's id, which only a checked token tells. */
const notes = new Map<string, Note[]>();
const checkToken = createTokenCheck(BOOKPLATE_URL);
let lastId = 0;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== "/notes") return send(response, 404, { error: "not found" });
  const reader = await checkToken(request.headers.authorization);
  if (reader === null) {
    // RFC 6750: this is what tells the client to refresh the token and to ask once more.
    response.setHeader("www-authenticate", 'Bearer realm="notes", error="invalid_token"');
    return send(response, 401, { error: "sign in" });
  }
  const own = notes.get(reader.id) ?? [];
  if (request.method === "GET") return send(response, 200, own);
  if (request.method !== "POST") return send(response, 405, { error: "GET or POST" });
  const text = await readText(request);
  if (text === null) return send(response, 400, { error: "send { text }" });
  lastId++;
  const note = { id: lastId, text };
  notes.set(reader.id, [note, ...own]);
  send(response, 201, note);
}

async function readText(request: IncomingMessage): Promise<string | null> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > maxBytes) return null;
  }
  try {
    const { text } = JSON.parse(body);
    return typeof text === "string" && text.trim() !== "" ? text : null;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error}\n`);
    send(response, 503, { error: "try again" });
  });
});
server.listen(Number(PORT), "127.0.0.1", () => {
  process.stdout.write(`Notes on http://localhost:${PORT}/notes\n`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.close());
