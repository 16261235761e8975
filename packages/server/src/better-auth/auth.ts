import { betterAuth } from "better-auth";
import { anonymous } from "better-auth/plugins/anonymous";
import { jwt } from "better-auth/plugins/jwt";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";

/** A reserved top-level domain (RFC 2606): letters to a guest can never arrive anywhere. */
export const guestEmailDomain = "guest.bookplate.invalid";

interface BetterAuthDeps {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  readonly audience: string;
}

/**
 * Better Auth as this server uses it: it owns the shape of users, credentials and sessions and runs its
 * hooks around their creation. Its HTTP endpoints are not mounted; its cookie and its own session token
 * never leave the server.
 */
export function createBetterAuth({ database, keyring, publicUrl, audience }: BetterAuthDeps) {
  /** The stored handle is derived from the id: a copy of the table holds nothing that can be presented. */
  const sessionHandle = (id: string) => keyring.mac("session-handle", id).toString("base64url");

  return betterAuth({
    appName: "Bookplate",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secrets: [{ version: 1, value: keyring.currentKey("better-auth").toString("base64url") }],
    // The camel-case plugin of this connection translates names both ways, for Better Auth as for us.
    database: { db: database, type: "postgres", transaction: true },
    advanced: {
      database: { generateId: () => uuidv7(), joins: true },
      ipAddress: { ipAddressHeaders: ["x-bookplate-client-ip"] },
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
    // Ours stands in front of everything; Better Auth's knows only addresses.
    rateLimit: { enabled: false },
    account: { accountLinking: { disableImplicitLinking: true } },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "user", input: false },
        epoch: { type: "number", required: true, defaultValue: 0, input: false, returned: false },
        banned: { type: "boolean", required: true, defaultValue: false, input: false },
        banReason: { type: "string", required: false, input: false },
        banExpires: { type: "date", required: false, input: false },
        twoFactorEnabled: { type: "boolean", required: true, defaultValue: false, input: false },
        mergedInto: { type: "string", required: false, input: false, returned: false },
      },
    },
    session: {
      // Refreshing is ours: Better Auth must not move the end of a session.
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        absoluteExpiresAt: { type: "date", required: false, input: false, returned: false },
        authTime: { type: "date", required: true, input: false, returned: false },
        delivery: { type: "string", required: true, input: false, returned: false },
        refreshCounter: { type: "number", required: true, defaultValue: 1, input: false, returned: false },
        refreshedAt: { type: "date", required: true, input: false, returned: false },
        successorUsed: {
          type: "boolean",
          required: true,
          defaultValue: false,
          input: false,
          returned: false,
        },
        recoveries: { type: "number", required: true, defaultValue: 0, input: false, returned: false },
        recoveriesSince: { type: "date", required: false, input: false, returned: false },
        claimableGuestId: { type: "string", required: false, input: false, returned: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const id = uuidv7();
            return { data: { ...session, id, token: sessionHandle(id) } };
          },
        },
      },
    },
    plugins: [
      // `/token` would make an access token from an access token, so a stolen one would never end.
      jwt({
        disableSettingJwtHeader: true,
        jwks: { keyPairConfig: { alg: "ES256" }, disablePrivateKeyEncryption: true },
        jwt: { issuer: publicUrl, audience, expirationTime: "15m", definePayload: () => ({}) },
      }),
      // Promotion and merge are ours: this plugin would delete a guest together with its chats.
      anonymous({ disableDeleteAnonymousUser: true, emailDomainName: guestEmailDomain }),
    ],
    disabledPaths: ["/token", "/verify-email", "/change-email", "/delete-user"],
  });
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;
