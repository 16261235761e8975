import { once } from "node:events";
import { createServer } from "node:net";

/** Below what systems give out by themselves (on Linux from 32768), so that no other program is given one meanwhile. */
const range = { first: 11_000, size: 20_000 };
const busy = (error: unknown) => error instanceof Error && "code" in error && error.code === "EADDRINUSE";

// Each process begins at a place of its own and goes on from there: none is given out twice.
let next = Math.floor(Math.random() * range.size);

/** A port of the loopback that nothing listens on at this moment. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < range.size; tries += 1) {
    const port = range.first + (next++ % range.size);
    const probe = createServer().listen(port, "127.0.0.1");
    try {
      await once(probe, "listening");
    } catch (error) {
      if (!busy(error)) throw error;
      continue;
    }
    probe.close();
    await once(probe, "close");
    return port;
  }
  throw new Error("No port is free.");
}
