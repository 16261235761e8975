import type { Handler } from "hono";
import type { Principal } from "../sessions/principal.ts";
import { uuidv7 } from "../uuid.ts";
import type { HttpEnv } from "./app-type.ts";

const apiJson = "application/json";
/** Longer ones say more than a refresh needs. */
const maxBodyBytes = 1024;
/** Whatever else could say who asks, or through whom. */
const furtherCredentials = ["origin", "cookie", "authorization", "dpop", "transfer-encoding"];

export interface ShortWays {
  /** For a token that was verified lately. @param answer - the body, as JSON */
  forToken(answer: (principal: Principal) => string | Promise<string>): Handler<HttpEnv>;
  /** For a small body of JSON. @param answer - the body, as JSON; `undefined` where nothing was done yet */
  forBody(answer: (body: string) => Promise<string | undefined>): Handler<HttpEnv>;
}

/**
 * The shortest ways to answers that are asked for with every page or request of others, from no browser page.
 * Everything else goes the ordinary way, refusals too, which these must not differ from; a test compares the two.
 * Whatever an answer throws is left to the ordinary way.
 */
export function createShortWays(deps: {
  recognise: (accessToken: string) => Principal | undefined;
  headers: Readonly<Record<string, string>>;
  otherwise: (request: Request, env: unknown) => Response | Promise<Response>;
}): ShortWays {
  const { recognise, otherwise } = deps;
  const headers = { ...deps.headers, "content-type": apiJson, "cache-control": "no-store", vary: "Origin" };
  const respond = (body: string) => new Response(body, { headers: { ...headers, "x-request-id": uuidv7() } });

  return {
    forToken: (answer) => (c) => {
      const ordinary = () => otherwise(c.req.raw, c.env);
      const authorization = c.req.header("authorization");
      if (c.req.header("origin") !== undefined || !authorization?.startsWith("Bearer ")) return ordinary();
      const principal = recognise(authorization.slice(7));
      if (!principal) return ordinary();
      const body = answer(principal);
      return typeof body === "string" ? respond(body) : body.then(respond, ordinary);
    },

    forBody: (answer) => async (c) => {
      const length = Number(c.req.header("content-length") ?? Number.NaN);
      const isPlain =
        c.req.header("content-type") === apiJson &&
        length <= maxBodyBytes &&
        furtherCredentials.every((name) => c.req.header(name) === undefined);
      if (!isPlain) return otherwise(c.req.raw, c.env);
      const { url, method, headers } = c.req.raw;
      const body = await c.req.arrayBuffer();
      const answered = await answer(Buffer.from(body).toString("latin1")).catch(() => undefined);
      if (answered !== undefined) return respond(answered);
      return otherwise(new Request(url, { method, headers, body }), c.env);
    },
  };
}
