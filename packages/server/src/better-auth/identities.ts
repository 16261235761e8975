import { runWithAdapter } from "@better-auth/core/context";
import { kyselyAdapter } from "@better-auth/kysely-adapter";
import type { Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import type { BetterAuth } from "./auth.ts";
import { guestEmailDomain } from "./options.ts";

export interface NewSession {
  readonly userId: string;
  readonly expiresAt: Date;
  readonly absoluteExpiresAt: Date | null;
  readonly at: Date;
  /** May lie before its beginning. */
  readonly authTime: Date;
  readonly delivery: "cookie" | "body";
  readonly claimableGuestId: string | null;
  readonly dpopThumbprint: string | null;
  readonly ipAddress: string;
  readonly userAgent: string;
}

/**
 * The rows that Better Auth creates (users, credentials, sessions), through its own hooks, inside a
 * transaction of ours. The rest of the server knows this face and not the library.
 */
export function createIdentities(auth: BetterAuth) {
  /** Better Auth finds its connection in an AsyncLocalStorage; this puts our transaction there. */
  async function inside<T>(trx: Transaction, act: (store: Store) => Promise<T>): Promise<T> {
    const adapter = kyselyAdapter(trx, { type: "postgres", transaction: false })(auth.options);
    const { internalAdapter } = await auth.$context;
    return runWithAdapter(adapter, () => act(internalAdapter));
  }

  return {
    /** An account whose address is proven, or need not be. @returns the user's id */
    async createUser(
      trx: Transaction,
      user: { email: string; name: string; emailVerified: boolean; at: Date },
    ): Promise<string> {
      const { email, name, emailVerified, at } = user;
      const row = await inside(trx, (store) =>
        store.createUser({ email, name, emailVerified, createdAt: at, updatedAt: at }, { method: "email" }),
      );
      return row.id;
    },

    /** @returns the guest's user id */
    async createGuest(trx: Transaction, at: Date): Promise<string> {
      const email = `${uuidv7()}@${guestEmailDomain}`;
      const row = await inside(trx, (store) =>
        store.createUser(
          { email, name: "", emailVerified: false, isAnonymous: true, createdAt: at, updatedAt: at },
          { method: "anonymous" },
        ),
      );
      return row.id;
    },

    /** The account id of a credential must be the user's own id, or Better Auth does not find it. */
    async createCredential(trx: Transaction, userId: string, passwordHash: string): Promise<void> {
      await inside(trx, (store) =>
        store.createAccount({ userId, accountId: userId, providerId: "credential", password: passwordHash }),
      );
    },

    /** @returns the session's id, the `sid` of every token that hangs on it */
    async createSession(trx: Transaction, session: NewSession): Promise<string> {
      const { userId, at, ...fields } = session;
      const row = await inside(trx, (store) =>
        store.createSession(
          userId,
          false,
          { ...fields, refreshedAt: at, createdAt: at, updatedAt: at },
          true,
        ),
      );
      return row.id;
    },
  };
}

type Store = Awaited<BetterAuth["$context"]>["internalAdapter"];

export type Identities = ReturnType<typeof createIdentities>;
