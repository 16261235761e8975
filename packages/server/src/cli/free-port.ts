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

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
