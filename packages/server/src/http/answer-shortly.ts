import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { DomainError } from "../domain-error.ts";
import { uuidv7 } from "../uuid.ts";
import type { HttpEnv } from "./app-type.ts";
import { headersForOrigin } from "./origin.ts";
import type { Problem } from "./problem.ts";
import { dataSecurityHeaders } from "./security-headers.ts";
import type { Asked, ShortAnswer, ShortWay } from "./short-ways.ts";
import { createTurns } from "./turns.ts";

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
    /** Whether very many may ask for it at once: then one of them begins in a turn of the event loop. */
    isAskedByCrowds: (asked: Asked) => boolean;
    /** Why it is refused before anything is known of it; the same object for as long as it says the same. */
    findRefusal: (asked: Asked) => DomainError | undefined;
    /** The answer to what was refused. */
    describe: (refusal: DomainError, requestId: string) => Problem;
    allowedOrigins: readonly string[];
    /** The ordinary way. */
    app: Hono<HttpEnv>;
    host: string;
  },
): RequestListener {
  const { findAddress, isAskedByCrowds, findRefusal, app, host } = options;
  const allowedOrigins = new Set(options.allowedOrigins);
  const otherwise = getRequestListener(app.fetch, { hostname: host });
  const always = Object.entries({ ...dataSecurityHeaders(options), vary: "Origin" }).flat();
  const ofAnswer = [...always, "content-type", "application/json", "cache-control", "no-store"];

  const describe = describeOnce(options.describe);

  function respond(response: ServerResponse, { body, headers }: ShortAnswer): void {
    const bytes = Buffer.byteLength(body);
    const own = ["x-request-id", uuidv7(), "content-length", String(bytes)];
    const more = headers === undefined ? own : [...own, ...Object.entries(headers).flat()];
    response.writeHead(200, [...ofAnswer, ...more]);
    // As text it leaves in one write together with the headers; of ASCII alone, without being encoded.
    response.end(body, bytes === body.length ? "latin1" : "utf8");
  }

  function respondWithProblem(
    response: ServerResponse,
    refusal: DomainError,
    origin: string | undefined,
  ): void {
    const requestId = uuidv7();
    const { status, headers, bodyFor } = describe(refusal);
    const body = bodyFor(requestId);
    const readable = origin === undefined ? [] : Object.entries(headersForOrigin(origin)).flat();
    const own = ["x-request-id", requestId, "content-length", String(Buffer.byteLength(body))];
    response.writeHead(status, [...always, ...headers, ...own, ...readable]);
    response.end(body);
  }

  const inTurn = createTurns();

  /** Who has waited for a turn may be refused by then, which is cheap here. */
  function admit(asked: Asked, response: ServerResponse, ordinary: () => void): void {
    const { origin } = asked.headers;
    // What another origin is told is the ordinary way's to say.
    const isOurs = origin === undefined || allowedOrigins.has(origin);
    const refuse = () => {
      const refusal = isOurs ? findRefusal(asked) : undefined;
      if (refusal !== undefined) respondWithProblem(response, refusal, origin);
      return refusal !== undefined;
    };
    if (!refuse()) inTurn(() => refuse() || ordinary());
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
    if (isAskedByCrowds(asked)) return admit(asked, response, ordinary);
    const answer = shortWay(asked);
    if (answer === undefined) return ordinary();
    if (!(answer instanceof Promise)) return respond(response, answer);
    answer.then((found) => (found === undefined ? ordinary() : respond(response, found)), ordinary);
    return undefined;
  };
}

interface Described {
  readonly status: number;
  /** Names and values by turns. */
  readonly headers: readonly string[];
  readonly bodyFor: (requestId: string) => string;
}

/** Whoever is refused by the same object is told the same, but for the name of the request. */
function describeOnce(
  describe: (refusal: DomainError, requestId: string) => Problem,
): (refusal: DomainError) => Described {
  const known = new WeakMap<DomainError, Described>();
  return (refusal) => {
    const before = known.get(refusal);
    if (before) return before;
    const firstId = uuidv7();
    const { status, headers, body } = describe(refusal, firstId);
    const described = {
      status,
      headers: Object.entries(headers).flat(),
      bodyFor: (requestId: string) => body.replace(firstId, requestId),
    };
    known.set(refusal, described);
    return described;
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
