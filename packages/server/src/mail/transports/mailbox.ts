import { join } from "node:path";
import type { Clock } from "../../clock.ts";
import { type MailboxLetter, toMailboxLetter } from "../mailbox-letter.ts";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import type { MailTransport } from "../transport.ts";
import { appendLetter, readLetters, replaceLetters } from "./mailbox-file.ts";

/** What the mailbox keeps; older letters leave. */
const maxLetters = 200;

/** The transport of a development machine: letters stay in a file, and `/dev/mail` shows them. */
export interface Mailbox extends MailTransport {
  /** Newest first. */
  list(): readonly MailboxLetter[];
}

/** Opens `mailbox.jsonl` in the data directory, with the letters of earlier runs. */
export async function openMailbox(options: {
  readonly directory: string;
  readonly clock: Clock;
}): Promise<Mailbox> {
  const path = join(options.directory, "mailbox.jsonl");
  let letters = (await readLetters(path)).slice(-maxLetters);
  // Also heals a last line without its end, which the next letter would continue.
  await replaceLetters(path, letters);
  let linesInFile = letters.length;
  let lastWrite: Promise<void> = Promise.resolve();

  async function keep(letter: OutgoingLetter): Promise<void> {
    if (letters.some(({ id }) => id === letter.id)) return;
    const caught = toMailboxLetter(letter, options.clock.now());
    const kept = [...letters, caught].slice(-maxLetters);
    if (linesInFile < 2 * maxLetters) {
      await appendLetter(path, caught);
      linesInFile += 1;
    } else {
      await replaceLetters(path, kept);
      linesInFile = kept.length;
    }
    letters = kept;
  }

  return {
    list: () => letters.toReversed(),
    send(letter) {
      const write = lastWrite.then(() => keep(letter));
      // One after the other; what a full disk refuses concerns that letter alone.
      lastWrite = write.catch(() => {});
      return write;
    },
    close: () => lastWrite,
  };
}
