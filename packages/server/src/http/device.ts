import type { Context } from "hono";
import { newToken } from "../accounts/secrets.ts";
import type { Device } from "../sessions/service.ts";
import type { HttpEnv } from "./app-type.ts";
import type { Cookies } from "./cookies.ts";

const maxUserAgentCharacters = 400;

/** The device behind a request, as far as it shows itself. */
export function deviceOf(c: Context<HttpEnv>): Device {
  return {
    ipAddress: c.get("clientAddress"),
    userAgent: (c.req.header("user-agent") ?? "").replaceAll("\0", "").slice(0, maxUserAgentCharacters),
  };
}

/**
 * The device behind a sign-in, with the token that its browser is known again by. A browser without one
 * gets one together with its session; see {@link createDelivery}.
 */
export function signInDevice(c: Context<HttpEnv>, cookies: Cookies): Device {
  const presented = cookies.read(c, "device");
  const browserToken = presented && /^[\w-]{43}$/.test(presented) ? presented : newToken();
  c.set("browserToken", browserToken);
  return { ...deviceOf(c), browserToken };
}
