import { createHash } from "node:crypto";
import type { BetterAuthOptions } from "better-auth";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";

/** A reserved top-level domain (RFC 2606): letters to a guest can never arrive anywhere. */
export const guestEmailDomain = "guest.bookplate.invalid";

export interface BetterAuthDeps {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  readonly audience: string;
}

/**
 * What Better Auth encrypts names the version of its secret, a number: made from the id alone, so that a secret
 * keeps its version wherever it stands in the list.
 */
function versionedSecrets(keyring: Keyring): { version: number; value: string }[] {
  return keyring.ids.flatMap((id) => {
    const value = keyring.key("better-auth", id)?.export().toString("base64url");
    const version = createHash("sha256").update(id).digest().readUIntBE(0, 6);
    return value === undefined ? [] : [{ version, value }];
  });
}

const secret = { input: false, returned: false } as const;

/** What both uses of Better Auth have in common: the rows, and the endpoints of its own clients. */
export function betterAuthOptions({ database, keyring, publicUrl }: BetterAuthDeps) {
  /**
   * The stored handle is derived from the id: a copy of the table holds nothing that can be presented. It is never
   * derived again, because the first secret may be another one by then.
   */
  const sessionHandle = (id: string) => keyring.mac("session-handle", id).toString("base64url");

  return {
    appName: "Bookplate",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secrets: versionedSecrets(keyring),
    // The camel-case plugin of this connection translates names both ways, for Better Auth as for us.
    database: { db: database, type: "postgres", transaction: true },
    advanced: {
      // A test compares the schema; here it would be asked for at every start, and by commands that are done before.
      database: { generateId: () => uuidv7(), joins: true, validateSchema: false },
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
        epoch: { type: "number", required: true, defaultValue: 0, ...secret },
        banned: { type: "boolean", required: true, defaultValue: false, input: false },
        banReason: { type: "string", required: false, input: false },
        banExpires: { type: "date", required: false, input: false },
        twoFactorEnabled: { type: "boolean", required: true, defaultValue: false, input: false },
        mergedInto: { type: "string", required: false, ...secret },
      },
    },
    session: {
      // Refreshing is ours: Better Auth must not move the end of a session.
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        absoluteExpiresAt: { type: "date", required: false, ...secret },
        authTime: { type: "date", required: true, ...secret },
        delivery: { type: "string", required: true, ...secret },
        refreshCounter: { type: "number", required: true, defaultValue: 1, ...secret },
        refreshedAt: { type: "date", required: true, ...secret },
        successorUsed: { type: "boolean", required: true, defaultValue: false, ...secret },
        recoveries: { type: "number", required: true, defaultValue: 0, ...secret },
        recoveriesSince: { type: "date", required: false, ...secret },
        claimableGuestId: { type: "string", required: false, ...secret },
        dpopThumbprint: { type: "string", required: false, ...secret },
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
  } satisfies BetterAuthOptions;
}

/** The jwt plugin, for its table alone: keys, tokens and their publication are ours. */
export function jwtOptions({ publicUrl, audience }: Pick<BetterAuthDeps, "publicUrl" | "audience">) {
  return {
    disableSettingJwtHeader: true,
    jwks: { keyPairConfig: { alg: "ES256" as const }, disablePrivateKeyEncryption: true },
    jwt: { issuer: publicUrl, audience, expirationTime: "15m", definePayload: () => ({}) },
  };
}
