import { Socket } from "node:net";
import pg from "pg";
import type { Secret } from "../config/secret.ts";

const connectTimeoutMs = 5_000;
const firstPauseMs = 200;
const longestPauseMs = 2_000;

export interface Listener {
  /** Gives the connection up, whatever it thinks of itself, and makes another. */
  reconnect(): void;
  close(): Promise<void>;
}

export interface ListenerEvents {
  notification(payload: string): void;
  /** After each connection, the first too: what was said meanwhile has to be looked up. */
  connected(): void;
  /** Nothing arrives from now on, until `connected`. */
  disconnected?(): void;
}

/**
 * A connection of its own that listens on a channel, and connects again whenever it breaks.
 *
 * @param url - of the database itself: a pooler that lends connections by transaction forgets who listens
 * @throws what the first connection meets
 */
export async function listen(url: Secret, channel: string, on: ListenerEvents): Promise<Listener> {
  let closed = false;
  let current: { client: pg.Client; socket: Socket } | undefined;
  let retry: NodeJS.Timeout | undefined;
  let pauseMs = firstPauseMs;

  async function connect(): Promise<void> {
    // Ours, so that a connection that has gone silent can be ended without asking the other side.
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: url.reveal(),
      application_name: "bookplate-listener",
      keepAlive: true,
      stream: () => socket,
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: connectTimeoutMs,
    });
    // It stays for good: a connection that breaks may report more than one error, and one that nobody
    // listens to would end the process. `end` follows in any case.
    client.on("error", () => {});
    client.once("end", () => connectLater(client));
    client.on("notification", ({ payload }) => payload !== undefined && on.notification(payload));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      socket.destroy();
      throw error;
    }
    if (closed) return client.end();
    current = { client, socket };
    pauseMs = firstPauseMs;
    on.connected();
  }

  function connectLater(ended: pg.Client | undefined): void {
    if (current && current.client !== ended) return;
    if (current) on.disconnected?.();
    current = undefined;
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch(() => connectLater(undefined));
    }, pauseMs).unref();
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  }

  try {
    await connect();
  } catch (error) {
    closed = true;
    clearTimeout(retry);
    throw error;
  }
  return {
    reconnect: () => current?.socket.destroy(),
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await current?.client.end();
    },
  };
}
