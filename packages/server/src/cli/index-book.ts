import { resolve } from "node:path";
import { terminal } from "@bookplate/messages/terminal";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { reachDatabase } from "./operations.ts";
import type { Output } from "./output.ts";
import { CommandRefusal } from "./refusal.ts";

const sentences = terminal.commands;

/** Brings the passages in the database to the state of a built book's Markdown. */
export async function indexBook(output: Output, directory: string | undefined): Promise<void> {
  const config = loadConfig(readEnvironment());
  const wanted = resolve(directory ?? config.book.directory);
  const reached = await reachDatabase(config);
  try {
    const size = await reached.operations.index(wanted);
    if (!size) throw new CommandRefusal(sentences.noBuiltBook(wanted));
    output.answer({ directory: wanted, ...size }, [
      sentences.indexed(size.pages, size.passages),
      ...(wanted === config.book.directory ? [] : [sentences.indexOfAnotherBook(wanted)]),
    ]);
  } finally {
    await reached.close();
  }
}
