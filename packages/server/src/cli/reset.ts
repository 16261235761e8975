import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Terminal } from "@bookplate/messages/terminal";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { removeDataDirectory } from "../database/data-directory.ts";
import { lockDirectory } from "../database/lock-file.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import type { Output } from "./output.ts";

/** Deletes the embedded database and the caught letters. The secret stays: it is of use to the next database. */
export async function reset(output: Output, options: { readonly yes: boolean }): Promise<void> {
  const { database, dataDirectory } = loadConfig(readEnvironment());
  if (database.kind !== "pglite") throw new OperatorRefusal(({ commands }) => commands.resetIsNotForPostgres);
  // Held to the end: nothing starts on what is being deleted.
  const lock = await lockDirectory(database.directory);
  try {
    if (!options.yes) await askForYes(dataDirectory, output.words);
    removeDataDirectory(database.directory);
    for (const file of readdirSync(dataDirectory)) {
      if (/^(mailbox|bookplate\.sock)$/.test(file))
        rmSync(join(dataDirectory, file), { recursive: true, force: true });
    }
  } finally {
    await lock.release();
  }
  output.answer({ deleted: dataDirectory }, [output.words.commands.resetDone({ directory: dataDirectory })]);
}

async function askForYes(directory: string, words: Terminal): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new OperatorRefusal(({ commands }) => commands.resetNeedsYes({ directory }));
  const { confirm } = await import("@clack/prompts");
  const answer = await confirm({ message: words.commands.resetAsks({ directory }), initialValue: false });
  if (answer !== true) throw new OperatorRefusal(({ commands }) => commands.resetCancelled);
}
