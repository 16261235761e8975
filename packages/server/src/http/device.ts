import type { Context } from "hono";
import type { Device } from "../sessions/service.ts";
import type { HttpEnv } from "./app-type.ts";

const maxUserAgentCharacters = 400;

/** The device behind a request, as far as it shows itself. */
export function deviceOf(c: Context<HttpEnv>): Device {
  return {
    ipAddress: c.get("clientAddress"),
    userAgent: (c.req.header("user-agent") ?? "").replaceAll("\0", "").slice(0, maxUserAgentCharacters),
  };
}
