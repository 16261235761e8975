import pg from "pg";
import type { Secret } from "../config/secret.ts";

const firstPauseMs = 200;
const longestPauseMs = 10_000;

export interface Listener {
  close(): Promise<void>;
}

/**
 * A connection of its own that listens on a channel, and connects again whenever it breaks.
 *
 * @param on.connected - after each connection, the first too: what was said meanwhile has to be looked up
 */
export async function listen(
  url: Secret,
  channel: string,
  on: { notification: (payload: string) => void; connected: () => void },
): Promise<Listener> {
  let closed = false;
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let pauseMs = firstPauseMs;

  async function connect(): Promise<void> {
    const client = new pg.Client({ connectionString: url.reveal(), keepAlive: true });
    // It stays for good: a connection that breaks may report more than one error, and one that nobody
    // listens to would end the process. `end` follows in any case.
    client.on("error", () => {});
    client.once("end", connectLater);
    client.on("notification", ({ payload }) => payload !== undefined && on.notification(payload));
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    current = client;
    pauseMs = firstPauseMs;
    on.connected();
  }

  function connectLater(): void {
    current = undefined;
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch(connectLater);
    }, pauseMs).unref();
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  }

  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await current?.end();
    },
  };
}
