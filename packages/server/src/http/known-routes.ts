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
  let methodsOf: ((path: string) => ReadonlySet<string> | undefined) | undefined;
  return (c, next) => {
    methodsOf ??= compile(routes());
    const methods = methodsOf(c.req.path);
    if (!methods) throw new DomainError("not-found", "There is nothing at this address.");
    if (!methods.has(c.req.method)) {
      throw new DomainError("method-not-allowed", "This address knows other methods.", {
        allow: [...methods],
      });
    }
    return next();
  };
}

/** Fixed addresses are looked up; only the others are compared one by one. */
function compile(routes: readonly Route[]) {
  const byPath = new Map<string, Set<string>>();
  for (const { method, path } of routes) {
    if (method === "ALL" || path.includes("*")) continue;
    const methods = byPath.get(path) ?? new Set();
    byPath.set(path, methods.add(method));
    if (method === "GET") methods.add("HEAD");
  }
  const patterns = [...byPath]
    .filter(([path]) => path.includes(":"))
    .map(([path, methods]) => ({ pattern: toPattern(path), methods }));
  return (path: string): ReadonlySet<string> | undefined => {
    const fixed = byPath.get(path);
    if (fixed) return fixed;
    const methods = patterns
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((entry) => [...entry.methods]);
    return methods.length > 0 ? new Set(methods) : undefined;
  };
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/:[A-Za-z]+(\{[^}]*\})?/g, "[^/]+")}$`);
}
