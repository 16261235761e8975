import type { Holding } from "../secrets/holding.ts";
import * as queries from "./secret-queries.ts";

const batch = 200;

/** What second factors are computed from, encrypted at rest. Recovery codes are keyed with these and move along. */
export const totpSecrets: Holding = {
  thing: "second-factors",
  count: (db, { id }) => queries.countTotpSecretsOf(db, id),
  async move(db, keyring) {
    let moved = 0;
    let after: string | undefined;
    do {
      const page = { secretId: keyring.currentId, after, limit: batch };
      const secrets = await queries.listEncryptedOtherwise(db, page);
      for (const { id, contents: from } of secrets) {
        const to = keyring.reencrypt("totp-encryption", from);
        if (to !== undefined && (await queries.replaceContents(db, { id, from, to }))) moved += 1;
      }
      after = secrets.length < batch ? undefined : secrets.at(-1)?.id;
    } while (after !== undefined);
    return moved;
  },
};
