import { rmSync } from "node:fs";
import { join } from "node:path";
import { terminal } from "@bookplate/messages/terminal";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { removeDataDirectory } from "../database/data-directory.ts";
import { lockDirectory } from "../database/lock-file.ts";
import type { Output } from "./output.ts";
import { CommandRefusal } from "./refusal.ts";

const sentences = terminal.commands;

/** Deletes the embedded database and the caught letters. The secret stays: it is of use to the next database. */
export async function reset(output: Output, options: { readonly yes: boolean }): Promise<void> {
  const { database, dataDirectory } = loadConfig(readEnvironment());
  if (database.kind !== "pglite") throw new CommandRefusal(sentences.resetIsNotForPostgres);
  // Held to the end: nothing starts on what is being deleted.
  const lock = await lockDirectory(database.directory);
  try {
    if (!options.yes) await askForYes(dataDirectory);
    removeDataDirectory(database.directory);
    for (const file of ["mailbox.jsonl", "mailbox.jsonl.next", "bookplate.sock"])
      rmSync(join(dataDirectory, file), { force: true });
  } finally {
    await lock.release();
  }
  output.answer({ deleted: dataDirectory }, [sentences.resetDone(dataDirectory)]);
}

async function askForYes(dataDirectory: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new CommandRefusal(sentences.resetNeedsYes(dataDirectory));
  const { confirm } = await import("@clack/prompts");
  const answer = await confirm({ message: sentences.resetAsks(dataDirectory), initialValue: false });
  if (answer !== true) throw new CommandRefusal(sentences.resetCancelled);
}
