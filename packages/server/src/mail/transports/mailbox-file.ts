import { randomUUID } from "node:crypto";
import { appendFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { type MailboxLetter, mailboxLetterSchema } from "../mailbox-letter.ts";

export type { MailboxLetter };

/** Letters carry tokens: nobody else on this machine reads them. */
const mode = 0o600;

/** Reads one letter per line, oldest first. A line that a killed process left half written is skipped. */
export async function readLetters(path: string): Promise<MailboxLetter[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => {
    const letter = mailboxLetterSchema.safeParse(parseJson(line));
    return letter.success ? [letter.data] : [];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Puts a new file in the old one's place, so that a kill leaves one of the two, whole. Its name is nobody
 * else's: several servers may share a data directory.
 */
export async function replaceLetters(path: string, letters: readonly MailboxLetter[]): Promise<void> {
  const next = `${path}.next-${randomUUID()}`;
  try {
    await writeFile(next, letters.map(toLine).join(""), { mode, flag: "wx" });
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

export async function appendLetter(path: string, letter: MailboxLetter): Promise<void> {
  await appendFile(path, toLine(letter), { mode });
}

function toLine(letter: MailboxLetter): string {
  return `${JSON.stringify(letter)}\n`;
}
