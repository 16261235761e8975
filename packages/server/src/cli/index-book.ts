import { resolve } from "node:path";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { reachDatabase } from "./operations.ts";
import type { Output } from "./output.ts";

/** Brings the passages in the database to the state of a built book's Markdown. */
export async function indexBook(output: Output, directory: string | undefined): Promise<void> {
  const config = loadConfig(readEnvironment());
  const sentences = output.words.commands;
  const wanted = resolve(directory ?? config.book.directory);
  const reached = await reachDatabase(config, output.words);
  try {
    const report = await reached.operations.index(wanted);
    if (!report) throw new OperatorRefusal(({ commands }) => commands.noBuiltBook({ directory: wanted }));
    const size = { pages: report.pages, passages: report.passages };
    output.answer({ directory: wanted, ...size }, [
      sentences.indexed(size),
      ...(wanted === config.book.directory ? [] : [sentences.indexOfAnotherBook({ directory: wanted })]),
    ]);
  } finally {
    await reached.close();
  }
}
