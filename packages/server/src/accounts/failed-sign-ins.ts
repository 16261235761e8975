import type { Audit } from "../audit/audit.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import type { IdentifierLimits } from "../limits/identifier-limits.ts";
import { readerNetworkOf } from "../network.ts";
import type { Device } from "../sessions/service.ts";

export interface FailedSignIn {
  /** Normalised, whether or not there is an account with it. */
  readonly email: string;
  readonly userId: string | undefined;
  readonly device: Device;
  /** Where somebody who is signed in was asked again. */
  readonly sessionId?: string | undefined;
}

/**
 * Wrong passwords, remembered: for the eyes of the account's owner, and for `audit/attack-watch.ts`. It is one row,
 * whether there is an account or not, and of an address without an account nothing but a keyed hash is kept.
 * OWASP ASVS 5.0, 16.3.1.
 */
export function createFailedSignIns(deps: {
  database: Database;
  audit: Audit;
  keyring: Keyring;
  identifierLimits: Pick<IdentifierLimits, "charge">;
}) {
  const { database, audit, keyring, identifierLimits } = deps;

  return async function noteFailedSignIn({ email, userId, device, sessionId }: FailedSignIn): Promise<void> {
    const { ipAddress, userAgent } = device;
    // At a sign-in the limit has counted it already.
    if (sessionId !== undefined) await identifierLimits.charge(email);
    const network = readerNetworkOf(ipAddress);
    const identifier = keyring.mac("identifier", email).toString("base64url");
    const event = { kind: "sign-in-failed", actor: { kind: "visitor" }, ipAddress, userAgent } as const;
    const unknown = { ...event, userId: null, detail: { network, identifier } };
    if (userId === undefined) return void (await audit.record(database, unknown));
    try {
      await audit.record(database, { ...event, userId, sessionId, detail: { network } });
    } catch (error) {
      // The account was deleted while its password was being checked.
      if (!isRowMissing(error)) throw error;
      await audit.record(database, unknown);
    }
  };
}

export type NoteFailedSignIn = ReturnType<typeof createFailedSignIns>;

/** A foreign key that points to nothing (PostgreSQL, appendix A, class 23). */
function isRowMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23503";
}
