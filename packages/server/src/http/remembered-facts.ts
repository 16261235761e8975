import type { Handler } from "hono";
import { toSessionFacts } from "../sessions/answer.ts";
import type { Principal } from "../sessions/principal.ts";
import { uuidv7 } from "../uuid.ts";
import type { HttpEnv } from "./app-type.ts";

/**
 * The shortest way to the answer that back ends ask for with every request of theirs: a token that was
 * verified lately, from no browser page. Everything else goes the ordinary way, which this one
 * must not differ from; a test compares the two.
 */
export function rememberedFacts(deps: {
  recognise: (accessToken: string) => Principal | undefined;
  headers: Readonly<Record<string, string>>;
  otherwise: (request: Request, env: unknown) => Response | Promise<Response>;
}): Handler<HttpEnv> {
  const { recognise } = deps;
  const headers = {
    ...deps.headers,
    "content-type": "application/json",
    "cache-control": "no-store",
    vary: "Origin",
  };
  const answers = new WeakMap<Principal, string>();

  return (c) => {
    const authorization = c.req.header("authorization");
    if (c.req.header("origin") !== undefined || !authorization?.startsWith("Bearer "))
      return deps.otherwise(c.req.raw, c.env);
    const principal = recognise(authorization.slice(7));
    if (!principal) return deps.otherwise(c.req.raw, c.env);
    let answer = answers.get(principal);
    if (answer === undefined) {
      answer = JSON.stringify(toSessionFacts(principal));
      answers.set(principal, answer);
    }
    return new Response(answer, { headers: { ...headers, "x-request-id": uuidv7() } });
  };
}
