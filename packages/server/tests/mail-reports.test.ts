import { randomBytes, randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { alice } from "./support/people.ts";
import { type ResendStandIn, startResendStandIn } from "./support/resend-stand-in.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const timeoutMs = 60_000;
const apiKey = "re_123456789";
const secret = `whsec_${randomBytes(24).toString("base64")}`;
const path = "/mail/webhooks/resend";

let resend: ResendStandIn;
let server: TestServer;
let letterId: string;
let to: string;
beforeAll(async () => {
  resend = await startResendStandIn(apiKey);
  server = await startTestServer({
    RESEND_API_KEY: apiKey,
    RESEND_BASE_URL: resend.url,
    RESEND_WEBHOOK_SECRET: secret,
    MAIL_FROM: "book@example.org",
  });
});
afterAll(async () => {
  await server.close();
  await resend.close();
});

/** Registers somebody, and waits for Resend to have the letter. */
async function sendLetter(email: string): Promise<string> {
  const { status } = await server.browser().post("/auth/register", { ...alice, email });
  expect(status).toBe(202);
  return waitUntil("the letter is out", timeoutMs, async () => {
    const rows = await server.database.db
      .selectFrom("letter")
      .selectAll()
      .where("recipient", "=", email)
      .execute();
    const [row] = rows;
    return row?.state === "sent" ? row.id : undefined;
  });
}

beforeEach(async () => {
  to = `reader-${randomUUID()}@example.org`;
  letterId = await sendLetter(to);
});

interface Report {
  readonly type: string;
  readonly tags?: unknown;
  readonly bounce?: object;
}

/** What Resend would send, signed as Svix signs it. */
function reportOf({ type, tags = { bookplate_letter: letterId }, bounce }: Report): string {
  return JSON.stringify({
    type,
    created_at: "2026-11-21T09:30:00.000Z",
    data: { email_id: randomUUID(), to: [to], subject: "Hello", tags, ...(bounce && { bounce }) },
  });
}

function signed(body: string, { id = `msg_${randomUUID()}`, at = new Date(), by = secret } = {}) {
  return {
    "svix-id": id,
    "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
    "svix-signature": new Webhook(by).sign(id, at, body),
  };
}

const send = (body: string, headers: Record<string, string>) =>
  server.browser().send("POST", path, { body, headers, origin: null });

async function report(facts: Report, options: Parameters<typeof signed>[1] = {}): Promise<number> {
  const body = reportOf(facts);
  return (await send(body, signed(body, options))).status;
}

const delivery = async () =>
  (
    await server.database.db
      .selectFrom("letter")
      .select("delivery")
      .where("id", "=", letterId)
      .executeTakeFirst()
  )?.delivery;
const suppression = () =>
  server.database.db
    .selectFrom("suppressedAddress")
    .select("reason")
    .where("email", "=", to)
    .executeTakeFirst();
const events = () =>
  server.database.db.selectFrom("deliveryEvent").select("kind").where("letterId", "=", letterId).execute();

test("a letter goes to Resend with the tag that reports name it by", async () => {
  const request = resend.taken.get(letterId);
  expect(request?.body.to).toEqual([to]);
  expect(request?.body.tags).toContainEqual({ name: "bookplate_letter", value: letterId });
});

test("what Resend reports stands at the letter, in whatever order it comes", async () => {
  expect(await report({ type: "email.delivered" })).toBe(204);
  expect(await delivery()).toBe("delivered");
  expect(await report({ type: "email.delivery_delayed" })).toBe(204);
  expect(await delivery()).toBe("delivered");
  expect(
    await report({ type: "email.complained", tags: [{ name: "bookplate_letter", value: letterId }] }),
  ).toBe(204);
  expect(await delivery()).toBe("complained");
  expect(await suppression()).toEqual({ reason: "complained" });
});

test("an address that bounced gets no more letters, also none about its safety", async () => {
  expect(await report({ type: "email.bounced", bounce: { type: "Permanent", subType: "General" } })).toBe(
    204,
  );
  expect(await suppression()).toEqual({ reason: "bounced" });
  const taken = resend.taken.size;
  await server.browser().post("/auth/register", { ...alice, email: to });
  await waitUntil("the second letter is suppressed", timeoutMs, async () => {
    const rows = await server.database.db
      .selectFrom("letter")
      .select("state")
      .where("recipient", "=", to)
      .execute();
    return rows.find(({ state }) => state === "suppressed");
  });
  expect(resend.taken.size).toBe(taken);
});

test("after a bounce that may pass, letters go out again a day later", async () => {
  await report({ type: "email.bounced", bounce: { type: "Transient", subType: "MailboxFull" } });
  expect(await suppression()).toEqual({ reason: "unreachable" });
  server.clock.advance(25 * 60 * 60_000);
  const taken = resend.taken.size;
  await server.browser().post("/auth/register", { ...alice, email: to });
  await waitUntil("the letter is out", timeoutMs, async () => resend.taken.size > taken || undefined);
});

test("a report that is repeated counts once, also twenty times at once", async () => {
  const body = reportOf({ type: "email.bounced" });
  const headers = signed(body);
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(body, headers)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
  expect(await events()).toEqual([{ kind: "bounced" }]);
  await server.database.db.deleteFrom("suppressedAddress").where("email", "=", to).execute();
  await send(body, headers);
  expect(await suppression()).toBeUndefined();
});

test("a report without a good signature is refused and changes nothing", async () => {
  const body = reportOf({ type: "email.bounced" });
  const headers = signed(body);
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  for (const forged of [
    {},
    { ...headers, "svix-signature": "v1,AAAA" },
    { ...headers, "svix-id": "msg_another" },
    { ...headers, "svix-timestamp": "now" },
    signed(body, { by: `whsec_${randomBytes(24).toString("base64")}` }),
    signed(body, { at: minutes(-6) }),
    signed(body, { at: minutes(6) }),
  ] as Record<string, string>[]) {
    const answer = await send(body, forged);
    expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  }
  const changed = await send(body.replace("bounced", "complained"), headers);
  expect(changed.status).toBe(401);
  expect(await events()).toEqual([]);
  expect(await suppression()).toBeUndefined();
});

test("a report of another kind, or about a letter of somebody else, is passed over", async () => {
  expect(await report({ type: "email.opened" })).toBe(204);
  expect(await report({ type: "contact.created", tags: {} })).toBe(204);
  expect(await report({ type: "email.bounced", tags: { bookplate_letter: randomUUID() } })).toBe(204);
  expect(await report({ type: "email.bounced", tags: { bookplate_letter: "1' or true" } })).toBe(204);
  expect(await events()).toEqual([]);
  expect(await suppression()).toBeUndefined();
});

test("without the secret nobody can report anything", async () => {
  const other = await startTestServer();
  const body = reportOf({ type: "email.bounced" });
  const { status } = await other.browser().send("POST", path, { body, headers: signed(body), origin: null });
  expect(status).toBe(404);
  await other.close();
});
