import { betterAuth } from "better-auth";
import { anonymous } from "better-auth/plugins/anonymous";
import { jwt } from "better-auth/plugins/jwt";
import { type BetterAuthDeps, betterAuthOptions, guestEmailDomain, jwtOptions } from "./options.ts";

/**
 * Better Auth as the rest of the server uses it: it owns the shape of users, credentials and sessions and
 * runs its hooks around their creation. Its endpoints are built on their own, at the first request to one
 * of them; see `native/`. Its cookie and its own session token never leave the server.
 */
export function createBetterAuth(deps: BetterAuthDeps) {
  return betterAuth({
    ...betterAuthOptions(deps),
    plugins: [
      jwt(jwtOptions(deps)),
      // Promotion and merge are ours: this plugin would delete a guest together with its chats.
      anonymous({ disableDeleteAnonymousUser: true, emailDomainName: guestEmailDomain }),
    ],
  });
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;
