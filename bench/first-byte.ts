// From a question to the first byte of its answer, with the embedded model on a large book, one question at a time.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../scripts/free-port.ts";
import { repositoryRoot } from "../scripts/repository-paths.mjs";
import { writeLargeBook } from "./large-book.ts";
import { describeMachine, writeRow } from "./medians.ts";
import { bookplate } from "./peers/peers.ts";
import { pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";
import { openConversation, percentile, readStream, type StreamTimes } from "./stream-client.ts";

/** About a thousand pages of the project's own book. */
const passages = 10_500;
const warmUps = 20;
const questions = [
  "How do I sign in with a passkey?",
  "Which cookies are set?",
  "What happens to the chats of a guest who registers?",
  "How long is a refresh token good for?",
  "How do I set up mail in production?",
  "Can I use my own database?",
  "What is stored about a reader?",
  "How are passwords hashed?",
];

/** @param given - how many questions for each database; 200 unless said */
export async function measure([given = "200"]: readonly string[]): Promise<void> {
  const count = Number(given);
  const machine = describeMachine();
  pinLoad();
  const book = mkdtempSync(join(tmpdir(), "bookplate-bench-book-"));
  const postgres = await startPinnedPostgres();
  try {
    writeLargeBook(book, [join(repositoryRoot, "book", "docs")], passages);
    const pages = (JSON.parse(readFileSync(join(book, "build/bookplate-pages.json"), "utf8")) as object[])
      .length;
    process.stdout.write(`${machine}; ${count} questions, one at a time, a book of ${pages} pages\n\n`);
    writeRow(["database", "first byte: p50, ms", "p99", "first words: p50, ms", "p99", "wanted"]);
    writeRow(["---", "---", "---", "---", "---", "---"]);
    report("embedded", await ask(book, undefined, count));
    report("Postgres", await ask(book, postgres.create("firstbyte"), count));
  } finally {
    await postgres.stop();
    rmSync(book, { recursive: true, force: true });
  }
}

async function ask(book: string, databaseUrl: string | undefined, count: number): Promise<StreamTimes[]> {
  const port = await findFreePort();
  const { command, readyPath, environment } = bookplate;
  const { DATABASE_URL, ...settings } = environment(port, databaseUrl ?? "");
  const server = await startPinned(command(port), {
    port,
    readyPath,
    environment: {
      ...settings,
      ...(databaseUrl !== undefined && { DATABASE_URL }),
      BOOK_DIR: book,
      QUOTA_GUEST: "none",
      QUOTA_NETWORK: "none",
    },
  });
  try {
    const times: StreamTimes[] = [];
    for (let index = 0; index < count + warmUps; index += 1) {
      const guest = await openConversation(port);
      const question = questions[index % questions.length] ?? "";
      const taken = await readStream(port, { ...guest, question });
      if (index >= warmUps) times.push(taken);
    }
    return times;
  } finally {
    await server.stop();
  }
}

function report(database: string, times: readonly StreamTimes[]): void {
  const bytes = times.map(({ firstByteMs }) => firstByteMs);
  const words = times.map(({ firstTextMs }) => firstTextMs);
  const met = percentile(bytes, 0.5) <= 30 ? "≤ 30 ms p50" : "≤ 30 ms p50: missed";
  writeRow([
    database,
    percentile(bytes, 0.5).toFixed(1),
    percentile(bytes, 0.99).toFixed(1),
    percentile(words, 0.5).toFixed(1),
    percentile(words, 0.99).toFixed(1),
    met,
  ]);
}
