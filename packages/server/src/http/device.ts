import type { Context } from "hono";
import { newToken } from "../accounts/secrets.ts";
import { knownDeviceLastsMs } from "../sessions/known-devices.ts";
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
  const browserToken = browserTokenOf(c, cookies) ?? newToken();
  c.set("browserToken", browserToken);
  return { ...deviceOf(c), browserToken };
}

/** What a browser is known again by, if it shows something of that form. */
export function browserTokenOf(c: Context<HttpEnv>, cookies: Cookies): string | undefined {
  const presented = cookies.read(c, "device");
  return presented && /^[\w-]{43}$/.test(presented) ? presented : undefined;
}

/** A flow cookie: it says "the same browser as then" and identifies nobody, so signing out leaves it. */
export function keepBrowserToken(c: Context<HttpEnv>, cookies: Cookies, now: Date): void {
  const browserToken = c.get("browserToken");
  if (browserToken === undefined) return;
  cookies.set(c, "device", browserToken, {
    expiresAt: new Date(now.getTime() + knownDeviceLastsMs),
    now,
  });
}
