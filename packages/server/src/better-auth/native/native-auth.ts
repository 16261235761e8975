import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { anonymous } from "better-auth/plugins/anonymous";
import { jwt } from "better-auth/plugins/jwt";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { type BetterAuthDeps, betterAuthOptions, guestEmailDomain, jwtOptions } from "../options.ts";
import type { AdoptSession } from "./adopt-session.ts";
import { challengeCookie, cookiePrefix } from "./flow-cookies.ts";
import type { Passkeys } from "./passkeys.ts";
import { bearerAccess, passkeyRules, requireOrder, sessionHandles, tokenPair } from "./plugins.ts";

/** A session that Better Auth writes is exchanged at once; should that fail, it must not stay long. */
const unannouncedLastsMs = 60_000;

export interface NativeAuthDeps extends BetterAuthDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly adoptSession: AdoptSession;
  readonly passkeys: Passkeys;
  /** Where readers read: passkeys belong to this host. */
  readonly bookUrl: string;
  readonly allowedOrigins: readonly string[];
}

/** Better Auth with what its HTTP endpoints need. Reached through `mount.ts` alone, behind our guards. */
export function createNativeAuth(deps: NativeAuthDeps) {
  const options = betterAuthOptions(deps);
  const { log } = deps;
  const allowedOrigins = [...deps.allowedOrigins];

  const plugins = [
    bearerAccess(deps.database),
    sessionHandles(),
    jwt(jwtOptions(deps)),
    anonymous({ disableDeleteAnonymousUser: true, emailDomainName: guestEmailDomain }),
    passkey({
      rpName: "Bookplate",
      rpID: new URL(deps.bookUrl).hostname,
      origin: allowedOrigins,
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      registration: {
        afterVerification: ({ verification }) => requireVerifiedUser(verification.registrationInfo),
      },
      authentication: {
        afterVerification: ({ verification }) => requireVerifiedUser(verification.authenticationInfo),
      },
      advanced: { webAuthnChallengeCookie: challengeCookie },
      // The camel-case plugin writes `credential_id`, and reads it back like this.
      schema: { passkey: { fields: { credentialID: "credentialId" } } },
    }),
    passkeyRules(deps.passkeys),
    tokenPair(deps),
  ];
  requireOrder(plugins);

  return betterAuth({
    ...options,
    advanced: { ...options.advanced, cookiePrefix },
    trustedOrigins: allowedOrigins,
    // What is no refusal is thrown to us, and logged once, as everywhere.
    onAPIError: { throw: true },
    logger: { level: "error", log: (_level, message) => log.debug({ message }, "Better Auth") },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = deps.clock.now();
            const { data } = await options.databaseHooks.session.create.before(session);
            const times = { authTime: now, refreshedAt: now, createdAt: now, updatedAt: now };
            const expiresAt = new Date(now.getTime() + unannouncedLastsMs);
            return { data: { ...data, ...times, expiresAt, delivery: "body" } };
          },
        },
      },
    },
    plugins,
  });
}

export type NativeAuth = ReturnType<typeof createNativeAuth>;

/** A stolen key alone opens nothing: the authenticator has seen a finger, a face or a PIN. OWASP ASVS 5.0, 6.5 */
function requireVerifiedUser(info: { userVerified: boolean } | undefined): void {
  if (!info?.userVerified) {
    throw new APIError("UNAUTHORIZED", {
      code: "USER_VERIFICATION_REQUIRED",
      message: "The authenticator has not verified its user.",
    });
  }
}
