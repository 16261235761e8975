import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { uuidv7 } from "../src/uuid.ts";
import { interleavings, type Play, startPlay } from "./support/interleavings.ts";
import type { Stored } from "./support/ownership.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

/** More of them by hand: npm run bench -- claims 500 */
const runs = Number(process.env.RUNS ?? 12);
/** On a busy machine fewer of them are enough; by hand all are wanted. */
const shortened = process.env.RUNS === undefined ? { interruptAfterTimeLimit: 20_000 } : {};
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

let server: TestServer;
let model: SessionAnswer["account"];
beforeAll(async () => {
  // Out of reach; without them nothing is said about what was asked.
  const quota = "1000000/d";
  server = await startTestServer({ QUOTA_GUEST: quota, QUOTA_USER: quota, QUOTA_NETWORK: "none" });
  model = (await registerAndVerify(server, alice)).account;
});
afterAll(() => server.close());

/** A copy of alice under another address: hashing a password for each would be most of the work. */
async function newAccount() {
  const userId = uuidv7();
  const email = `${userId}@example.org`;
  const { db } = server.database;
  await sql`insert into "user" (id, email, email_verified, created_at, updated_at)
    select ${userId}::uuid, ${email}, true, created_at, updated_at from "user" where id = ${model.id}::uuid`.execute(
    db,
  );
  await sql`insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    select ${uuidv7()}::uuid, ${userId}, provider_id, ${userId}::uuid, password, created_at, updated_at
    from account where user_id = ${model.id}::uuid`.execute(db);
  const { body } = await signIn(email);
  return { userId, email, accessToken: body.accessToken };
}

const signIn = (email: string) =>
  server.browser().post<SessionAnswer>("/auth/login", { email, password: alice.password, delivery: "body" });

/** Everything that is anybody's, but for what earlier runs left behind. */
async function readStored(earlier: ReadonlySet<string>): Promise<Stored> {
  const { db } = server.database;
  const [conversations, messages, bookmarks] = await Promise.all([
    db.selectFrom("conversation").select(["id", "ownerId"]).execute(),
    db
      .selectFrom("message")
      .innerJoin("conversation", "conversation.id", "message.conversationId")
      .select(["message.id", "message.conversationId", "message.role", "conversation.ownerId"])
      .execute(),
    db.selectFrom("bookmark").select(["page", "ownerId"]).execute(),
  ]);
  const isNew = ({ ownerId }: { ownerId: string }) => !earlier.has(ownerId);
  return {
    conversations: conversations.filter(isNew),
    messages: messages.filter(isNew),
    bookmarks: bookmarks.filter(isNew),
  };
}

const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

/** The database holds what was promised, once, and each reader finds theirs and nobody else's. */
async function compare({ ownership, guests, accounts }: Play, earlier: ReadonlySet<string>): Promise<void> {
  const expected = ownership.expected();
  const stored = await readStored(earlier);
  expect(inOrder(stored.conversations)).toEqual(inOrder(expected.conversations));
  expect(inOrder(stored.bookmarks)).toEqual(inOrder(expected.bookmarks));
  const answers = stored.messages.filter(({ role }) => role === "assistant");
  const sent = answers.map(({ id, conversationId, role }) => ({ id, conversationId, role }));
  expect(inOrder(sent)).toEqual(inOrder(expected.messages));
  expect(stored.messages).toHaveLength(2 * answers.length);

  for (const account of accounts) {
    if (!ownership.hasLeft(account.userId))
      account.accessToken = (await signIn(account.email)).body.accessToken;
  }
  for (const { userId, accessToken } of [...guests, ...accounts]) {
    const browser = server.browser();
    const list = await browser.get<{ items: { id: string }[] }>("/conversations?limit=100", { accessToken });
    if (ownership.isMerged(userId) || ownership.hasLeft(userId)) expect(list.status).toBe(401);
    if (list.status !== 200) continue;
    const own = expected.conversations.filter(({ ownerId }) => ownerId === userId).map(({ id }) => id);
    expect(list.body.items.map(({ id }) => id).sort()).toEqual(own.sort());
    for (const { id } of expected.conversations.filter(({ ownerId }) => ownerId !== userId)) {
      expect((await browser.get(`/conversations/${id}/messages`, { accessToken })).status).toBe(404);
    }
    const usage = await browser.get<{ items: { quota: string; used: number }[] }>("/me/usage", {
      accessToken,
    });
    const messages = usage.body.items.find(({ quota }) => quota === "messages");
    const questions = ownership.questionsOf(userId);
    expect(messages?.used).toBeGreaterThanOrEqual(questions.least);
    expect(messages?.used).toBeLessThanOrEqual(questions.most);
  }
}

test("whatever runs beside a claim, everything that was promised is there once, with its owner alone", {
  timeout: 60_000 + runs * 10_000,
}, async () => {
  const property = fc.asyncProperty(interleavings, async (rounds) => {
    const users = await server.database.db.selectFrom("user").select("id").execute();
    const earlier = new Set(users.map(({ id }) => id));
    const play = await startPlay(server, newAccount);
    for (const round of rounds) await play.round(round);
    await compare(play, earlier);
  });
  // A failure prints its seed; SEED repeats it, as far as races repeat.
  await fc.assert(property, { numRuns: runs, ...seed, ...shortened });
});
