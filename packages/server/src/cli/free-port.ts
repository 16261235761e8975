import { createServer } from "node:net";

const portsToTry = 20;

/**
 * The wanted port, or the next free one above it, for a start that did not ask for a port.
 *
 * @returns the wanted port when none is free: listening on it then says what is wrong
 */
export async function findFreePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + portsToTry; port += 1) {
    if (await isFree(port, host)) return port;
  }
  return wanted;
}

/** Says at once that a port is busy, before anything slow is begun. @throws {Error} with the code EADDRINUSE */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (await isFree(port, host)) return;
  throw Object.assign(new Error("The port is in use."), { code: "EADDRINUSE", port });
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // Any other error is for listening itself to report.
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
