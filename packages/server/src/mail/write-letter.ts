import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import { priorityOf } from "./category.ts";
import type { Letter } from "./letter.ts";
import { writeContents } from "./letter-contents.ts";
import { insertLetter } from "./queries.ts";

/** Writes letters into the outbox without waking anybody: for commands, which have no part in sending. */
export function createWriteLetter({ keyring, clock }: { readonly keyring: Keyring; readonly clock: Clock }) {
  return async (trx: Transaction, letter: Letter): Promise<void> => {
    await insertLetter(trx, {
      id: uuidv7(),
      recipient: letter.to,
      kind: letter.kind,
      contents: keyring.encrypt("letter-encryption", writeContents(letter)),
      priority: priorityOf(letter.kind),
      lastError: null,
      createdAt: clock.now(),
      sentAt: null,
    });
  };
}

export type WriteLetter = ReturnType<typeof createWriteLetter>;
