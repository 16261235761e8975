import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import type { HttpEnv } from "./app-type.ts";

/** Browsers keep a cookie for 400 days at the most (RFC 6265bis, section 4.1.2.2). */
const maxCookieAgeSeconds = 400 * 24 * 60 * 60;

type CookieKind =
  | "account"
  | "guest"
  | "registration"
  | "secondFactor"
  | "trustedDevice"
  | "passkey"
  | "provider"
  | "device"
  | "hint";

/**
 * The cookies of this server, each defined once, so that it is cleared with the attributes it was set
 * with. `__Host-` binds them to this origin; on http loopback browsers would refuse that prefix.
 */
export function createCookies(options: { secure: boolean }) {
  const prefix = options.secure ? "__Host-" : "";
  const names: Record<CookieKind, string> = {
    account: `${prefix}bookplate`,
    guest: `${prefix}bookplate-guest`,
    registration: `${prefix}bookplate-registration`,
    secondFactor: `${prefix}bookplate-second-factor`,
    trustedDevice: `${prefix}bookplate-trusted-device`,
    passkey: `${prefix}bookplate-passkey`,
    provider: `${prefix}bookplate-provider`,
    device: `${prefix}bookplate-device`,
    hint: `${prefix}bookplate-hint`,
  };
  const attributesOf = (kind: CookieKind): CookieOptions => ({
    // The hint is the one that pages read: it says that there may be a session, and nothing of whose.
    httpOnly: kind !== "hint",
    secure: options.secure,
    sameSite: "Lax",
    path: "/",
  });

  return {
    read: (c: Context<HttpEnv>, kind: CookieKind): string | undefined =>
      getCookie(c, names[kind]) || undefined,

    /** Names are no secret: who can plant a second one on a parent path must not decide which counts. */
    isRepeated(c: Context<HttpEnv>, kind: CookieKind): boolean {
      const pairs = (c.req.header("cookie") ?? "").split(";");
      return pairs.filter((pair) => pair.trim().startsWith(`${names[kind]}=`)).length > 1;
    },

    set(c: Context<HttpEnv>, kind: CookieKind, value: string, until: { expiresAt: Date; now: Date }): void {
      const seconds = Math.ceil((until.expiresAt.getTime() - until.now.getTime()) / 1000);
      setCookie(c, names[kind], value, {
        ...attributesOf(kind),
        maxAge: Math.max(0, Math.min(seconds, maxCookieAgeSeconds)),
      });
    },

    clear(c: Context<HttpEnv>, kind: CookieKind): void {
      deleteCookie(c, names[kind], attributesOf(kind));
    },
  };
}

export type Cookies = ReturnType<typeof createCookies>;
