import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Guard } from "../../src/guard/guard.ts";
import type { Requirement } from "../../src/guard/options.ts";
import type { Answer } from "./browser.ts";

/** A service of somebody's own, with one guarded route for every method and path. */
export interface GuardedService {
  readonly url: string;
  ask(
    authorization?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Record<string, unknown>>>;
  stop(): Promise<void>;
}

export type StartGuarded = <Limit extends string>(
  guard: Guard<Limit>,
  requirement?: Requirement<Limit>,
) => Promise<GuardedService>;

export const startOnNode: StartGuarded = (guard, requirement) => {
  const asReader = guard.node(requirement);
  return toService(
    createServer((request, response) => {
      asReader(request, response, () => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(guard.findPrincipal(request) ?? {}));
      });
    }).listen(0, "127.0.0.1"),
  );
};

export const startOnHono: StartGuarded = (guard, requirement) => {
  const app = new Hono().all("/*", guard.hono(requirement), (c) => c.json(c.get("principal") ?? {}));
  return toService(serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }) as Server);
};

async function toService(server: Server): Promise<GuardedService> {
  if (!server.listening) await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async ask(authorization, headers = {}) {
      const given = authorization === undefined ? headers : { ...headers, authorization };
      const answer = await fetch(`${url}/notes?page=2`, { headers: given });
      const body = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, headers: answer.headers, body };
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
