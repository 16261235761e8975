import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { normalizeEmail } from "../src/accounts/email.ts";
import { createMailDesk } from "../src/mail/desk.ts";
import { uuidv7 } from "../src/uuid.ts";
import { type Outbox, openOutbox, passwordReset } from "./support/outbox.ts";

const timeoutMs = 60_000;
const readers = 450;

let outbox: Outbox;
beforeAll(async () => {
  outbox = await openOutbox();
  const at = outbox.clock.now();
  const users = Array.from({ length: readers + 4 }, (_, index) => ({
    id: uuidv7(),
    email: normalizeEmail(`reader-${index}@example.org`),
    // The last ones are a stranger to news, one who never chose, one unproven, and a guest.
    emailVerified: index !== readers + 2,
    isAnonymous: index === readers + 3,
    image: null,
    banReason: null,
    banExpires: null,
    mergedInto: null,
    createdAt: at,
    updatedAt: at,
  }));
  await outbox.database.db.insertInto("user").values(users).execute();
  const choices = users.flatMap(({ id }, index) =>
    index === readers + 1
      ? []
      : [
          {
            userId: id,
            theme: "system" as const,
            language: index % 2 === 0 ? "en" : "ur",
            notifyProduct: index !== readers,
            notifyReplies: true,
            updatedAt: at,
          },
        ],
  );
  await outbox.database.db.insertInto("preference").values(choices).execute();
});
afterAll(() => outbox.close());

const desk = () =>
  createMailDesk({ database: outbox.database.db, clock: outbox.clock, changed: outbox.mail.look });
const announcement = { subject: "A new chapter", text: "It is about arms.\n\nRead it." };

test("a look says how many readers asked for news, and writes nothing", async () => {
  expect(await desk().announce(announcement, true)).toEqual({ readers, announcedAt: undefined });
  expect(await outbox.letters()).toEqual([]);
});

test("everybody who asked for news gets one letter, however often and by whomever it is announced", async () => {
  const [first] = await Promise.all([
    desk().announce(announcement, false),
    desk().announce(announcement, false),
  ]);
  expect(first.readers).toBe(readers);
  await desk().announce(announcement, false);
  await waitUntil("everybody has their letter", timeoutMs, async () =>
    outbox.sent.length >= readers ? true : undefined,
  );
  const to = outbox.sent.map((letter) => letter.to);
  expect(new Set(to).size).toBe(readers);
  expect(to).toHaveLength(readers);
  const again = await desk().announce(announcement, true);
  expect(again.announcedAt).toMatch(/^\d{4}-/);
  expect(await outbox.database.db.selectFrom("announcement").select(["letters"]).execute()).toEqual([
    { letters: readers },
  ]);
  const [letter] = outbox.sent;
  expect(letter?.text).toContain("It is about arms.");
  expect(new Set(outbox.sent.map(({ unsubscribeUrl }) => unsubscribeUrl)).size).toBe(readers);
});

test("a letter that somebody waits for goes before news", async () => {
  const { promise: open, resolve } = Promise.withResolvers<void>();
  outbox.sent.length = 0;
  outbox.answer = () => open;
  await desk().announce({ subject: "Another", text: "Text." }, false);
  await waitUntil("letters are on their way", timeoutMs, async () => {
    const rows = await outbox.letters();
    return (
      rows.filter(({ state, attempts }) => state === "queued" && attempts === 1).length >= 5 || undefined
    );
  });
  await outbox.enqueue(passwordReset);
  resolve();
  await waitUntil(
    "the letter is out",
    timeoutMs,
    async () => outbox.sent.some(({ kind }) => kind === "password-reset") || undefined,
  );
  const position = outbox.sent.findIndex(({ kind }) => kind === "password-reset");
  // Five were being sent already, and as many may have been taken in the meantime.
  expect(position).toBeLessThan(12);
  outbox.answer = undefined;
});
