import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { systemClock } from "../src/clock.ts";
import { Keyring } from "../src/config/keyring.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { createJobs, type Jobs } from "../src/database/jobs.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import type { VerificationLetter } from "../src/mail/letter.ts";
import { createMail, type Mail } from "../src/mail/mail.ts";
import type { OutgoingLetter } from "../src/mail/outgoing-letter.ts";
import { openEmptyDatabase } from "./support/database.ts";

const letter: VerificationLetter = {
  kind: "verify-registration",
  to: "alice@example.org",
  language: "en",
  name: "Alice",
  url: "https://book.example.org/verify#token=a-token-that-proves",
  code: "40217738",
  expiresInHours: 24,
  codeExpiresInMinutes: 10,
};
const timeoutMs = 15_000;

let database: OpenDatabase;
let jobs: Jobs;
let mail: Mail;
/** What the mail server does with the next letters. */
let deliver: (letter: OutgoingLetter) => Promise<void>;
let sent: OutgoingLetter[];

beforeAll(async () => {
  database = await openEmptyDatabase();
  await migrateToLatest(database.db);
  const log = pino({ level: "silent" });
  jobs = createJobs(database, log);
  mail = createMail({
    database: database.db,
    jobs,
    keyring: new Keyring([{ id: "1", secret: "a secret that is long enough for a test" }]),
    clock: systemClock,
    log,
    transport: { send: (outgoing) => deliver(outgoing), close: async () => {} },
    config: { mail: { kind: "mailbox", from: "Physical AI <book@example.org>" } },
  });
  await jobs.start();
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
});

beforeEach(async () => {
  sent = [];
  deliver = async (outgoing) => void sent.push(outgoing);
  await database.db.deleteFrom("letter").execute();
  await sql`delete from pgboss.job`.execute(database.db);
});

const enqueue = () => database.db.transaction().execute((trx) => mail.enqueue(trx, letter));
const readLetter = () => database.db.selectFrom("letter").selectAll().executeTakeFirst();

interface JobRow {
  state: string;
  text: string;
}

async function readJobs(): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select state::text as state, to_jsonb(job)::text as text from pgboss.job as job where name = 'send-letter'
    order by created_on
  `.execute(database.db);
  return rows;
}

function waitForLetter(state: "queued" | "sent" | "failed", attempts: number) {
  return waitUntil(`the letter is ${state} after ${attempts} attempts`, timeoutMs, async () => {
    const row = await readLetter();
    return row?.state === state && row.attempts === attempts ? row : undefined;
  });
}

/** Ends the pause before a retry. Another job for the letter wakes the worker, which begins with the older one. */
async function retryNow(): Promise<void> {
  const { id } = await database.db.selectFrom("letter").select("id").executeTakeFirstOrThrow();
  await database.db.transaction().execute(async (trx) => {
    await sql`update pgboss.job set start_after = now()`.execute(trx);
    await jobs.send(trx, "send-letter", { letterId: id });
  });
}

function waitForJobs(...states: string[]): Promise<JobRow[]> {
  return waitUntil(`the jobs are ${states.join(", ")}`, timeoutMs, async () => {
    const rows = await readJobs();
    return rows.map(({ state }) => state).join() === states.join() ? rows : undefined;
  });
}

test("a letter goes out when its transaction commits, and its contents leave the database", async () => {
  await enqueue();
  const row = await waitForLetter("sent", 1);
  expect(row).toMatchObject({ recipient: letter.to, kind: letter.kind, contents: null, lastError: null });
  expect(row.sentAt).toBeInstanceOf(Date);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    id: row.id,
    to: letter.to,
    from: { name: "Physical AI", address: "book@example.org" },
    links: [letter.url],
    code: letter.code,
  });
});

test("a rolled-back transaction leaves neither a letter nor a job", async () => {
  await expect(
    database.db.transaction().execute(async (trx) => {
      await mail.enqueue(trx, letter);
      throw new RangeError("changed its mind");
    }),
  ).rejects.toThrow(RangeError);
  expect(await readLetter()).toBeUndefined();
  expect(await readJobs()).toEqual([]);
});

test("while a letter waits, its token and code are nowhere in clear", async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  deliver = () => released;
  await enqueue();
  const row = await waitForLetter("queued", 1);
  const stored = JSON.stringify([row, await readJobs()]);
  expect(row.contents).toMatch(/^1\./);
  expect(stored).not.toContain("a-token-that-proves");
  expect(stored).not.toContain(letter.code);
  expect(JSON.stringify(await readJobs())).not.toContain(letter.to);
  release();
  await waitForLetter("sent", 1);
});

test("a letter that the mail server does not take is tried again, and the reason names nobody", async () => {
  const refusal = Object.assign(new Error(`421 ${letter.to} later, ${letter.url}`), {
    code: "ECONNECTION",
    responseCode: 421,
    response: `421 4.3.2 ${letter.to} later, ${letter.url}`,
  });
  deliver = () => Promise.reject(refusal);
  await enqueue();
  const [job] = await waitForJobs("retry");
  expect(await readLetter()).toMatchObject({
    state: "queued",
    attempts: 1,
    lastError: "ECONNECTION 421 4.3.2",
  });
  expect(job?.text).not.toMatch(/alice|token/);

  deliver = async (outgoing) => void sent.push(outgoing);
  await retryNow();
  expect(await waitForLetter("sent", 2)).toMatchObject({ contents: null, lastError: null });
  expect(sent).toHaveLength(1);
});

test("a letter that was sent is not sent again by a job that runs twice", async () => {
  await enqueue();
  const { id } = await waitForLetter("sent", 1);
  await database.db.transaction().execute((trx) => jobs.send(trx, "send-letter", { letterId: id }));
  await waitForJobs("completed", "completed");
  expect(sent).toHaveLength(1);
  expect(await readLetter()).toMatchObject({ state: "sent", attempts: 1 });
});

test("after ten attempts a letter is given up, and its contents leave the database", async () => {
  deliver = async ({ id }) => {
    await database.db.updateTable("letter").set({ attempts: 9 }).where("id", "=", id).execute();
    throw new Error("not today");
  };
  await enqueue();
  await waitForJobs("retry");
  deliver = () => Promise.reject(new Error("not today either"));
  await retryNow();
  expect(await waitForLetter("failed", 10)).toMatchObject({
    contents: null,
    lastError: "Error",
    sentAt: null,
  });
  await waitUntil("the job is done and not tried again", timeoutMs, async () =>
    (await readJobs())[0]?.state === "completed" ? true : undefined,
  );
});
