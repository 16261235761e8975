import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { anonymous } from "better-auth/plugins/anonymous";
import { jwt } from "better-auth/plugins/jwt";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Logger } from "pino";
import { type BetterAuthDeps, betterAuthOptions, guestEmailDomain, jwtOptions } from "../options.ts";
import { bearerAccess, sessionHandles } from "./plugins.ts";

export interface NativeAuthDeps extends BetterAuthDeps {
  readonly log: Logger;
  readonly allowedOrigins: readonly string[];
}

/**
 * Better Auth with what its HTTP endpoints need. Reached through `mount.ts` alone, behind our guards. It begins no
 * session: its own would lack what ours must have, and the database refuses them.
 */
export function createNativeAuth(deps: NativeAuthDeps) {
  const options = betterAuthOptions(deps);
  const { log } = deps;
  const allowedOrigins = [...deps.allowedOrigins];

  const plugins = [
    // First: hooks run in this order, and the others ask who is there.
    bearerAccess(deps.database),
    sessionHandles(),
    jwt(jwtOptions(deps)),
    anonymous({ disableDeleteAnonymousUser: true, emailDomainName: guestEmailDomain }),
    // For the names of their endpoints: our own rooms answer them.
    magicLink({ sendMagicLink: async () => {} }),
    passkey({ schema: { passkey: { fields: { credentialID: "credentialId" } } } }),
  ];

  return betterAuth({
    ...options,
    trustedOrigins: allowedOrigins,
    // What is no refusal is thrown to us, and logged once, as everywhere.
    onAPIError: { throw: true },
    logger: { level: "error", log: (_level, message) => log.debug({ message }, "Better Auth") },
    plugins,
  });
}

export type NativeAuth = ReturnType<typeof createNativeAuth>;
