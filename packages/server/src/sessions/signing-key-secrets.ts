import type { Holding } from "../secrets/holding.ts";
import * as queries from "./signing-key-queries.ts";

/** Private keys, encrypted at rest. */
export const signingKeySecrets: Holding = {
  thing: "signing-keys",
  count: (db, { id }) => queries.countSigningKeysOf(db, id),
  async move(db, keyring) {
    let moved = 0;
    for (const { id, privateKey: from } of await queries.listSigningKeys(db)) {
      const to = keyring.reencrypt("signing-key-encryption", from);
      if (to !== undefined && (await queries.replacePrivateKey(db, { id, from, to }))) moved += 1;
    }
    return moved;
  },
  drop: (db, secretId) => queries.deleteSigningKeysOf(db, secretId),
};
