import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../clock.ts";
import { type CaughtLetter, catchLetter, caughtLetterSchema } from "../mailbox-letter.ts";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import type { MailTransport } from "../transport.ts";

/** What the mailbox keeps; older letters leave. */
const maxLetters = 200;

/** The transport of a development machine: letters stay in files, and `/dev/mail` shows them. */
export interface Mailbox extends MailTransport {
  /** Newest first. */
  list(): Promise<readonly CaughtLetter[]>;
}

/** In the data directory. */
const mailboxDirectory = "mailbox";

/**
 * One file per letter, named by its id, which grows with time: several servers and commands may share the directory.
 * Letters carry tokens, so nobody else on this machine reads them.
 */
export function openMailbox(options: { readonly directory: string; readonly clock: Clock }): Mailbox {
  const directory = join(options.directory, mailboxDirectory);
  /** By the file's name. Files never change; `undefined` is one that holds no letter of this version. */
  let read = new Map<string, CaughtLetter | undefined>();

  async function listFiles(): Promise<string[]> {
    // Somebody may have cleared it away.
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  }

  async function keep(letter: OutgoingLetter): Promise<void> {
    const files = await listFiles();
    const name = `${letter.id}.json`;
    if (files.includes(name)) return;
    const begun = join(directory, `${name}.${randomUUID()}`);
    try {
      const text = JSON.stringify(catchLetter(letter, options.clock.now()));
      await writeFile(begun, text, { mode: 0o600, flag: "wx" });
      // Whole or not there at all, also after a kill.
      await rename(begun, join(directory, name));
    } catch (error) {
      await rm(begun, { force: true });
      throw error;
    }
    const tooOld = [...files, name].sort().slice(0, -maxLetters);
    await Promise.all(tooOld.map((old) => rm(join(directory, old), { force: true })));
  }

  const writing = new Set<Promise<void>>();
  return {
    async list() {
      const files = await listFiles();
      const letters = await Promise.all(
        files.map(async (name) => [name, read.has(name) ? read.get(name) : await readLetter(name)] as const),
      );
      read = new Map(letters);
      return letters
        .flatMap(([, letter]) => (letter ? [letter] : []))
        .sort((one, other) => other.at.localeCompare(one.at) || other.id.localeCompare(one.id));
    },
    async send(letter) {
      const write = keep(letter);
      writing.add(write);
      try {
        await write;
      } finally {
        writing.delete(write);
      }
      return { sentBy: "mailbox" };
    },
    close: async () => {
      await Promise.allSettled(writing);
    },
  };

  async function readLetter(name: string): Promise<CaughtLetter | undefined> {
    try {
      const text = await readFile(join(directory, name), "utf8");
      return caughtLetterSchema.safeParse(JSON.parse(text)).data;
    } catch {
      // Removed meanwhile, or written by somebody else.
      return undefined;
    }
  }
}
