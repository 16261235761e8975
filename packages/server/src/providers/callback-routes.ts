import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { DomainError } from "../domain-error.ts";
import type { HttpEnv } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { callbackPath } from "../http/origin.ts";
import { formMediaType, maxBodyBytes } from "../http/read-json.ts";
import type { Providers } from "./service.ts";

/** What providers bring back; an address in a query has no room for more. */
const maxValueCharacters = 4_096;
const fields = ["code", "state", "error", "iss", "user", "device_id"] as const;

/**
 * Where providers send browsers back to. It begins no session and changes nothing of anybody's: it takes the
 * provider's answer and leads to a page, which does the rest.
 */
export function callbackRoutes(deps: { providers: Providers; cookies: Cookies; limit: LimitRequests }) {
  const { providers, cookies, limit } = deps;

  /** A name that comes twice is nobody's. */
  function readValues(values: URLSearchParams): Partial<Record<(typeof fields)[number], string>> {
    const read: Partial<Record<(typeof fields)[number], string>> = {};
    for (const name of fields) {
      const [value, ...others] = values.getAll(name);
      if (value !== undefined && others.length === 0 && value.length <= maxValueCharacters)
        read[name] = value;
    }
    return read;
  }

  const redirect = (c: Context<HttpEnv>, address: string) => {
    c.header("cache-control", "no-store");
    return c.redirect(address, 303);
  };

  return new Hono<HttpEnv>()
    .get("/callback/:id", limit("provider"), async (c) => {
      const { code, state, error, iss, user, device_id } = readValues(new URL(c.req.url).searchParams);
      const page = await providers.answer({
        provider: c.req.param("id"),
        state,
        holder: cookies.read(c, "provider"),
        ...(error === undefined && code !== undefined && { code }),
        issuer: iss,
        user,
        deviceId: device_id,
      });
      return redirect(c, page);
    })
    .post(
      "/callback/:id",
      bodyLimit({
        maxSize: maxBodyBytes,
        onError: () => {
          throw new DomainError("body-too-large", "Bodies have at most 64 KiB.");
        },
      }),
      async (c) => {
        // From another site, without our cookies: what it says goes around once more, as an address.
        const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
        if (type !== formMediaType) {
          throw new DomainError("unsupported-media-type", `Bodies are ${formMediaType} in UTF-8.`);
        }
        const values = readValues(new URLSearchParams(await c.req.text()));
        return redirect(
          c,
          `${callbackPath}${encodeURIComponent(c.req.param("id"))}?${new URLSearchParams(values)}`,
        );
      },
    );
}
