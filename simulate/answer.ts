import { createApp } from "../packages/server/src/app.ts";
import type { Context } from "../packages/server/src/context.ts";
import { createShortWays } from "../packages/server/src/front.ts";

/** As Node's server would say where a request comes from. */
const socket = {
  incoming: { socket: { remoteAddress: "127.0.0.1", remotePort: 50_000, remoteFamily: "IPv4" } },
};

/** The short ways, and the app behind them, as behind a port. */
export function createAnswer(context: Context): (request: Request) => Promise<Response> {
  const shortWay = createShortWays(context);
  const app = createApp(context);
  return async (request) => {
    const short = await shortWay({
      method: request.method,
      path: new URL(request.url).pathname,
      headers: Object.fromEntries(request.headers),
      findAddress: () => socket.incoming.socket.remoteAddress,
      readBody: () => request.clone().text(),
    });
    return short === undefined
      ? app.fetch(request, socket)
      : new Response(short.body, { headers: { ...short.headers, "content-type": "application/json" } });
  };
}
