import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { findFreePort } from "../../../../scripts/free-port.ts";

/** A way to a database that a test can spoil. */
export interface TcpProxy {
  /** The same address through the proxy. */
  readonly url: string;
  /**
   * From now on nothing is passed on, in either direction, and nothing is closed: what a cable that was pulled, or
   * a firewall that forgot a connection, looks like from both ends.
   */
  goSilent(): void;
  /** New connections work again; the silent ones stay as they are. */
  speak(): void;
  /** Every connection ends, and new ones lead to another database server. */
  leadTo(targetUrl: string): void;
  close(): Promise<void>;
}

export async function startTcpProxy(targetUrl: string): Promise<TcpProxy> {
  let target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let silent = false;

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const muted = () => silent || !sockets.has(near);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => muted() || to.write(chunk));
      from.on("error", () => {});
      from.on("close", () => muted() || to.destroy());
    }
  });
  const port = await findFreePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  const abandoned: Socket[] = [];
  const endAll = () => {
    for (const socket of [...sockets, ...abandoned]) socket.destroy();
  };
  const url = new URL(targetUrl);
  url.port = String(port);
  return {
    url: url.href,
    goSilent: () => {
      silent = true;
    },
    speak: () => {
      abandoned.push(...sockets);
      sockets.clear();
      silent = false;
    },
    leadTo: (newUrl) => {
      target = new URL(newUrl);
      endAll();
    },
    close: async () => {
      server.close();
      endAll();
      await once(server, "close");
    },
  };
}
