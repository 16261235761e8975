import type { Handler } from "hono";
import type { Principal } from "../sessions/principal.ts";
import { uuidv7 } from "../uuid.ts";
import type { HttpEnv } from "./app-type.ts";

/**
 * The shortest way to an answer that is asked for with every page or request of others: for a token that
 * was verified lately, from no browser page. Everything else goes the ordinary way, refusals too, which
 * this one must not differ from; a test compares the two.
 */
export function createShortWay(deps: {
  recognise: (accessToken: string) => Principal | undefined;
  headers: Readonly<Record<string, string>>;
  otherwise: (request: Request, env: unknown) => Response | Promise<Response>;
}) {
  const { recognise, otherwise } = deps;
  const headers = {
    ...deps.headers,
    "content-type": "application/json",
    "cache-control": "no-store",
    vary: "Origin",
  };
  const respond = (body: string) => new Response(body, { headers: { ...headers, "x-request-id": uuidv7() } });

  /** @param answer - the body, as JSON; whatever it throws is left to the ordinary way */
  return function shortWay(answer: (principal: Principal) => string | Promise<string>): Handler<HttpEnv> {
    return (c) => {
      const ordinary = () => otherwise(c.req.raw, c.env);
      const authorization = c.req.header("authorization");
      if (c.req.header("origin") !== undefined || !authorization?.startsWith("Bearer ")) return ordinary();
      const principal = recognise(authorization.slice(7));
      if (!principal) return ordinary();
      const body = answer(principal);
      return typeof body === "string" ? respond(body) : body.then(respond, ordinary);
    };
  };
}
