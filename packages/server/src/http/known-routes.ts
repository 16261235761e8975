import type { MiddlewareHandler } from "hono";
import { DomainError } from "../domain-error.ts";
import type { HttpEnv } from "./app-type.ts";

interface Route {
  readonly method: string;
  readonly path: string;
}

/**
 * Answers 404 and 405 before anything else looks at the request: an unknown address is not told
 * about its body, and a known one names the methods it has.
 */
export function requireKnownRoute(routes: () => readonly Route[]): MiddlewareHandler<HttpEnv> {
  let table: readonly { pattern: RegExp; methods: Set<string> }[] | undefined;
  return async (c, next) => {
    table ??= compile(routes());
    const methods = new Set(
      table.filter(({ pattern }) => pattern.test(c.req.path)).flatMap((entry) => [...entry.methods]),
    );
    if (methods.size === 0) throw new DomainError("not-found", "There is nothing at this address.");
    if (!methods.has(c.req.method)) {
      throw new DomainError("method-not-allowed", "This address knows other methods.", {
        allow: [...methods],
      });
    }
    return next();
  };
}

function compile(routes: readonly Route[]) {
  const byPath = new Map<string, Set<string>>();
  for (const { method, path } of routes) {
    if (method === "ALL" || path.includes("*")) continue;
    const methods = byPath.get(path) ?? new Set();
    byPath.set(path, methods.add(method));
    if (method === "GET") methods.add("HEAD");
  }
  return [...byPath].map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/:[A-Za-z]+(\{[^}]*\})?/g, "[^/]+")}$`),
    methods,
  }));
}
