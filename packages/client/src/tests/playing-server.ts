import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Account, Session } from "../shapes.ts";

export interface Received {
  readonly call: string;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly lastEventId?: string | undefined;
  readonly body: unknown;
}

export type Play = (received: Received, response: ServerResponse) => void;

/** A server that keeps to the contract's side of sessions, and to whatever a test tells it for the next requests. */
export interface PlayingServer {
  readonly url: string;
  readonly received: Received[];
  /** Answers the next request of this kind, such as `POST /auth/login`, in another way than usual. */
  readonly next: (call: string, play: Play) => void;
  /** Answers every request of this kind that has no usual answer. */
  readonly always: (call: string, play: Play) => void;
  /** Makes every access token so far be refused with this code. */
  readonly refuseTokens: (code: string) => void;
  /** Seconds that access tokens live. */
  lifetime: number;
  /** Whose session the refresh cookie names. */
  reader: Account | null;
  readonly count: (call: string) => number;
  readonly close: () => Promise<void>;
}

export async function startPlayingServer(): Promise<PlayingServer> {
  const received: Received[] = [];
  const queued = new Map<string, Play[]>();
  const usual = new Map<string, Play>();
  const refused = new Map<string, string>();
  let minted = 0;

  const session = (account: Account): Session => {
    minted++;
    return {
      accessToken: `token-${minted}`,
      tokenType: "Bearer",
      expiresIn: server.lifetime,
      expiresAt: new Date(Date.now() + server.lifetime * 1000).toISOString(),
      refreshExpiresAt: new Date(Date.now() + 604_800_000).toISOString(),
      account,
    };
  };
  const signIn = (account: Account, status = 200): Play => {
    return (_, response) => {
      server.reader = account;
      response.setHeader("set-cookie", `bookplate=${account.id}; HttpOnly; Path=/`);
      json(response, status, session(account));
    };
  };

  usual.set("POST /auth/login", signIn(alice));
  usual.set("POST /auth/guest", signIn(guest, 201));
  usual.set("POST /auth/refresh", ({ cookie }, response) => {
    if (server.reader === null || cookie === undefined) problem(response, 401, "refresh-invalid");
    else json(response, 200, session(server.reader));
  });
  usual.set("POST /auth/logout", (_, response) => {
    server.reader = null;
    response.writeHead(204, { "set-cookie": "bookplate=; Max-Age=0; Path=/" }).end();
  });
  usual.set("GET /auth/session", (_, response) => json(response, 200, { sub: server.reader?.id }));
  usual.set("GET /me", (_, response) => json(response, 200, server.reader));

  const http = createServer(async (request, response) => {
    const entry = await read(request);
    received.push(entry);
    const play = queued.get(entry.call)?.shift();
    if (play !== undefined) return play(entry, response);
    const code = refused.get(entry.authorization?.replace("Bearer ", "") ?? "");
    if (code !== undefined) return problem(response, 401, code);
    const answer = usual.get(entry.call);
    if (answer === undefined) return problem(response, 404, "not-found");
    answer(entry, response);
  });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));

  const server: PlayingServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    received,
    lifetime: 900,
    reader: null,
    next: (call, play) => void queued.set(call, [...(queued.get(call) ?? []), play]),
    always: (call, play) => void usual.set(call, play),
    refuseTokens(code) {
      for (let index = 1; index <= minted; index++) refused.set(`token-${index}`, code);
    },
    count: (call) => received.filter((entry) => entry.call === call).length,
    close() {
      http.closeAllConnections();
      return new Promise((closed) => http.close(() => closed()));
    },
  };
  return server;
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

export function problem(response: ServerResponse, status: number, code: string, facts: object = {}): void {
  response.writeHead(status, { "content-type": "application/problem+json" }).end(
    JSON.stringify({
      type: "about:blank",
      title: code,
      status,
      code,
      detail: code,
      requestId: "r",
      ...facts,
    }),
  );
}

/** Drops the connection without an answer. */
export const hangUp: Play = (_, response) => void response.destroy();

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {
    call: `${request.method} ${request.url?.replace("/api/v1", "")}`,
    authorization: request.headers.authorization,
    cookie: request.headers.cookie,
    lastEventId: request.headers["last-event-id"]?.toString(),
    body: text === "" ? undefined : JSON.parse(text),
  };
}

const person = (id: string, role: Account["role"]): Account => ({
  id,
  email: role === "guest" ? null : `${id}@example.org`,
  emailVerified: role !== "guest",
  name: role === "guest" ? null : id,
  image: null,
  role,
  guest: role === "guest",
  twoFactor: false,
  createdAt: "2026-11-21T09:00:00.000Z",
  preferences: {
    theme: "system",
    language: "en",
    notifications: { security: true, product: false, replies: true },
  },
});

export const alice = person("alice", "user");
export const bob = person("bob", "user");
export const guest = person("guest", "guest");
