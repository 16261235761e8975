import { createAddresses } from "../accounts/addresses.ts";
import { createUserImport } from "../accounts/import/import-users.ts";
import type { ImportReport } from "../accounts/import/report.ts";
import { createAudit } from "../audit/audit.ts";
import { createBetterAuth } from "../better-auth/auth.ts";
import { createIdentities } from "../better-auth/identities.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import type { Database } from "../database/database.ts";
import type { UserImportRequest } from "./user-requests.ts";

/** Takes over the accounts of a file, as {@link ImportReport} says. */
export function importUsersInto(
  database: Database,
  { keyring, http, sessions }: Pick<Config, "keyring" | "http" | "sessions">,
  { firebase, ...request }: UserImportRequest,
): Promise<ImportReport> {
  const clock = systemClock;
  const auth = createBetterAuth({
    database,
    keyring,
    publicUrl: http.publicUrl,
    audience: sessions.audience,
  });
  const { importUsers } = createUserImport({
    database,
    clock,
    identities: createIdentities(auth),
    addresses: createAddresses({ clock }),
    audit: createAudit({ clock }),
  });
  return importUsers({
    ...request,
    firebase: firebase && {
      signerKey: Buffer.from(firebase.base64_signer_key, "base64"),
      saltSeparator: Buffer.from(firebase.base64_salt_separator, "base64"),
      rounds: firebase.rounds,
      memoryCost: firebase.mem_cost,
    },
  });
}
