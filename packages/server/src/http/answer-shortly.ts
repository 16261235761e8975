import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { uuidv7 } from "../uuid.ts";
import type { HttpEnv } from "./app-type.ts";
import { headersForOrigin } from "./origin.ts";
import type { Problem } from "./problem.ts";
import { dataSecurityHeaders } from "./security-headers.ts";
import type { Asked, ShortAnswer, ShortWay } from "./short-ways.ts";

/**
 * Answers what the short way can answer straight from Node's request, which costs less than to make a web request and
 * response of it. Everything else goes the ordinary way, refusals too, which this one must not differ from; a test
 * compares the two. Whatever the short way throws is left to the ordinary one. What a crowd asks for when nothing is left
 * is refused here as well: a flood that costs as little as this keeps nobody else waiting.
 */
export function answerShortly(
  shortWay: ShortWay,
  options: {
    https: boolean;
    findAddress: (request: IncomingMessage) => string;
    /** Throws what is refused before anything is known of it. */
    refuse: (asked: Asked) => void;
    /** The answer to what was refused. */
    describe: (refusal: unknown, requestId: string) => Problem;
    allowedOrigins: readonly string[];
    /** The ordinary way. */
    app: Hono<HttpEnv>;
    host: string;
  },
): RequestListener {
  const { findAddress, refuse, describe, app, host } = options;
  const allowedOrigins = new Set(options.allowedOrigins);
  const otherwise = getRequestListener(app.fetch, { hostname: host });
  const always = Object.entries({ ...dataSecurityHeaders(options), vary: "Origin" }).flat();
  const ofAnswer = [...always, "content-type", "application/json", "cache-control", "no-store"];

  function respond(response: ServerResponse, { body, headers }: ShortAnswer): void {
    const own = ["x-request-id", uuidv7(), "content-length", String(Buffer.byteLength(body))];
    const more = headers === undefined ? own : [...own, ...Object.entries(headers).flat()];
    response.writeHead(200, [...ofAnswer, ...more]);
    // As text it leaves in one write together with the headers.
    response.end(body);
  }

  function respondWithProblem(response: ServerResponse, refusal: unknown, origin: string | undefined): void {
    const requestId = uuidv7();
    const { status, headers, body } = describe(refusal, requestId);
    const readable = origin === undefined ? {} : headersForOrigin(origin);
    const own = ["x-request-id", requestId, "content-length", String(Buffer.byteLength(body))];
    response.writeHead(status, [...always, ...own, ...Object.entries({ ...headers, ...readable }).flat()]);
    response.end(body);
  }

  return (request, response) => {
    const ordinary = () => otherwise(request, response);
    if (hasTwoAuthorizations(request.rawHeaders)) return ordinary();
    const asked: Asked = {
      method: request.method,
      path: request.url,
      headers: request.headers,
      findAddress: () => findAddress(request),
      readBody: () => readBody(request),
    };
    const { origin } = asked.headers;
    if (origin === undefined || allowedOrigins.has(origin)) {
      try {
        refuse(asked);
      } catch (refusal) {
        return respondWithProblem(response, refusal, origin);
      }
    }
    const answer = shortWay(asked);
    if (answer === undefined) return ordinary();
    if (!(answer instanceof Promise)) return respond(response, answer);
    answer.then((found) => (found === undefined ? ordinary() : respond(response, found)), ordinary);
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
