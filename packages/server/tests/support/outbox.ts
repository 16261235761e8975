import { pino } from "pino";
import { Keyring } from "../../src/config/keyring.ts";
import type { OpenDatabase } from "../../src/database/database.ts";
import { createJobs } from "../../src/database/jobs.ts";
import { migrateToLatest } from "../../src/database/migrate.ts";
import type { Letter } from "../../src/mail/letter.ts";
import { createMail, type Mail } from "../../src/mail/mail.ts";
import type { OutgoingLetter } from "../../src/mail/outgoing-letter.ts";
import type { Receipt } from "../../src/mail/transport.ts";
import { createPreferences } from "../../src/preferences/service.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { openPreparedDatabase } from "./database.ts";

export const passwordReset: Letter = {
  kind: "password-reset",
  to: "alice@example.org",
  language: "en",
  name: "Alice",
  url: "https://book.example.org/reset#token=a-token-that-proves",
  code: "40217738",
  expiresInHours: 24,
  codeExpiresInMinutes: 10,
};

/** The outbox with everything but an application around it. */
export interface Outbox {
  readonly database: OpenDatabase;
  readonly clock: TestClock;
  readonly mail: Mail;
  /** What the log says, one line per entry. */
  readonly lines: string[];
  /** What left the server. */
  readonly sent: OutgoingLetter[];
  /** What the mail server does with the next letters; without it they leave. */
  answer: ((letter: OutgoingLetter) => Promise<void>) | undefined;
  enqueue(letter?: Letter): Promise<void>;
  letters(): ReturnType<typeof readLetters>;
  close(): Promise<void>;
}

const readLetters = (database: OpenDatabase) =>
  database.db.selectFrom("letter").selectAll().orderBy("id").execute();

export async function openOutbox(): Promise<Outbox> {
  const database = await openPreparedDatabase();
  await migrateToLatest(database.db);
  const lines: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  const jobs = createJobs(database, log);
  const clock = createTestClock();
  const sent: OutgoingLetter[] = [];
  const mail = createMail({
    database,
    jobs,
    keyring: new Keyring([{ id: "1", secret: "a secret that is long enough for a test" }]),
    clock,
    log,
    transport: {
      send: async (letter): Promise<Receipt> => {
        await outbox.answer?.(letter);
        sent.push(letter);
        return { sentBy: "smtp" };
      },
      close: async () => {},
    },
    config: {
      mail: { kind: "mailbox", from: "Physical AI <book@example.org>", webhookSecret: undefined },
      http: { publicUrl: "https://book.example.org" },
    },
    preferences: createPreferences({ database: database.db, clock }),
  });
  await mail.start();
  await jobs.start();

  const outbox: Outbox = {
    database,
    clock,
    mail,
    lines,
    sent,
    answer: undefined,
    enqueue: (letter = passwordReset) =>
      database.db.transaction().execute((trx) => mail.enqueue(trx, letter)),
    letters: () => readLetters(database),
    close: async () => {
      await jobs.stop();
      await mail.stop();
      await database.close();
    },
  };
  return outbox;
}
