import { afterAll, beforeAll, expect, test } from "vitest";
import type { OutboxLetter } from "../src/mail/outbox-schemas.ts";
import { uuidv7 } from "../src/uuid.ts";
import { alice, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember } from "./support/staff.ts";

let server: TestServer;
let carol: StaffMember;
beforeAll(async () => {
  server = await startTestServer();
  carol = await (await openStaffRoom(server)).hire("admin", "carol");
});
afterAll(() => server.close());

interface Letters {
  readonly items: OutboxLetter[];
  readonly nextCursor: string | null;
}

const read = (asked: Record<string, string>) =>
  server
    .browser()
    .get<Letters>(`/admin/mail?${new URLSearchParams(asked)}`, { accessToken: carol.accessToken });

async function readAll(asked: Record<string, string>): Promise<OutboxLetter[]> {
  const letters: OutboxLetter[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body }: { body: Letters } = await read({ ...asked, ...(cursor && { cursor }) });
    letters.push(...body.items);
    cursor = body.nextCursor;
  }
  return letters;
}

async function addLetters(letters: readonly Partial<OutboxLetter>[]): Promise<void> {
  const at = server.clock.now();
  await server.database.db
    .insertInto("letter")
    .values(
      letters.map(({ to = "x@example.org", state = "sent", delivery = null }) => ({
        id: uuidv7(),
        recipient: to,
        kind: "reset-password",
        contents: null,
        state,
        delivery,
        lastError: null,
        createdAt: at,
        sentAt: null,
      })),
    )
    .execute();
}

test("an administrator sees that a letter went out, and nothing of what it says", async () => {
  await server.browser().post("/auth/register", { ...alice, email: "ada@example.org" });
  const letter = await server.letter("ada@example.org", "verify-registration");
  const { status, body } = await read({ query: " Ada@Example.org " });
  expect(status).toBe(200);
  expect(body.items).toMatchObject([
    { to: "ada@example.org", kind: "verify-registration", state: "sent", attempts: 1, sentBy: "mailbox" },
  ]);
  const answer = JSON.stringify(body);
  expect(answer).not.toContain(tokenOf(letter));
  expect(letter.code).toMatch(/^[0-9]{8}$/);
  expect(answer).not.toContain(letter.code);
  expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(
    [
      "attempts",
      "delivery",
      "id",
      "kind",
      "nextAttemptAt",
      "reason",
      "sentAt",
      "sentBy",
      "state",
      "to",
      "writtenAt",
    ].sort(),
  );
});

test("letters are listed by what became of them", async () => {
  const troubles = [
    { to: "failed@example.org", state: "failed" as const },
    { to: "silent@example.org", state: "suppressed" as const },
    { to: "bounced@example.org", delivery: "bounced" as const },
    { to: "angry@example.org", delivery: "complained" as const },
  ];
  await addLetters(troubles);
  for (const { to, state, delivery } of troubles) {
    const listed = await readAll({ status: state ?? delivery ?? "" });
    expect(listed.map((letter) => letter.to)).toEqual([to]);
  }
  const both = await readAll({ status: "bounced", query: "angry@example.org" });
  expect(both).toEqual([]);
});

test("pages are newest first, whole, and without repetition where many were written at once", async () => {
  await addLetters(Array.from({ length: 7 }, () => ({ to: "many@example.org" })));
  const letters = await readAll({ query: "many@example.org", limit: "2" });
  const ids = letters.map(({ id }) => id);
  expect(ids).toHaveLength(7);
  expect(ids).toEqual([...new Set(ids)].sort().reverse());
});

test.each([
  ["a part of an address", { query: "ada" }, 200],
  ["a pattern", { query: "%@example.org" }, 200],
  ["a status that is none", { status: "opened" }, 422],
  ["a cursor of another list", { cursor: "MTIz" }, 422],
  [
    "a moment that no database reads",
    { cursor: btoa("999999999999999.01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55") },
    422,
  ],
  ["everything at once", { limit: "1000" }, 422],
])("the outbox asked for %s neither breaks nor shows more", async (_, asked, status) => {
  const answer = await read(asked);
  expect(answer.status).toBe(status);
  if (status === 200 && "query" in asked) expect(answer.body.items).toEqual([]);
});
