import { onTestFinished, vi } from "vitest";
import { type Client, type ClientOptions, createClient } from "../client.ts";
import { type PlayingServer, startPlayingServer } from "./playing-server.ts";

/** One browser at one server: its tabs share cookies and local storage. */
export interface Browser {
  readonly server: PlayingServer;
  readonly storage: Map<string, string>;
  /** Opens the book in a tab; its client has been started. */
  readonly openTab: (options?: Pick<ClientOptions, "apiOrigins">) => Client;
  /** Cookie and mark of a session that an earlier visit left. */
  readonly rememberSession: () => void;
}

export const MARK = "bookplate:/";

export async function openBrowser(): Promise<Browser> {
  const server = await startPlayingServer();
  const storage = new Map<string, string>();
  const stops: (() => void)[] = [];
  let cookie: string | undefined;
  vi.stubGlobal("localStorage", createStorage(storage));
  vi.stubGlobal("sessionStorage", createStorage(new Map()));
  onTestFinished(async () => {
    for (const stop of stops) stop();
    vi.unstubAllGlobals();
    await server.close();
  });

  // Node's fetch keeps no cookies.
  const withCookies: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookie !== undefined) headers.set("cookie", cookie);
    const response = await fetch(input, { ...init, headers });
    const [pair] = response.headers.get("set-cookie")?.split(";") ?? [];
    if (pair !== undefined) cookie = pair.endsWith("=") ? undefined : pair;
    return response;
  };

  return {
    server,
    storage,
    openTab(options) {
      const client = createClient({ baseUrl: server.url, storageKey: MARK, fetch: withCookies, ...options });
      stops.push(client.start());
      return client;
    },
    rememberSession() {
      cookie = "bookplate=before";
      storage.set(MARK, "1");
    },
  };
}

/** Behaves like `Storage` as far as `Object.keys` and the three calls go. */
function createStorage(entries: Map<string, string>): object {
  const calls = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  return new Proxy(calls, {
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: (target, key) =>
      entries.has(String(key))
        ? { enumerable: true, configurable: true, value: entries.get(String(key)) }
        : Reflect.getOwnPropertyDescriptor(target, key),
  });
}
