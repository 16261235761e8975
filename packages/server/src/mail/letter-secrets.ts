import type { Holding } from "../secrets/holding.ts";
import * as queries from "./secret-queries.ts";

const batch = 200;

/** Letters that wait, encrypted at rest. */
export const letterSecrets: Holding = {
  thing: "letters",
  count: (db, { id }) => queries.countLettersOf(db, id),
  async move(db, keyring) {
    let moved = 0;
    let after: string | undefined;
    do {
      const letters = await queries.listEncryptedOtherwise(db, {
        secretId: keyring.currentId,
        after,
        limit: batch,
      });
      for (const { id, contents: from } of letters) {
        const to = keyring.reencrypt("letter-encryption", from);
        if (to !== undefined && (await queries.replaceContents(db, { id, from, to }))) moved += 1;
      }
      after = letters.length < batch ? undefined : letters.at(-1)?.id;
    } while (after !== undefined);
    return moved;
  },
};
