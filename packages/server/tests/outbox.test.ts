import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { DeliveryError } from "../src/mail/errors.ts";
import { type Outbox, openOutbox, passwordReset } from "./support/outbox.ts";

const timeoutMs = 60_000;
const minute = 60_000;

let outbox: Outbox;
beforeAll(async () => {
  outbox = await openOutbox();
});
afterAll(() => outbox.close());
beforeEach(async () => {
  outbox.answer = undefined;
  outbox.sent.length = 0;
  outbox.lines.length = 0;
  await outbox.database.db.deleteFrom("letter").execute();
  await sql`delete from pgboss.job`.execute(outbox.database.db);
});

const readJobs = async () =>
  (
    await sql<{ text: string }>`select to_jsonb(job)::text as text from pgboss.job`.execute(
      outbox.database.db,
    )
  ).rows;

/** The only letter, once it is so. */
function waitForLetter(state: string, attempts: number) {
  return waitUntil(`the letter is ${state} after ${attempts} attempts`, timeoutMs, async () => {
    const [row] = await outbox.letters();
    return row?.state === state && row.attempts === attempts ? row : undefined;
  });
}

/** As a mail server that takes nothing at the moment. */
const closed = () =>
  Promise.reject(
    new DeliveryError({ failure: "ESOCKET ECONNREFUSED", blame: "way", answer: `no, ${passwordReset.to}` }),
  );

test("a letter goes out when its transaction commits, and its contents leave the database", async () => {
  await outbox.enqueue();
  const row = await waitForLetter("sent", 1);
  expect(row).toMatchObject({ recipient: passwordReset.to, contents: null, lastError: null, sentBy: "smtp" });
  expect(row.sentAt).toBeInstanceOf(Date);
  expect(outbox.sent).toMatchObject([
    {
      id: row.id,
      to: passwordReset.to,
      kind: "password-reset",
      from: { name: "Physical AI", address: "book@example.org" },
      code: "40217738",
      unsubscribeUrl: null,
    },
  ]);
});

test("a rolled-back transaction leaves neither a letter nor a job", async () => {
  const changed = outbox.database.db.transaction().execute(async (trx) => {
    await outbox.mail.enqueue(trx, passwordReset);
    throw new RangeError("changed its mind");
  });
  await expect(changed).rejects.toThrow(RangeError);
  expect(await outbox.letters()).toEqual([]);
  expect((await readJobs()).filter(({ text }) => text.includes('"state": "created"'))).toEqual([]);
});

test("while a letter waits, its token and code are nowhere in clear", async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  outbox.answer = () => released;
  await outbox.enqueue();
  const row = await waitForLetter("queued", 1);
  const stored = JSON.stringify([row, await readJobs()]);
  expect(row.contents).toMatch(/^1\./);
  expect(stored).not.toContain("a-token-that-proves");
  expect(stored).not.toContain("40217738");
  release();
  await waitForLetter("sent", 1);
});

test("a letter that is not taken waits, twice as long each time, and goes out once in the end", async () => {
  outbox.answer = closed;
  await outbox.enqueue();
  let waitedMs = 0;
  for (let attempt = 1; attempt <= 4; attempt++) {
    const { nextAttemptAt, lastError } = await waitForLetter("queued", attempt).then(async () =>
      waitUntil("the wait is set", timeoutMs, async () =>
        (await outbox.letters()).find(({ lastError: error, blocked }) => error !== null && blocked),
      ),
    );
    expect(lastError).toBe("ESOCKET ECONNREFUSED");
    const waitMs = nextAttemptAt.getTime() - outbox.clock.now().getTime();
    const expectedMs = 100_000 * 2 ** (attempt - 1);
    expect(waitMs).toBeGreaterThan(expectedMs * 0.75 - minute / 2);
    expect(waitMs).toBeLessThan(expectedMs * 1.25 + 1000);
    // Not a moment too early.
    outbox.clock.advance(waitMs - 15_000);
    await outbox.mail.look();
    outbox.clock.advance(16_000);
    if (attempt === 4) outbox.answer = undefined;
    await outbox.mail.look();
    waitedMs += waitMs;
  }
  expect(await waitForLetter("sent", 5)).toMatchObject({ contents: null, lastError: null });
  expect(outbox.sent).toHaveLength(1);
  expect(waitedMs).toBeGreaterThan(15 * minute);
});

test("the reason why a letter waits is said once, and names nobody", async () => {
  outbox.answer = closed;
  await Promise.all(Array.from({ length: 5 }, () => outbox.enqueue()));
  await waitUntil("all have been tried", timeoutMs, async () => {
    const rows = await outbox.letters();
    return rows.every(({ blocked }) => blocked) || undefined;
  });
  expect(outbox.lines.filter((line) => line.includes("letters do not go out at the moment"))).toHaveLength(1);
  expect(outbox.lines.join()).not.toMatch(/alice|token/);
  expect(JSON.stringify(await readJobs())).not.toMatch(/alice|token/);
  expect(outbox.mail.state()).toBe("failing");
});

test("the first letter that gets through brings the others along, each once", async () => {
  outbox.answer = closed;
  await Promise.all(Array.from({ length: 5 }, () => outbox.enqueue()));
  await waitUntil("all have been tried", timeoutMs, async () => {
    const rows = await outbox.letters();
    return rows.every(({ blocked }) => blocked) || undefined;
  });
  outbox.answer = undefined;
  await outbox.enqueue();
  await waitUntil("all are out", timeoutMs, async () => {
    const rows = await outbox.letters();
    return rows.every(({ state }) => state === "sent") || undefined;
  });
  expect(new Set(outbox.sent.map(({ id }) => id)).size).toBe(6);
  expect(outbox.sent).toHaveLength(6);
  expect(outbox.mail.state()).toBe("sending");
});

test("after ten attempts a letter is given up, and can be tried again for a few days", async () => {
  outbox.answer = closed;
  await outbox.enqueue();
  await waitForLetter("queued", 1);
  await waitUntil(
    "the wait is set",
    timeoutMs,
    async () => (await outbox.letters())[0]?.blocked || undefined,
  );
  await outbox.database.db
    .updateTable("letter")
    .set({ attempts: 9, nextAttemptAt: new Date(0) })
    .execute();
  await outbox.mail.look();
  const row = await waitForLetter("failed", 10);
  expect(row).toMatchObject({ lastError: "ESOCKET ECONNREFUSED", sentAt: null });
  expect(row.contents).not.toBeNull();
  outbox.clock.advance(4 * 24 * 60 * minute + minute);
  await outbox.mail.purge();
  expect(await outbox.letters()).toMatchObject([{ state: "failed", contents: null }]);
});

test("an attempt that ended its process is made again when its time is over", async () => {
  const { promise: never } = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  outbox.answer = () => {
    asked.resolve();
    return never;
  };
  await outbox.enqueue();
  await asked.promise;
  outbox.answer = undefined;
  await outbox.mail.look();
  expect(outbox.sent).toEqual([]);
  outbox.clock.advance(4 * minute + 1000);
  await outbox.mail.look();
  await waitForLetter("sent", 2);
  expect(outbox.sent).toHaveLength(1);
});
