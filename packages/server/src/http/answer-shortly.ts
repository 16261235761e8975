import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { uuidv7 } from "../uuid.ts";
import { dataSecurityHeaders } from "./security-headers.ts";
import type { ShortWay } from "./short-ways.ts";

/**
 * Answers what the short way can answer straight from Node's request, which costs less than to make a web request and
 * response of it. Everything else goes the ordinary way, refusals too, which this one must not differ from; a test
 * compares the two. Whatever the short way throws is left to the ordinary one.
 */
export function answerShortly(
  shortWay: ShortWay,
  options: { https: boolean; otherwise: RequestListener },
): RequestListener {
  const { otherwise } = options;
  const always = Object.entries({
    ...dataSecurityHeaders(options),
    "content-type": "application/json",
    "cache-control": "no-store",
    vary: "Origin",
  }).flat();

  function respond(response: ServerResponse, body: string): void {
    const length = String(Buffer.byteLength(body));
    response.writeHead(200, [...always, "x-request-id", uuidv7(), "content-length", length]);
    // As text it leaves in one write together with the headers.
    response.end(body);
  }

  return (request, response) => {
    const ordinary = () => otherwise(request, response);
    if (hasTwoAuthorizations(request.rawHeaders)) return ordinary();
    const answer = shortWay({
      method: request.method,
      path: request.url,
      headers: request.headers,
      readBody: () => readBody(request),
    });
    if (answer === undefined) return ordinary();
    if (typeof answer === "string") return respond(response, answer);
    answer.then((body) => (body === undefined ? ordinary() : respond(response, body)), ordinary);
    return undefined;
  };
}

/** Node gives the first and drops the others. */
function hasTwoAuthorizations(rawHeaders: readonly string[]): boolean {
  let found = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (name.length === 13 && name.toLowerCase() === "authorization") found += 1;
  }
  return found > 1;
}

/** The body is left on the request as well, where the ordinary way looks for one that has been read. */
function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => {
      const rawBody = Buffer.concat(chunks);
      Object.assign(request, { rawBody });
      resolve(rawBody.toString("latin1"));
    });
  });
}
