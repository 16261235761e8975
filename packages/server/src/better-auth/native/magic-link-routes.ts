import { Hono } from "hono";
import type { MagicLinks } from "../../accounts/magic-link.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { deviceOf } from "../../http/device.ts";
import type { LimitRequests } from "../../http/limit-requests.ts";
import { nativeBodies, readBody } from "./schemas.ts";

/** Its letter leads to our page, or to an app that hands the token to `POST /api/v1/auth/magic-link/verify`. */
export function magicLinkRoutes({ magicLinks, limit }: { magicLinks: MagicLinks; limit: LimitRequests }) {
  return new Hono<HttpEnv>().post("/sign-in/magic-link", limit("letter"), async (c) => {
    const { email } = await readBody(c, nativeBodies.magicLink);
    await magicLinks.ask({ email, language: "en", device: deviceOf(c) });
    return c.json({ status: true }, 200);
  });
}
