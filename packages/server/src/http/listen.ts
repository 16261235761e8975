import { createServer, type RequestListener, type Server } from "node:http";

/** A client that has not sent its request by then is let go (slow-header and slow-body attacks). */
const requestTimeoutMs = 15_000;
/** Longer than balancers keep theirs (mostly 60 s): who closes first must not be who is about to be asked. */
const keepAliveMs = 75_000;
/**
 * So many may have connected without being accepted yet. Beyond it the system drops them, and whoever was dropped knows
 * only a second later; the usual 511 are a quarter of a second of a crowd. The system has a limit of its own (`somaxconn`).
 */
const backlog = 4_096;
const drainMs = 10_000;
const idleLookMs = 100;

export interface Listener {
  readonly port: number;
  /** No new requests; those that run may finish, within reason. */
  drain(): Promise<void>;
}

/** Opens the port. Rejects with the system's error, such as EADDRINUSE. */
export function listen(answer: RequestListener, options: { host: string; port: number }): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = createServer(
      {
        requestTimeout: requestTimeoutMs,
        headersTimeout: requestTimeoutMs,
        keepAliveTimeout: keepAliveMs,
        // What has no body is not read as a stream that ends.
        optimizeEmptyRequests: true,
      },
      answer,
    );
    server.once("error", reject);
    server.once("listening", () => resolve({ port: portOf(server), drain: () => drain(server) }));
    server.listen({ ...options, backlog });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), drainMs);
    // A connection is idle again when its last answer has ended; its client may keep it for another minute.
    const closeIdle = setInterval(() => server.closeIdleConnections(), idleLookMs);
    server.close(() => {
      clearInterval(closeIdle);
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
