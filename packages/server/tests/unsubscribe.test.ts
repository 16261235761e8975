import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { createMailDesk, type MailOperations } from "../src/mail/desk.ts";
import type { MailboxLetter } from "../src/mail/mailbox-letter.ts";
import type { Preferences } from "../src/preferences/schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const timeoutMs = 60_000;
const wantsNews = { notifications: { product: true } };

let server: TestServer;
let desk: MailOperations;
let session: SessionAnswer;
let letter: MailboxLetter;
let link: URL;
beforeAll(async () => {
  server = await startTestServer();
  desk = createMailDesk({
    database: server.database.db,
    clock: server.clock,
    changed: server.sendLetters,
  });
  session = await registerAndVerify(server, alice, { delivery: "body" });
  await setNews(true);
  await desk.announce({ subject: "A new chapter", text: "It is about arms.\n\nRead it." }, false);
  letter = await server.letter(alice.email, "announcement");
  link = new URL(/<(.*)>/.exec(letter.headers["List-Unsubscribe"] ?? "")?.[1] ?? "");
});
afterAll(() => server.close());
beforeEach(() => setNews(true));

async function setNews(product: boolean): Promise<void> {
  await server.browser().send("PATCH", "/me/preferences", {
    accessToken: session.accessToken,
    body: { notifications: { product } },
  });
}
const news = async () =>
  (await server.browser().get<Preferences>("/me/preferences", { accessToken: session.accessToken })).body
    .notifications.product;

/** As a mail program asks: a form, no cookie, and whatever origin it has. */
function press(address: URL | string, init: RequestInit = {}): Promise<Response> {
  return fetch(address, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    ...init,
  });
}

test("news carry the headers of one click, and the link at their end", () => {
  expect(letter.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  expect(link.origin).toBe(server.url);
  expect(letter.links).toContain(link.href);
  expect(letter.text).toContain(link.href);
});

test("a letter about safety carries none", async () => {
  const verification = await server.letter(alice.email, "verify-registration");
  expect(Object.keys(verification.headers).join()).not.toMatch(/unsubscribe/i);
});

test("one request ends the news, and doing it again changes nothing", async () => {
  for (let turn = 0; turn < 2; turn++) {
    expect((await press(link)).status).toBe(200);
    expect(await news()).toBe(false);
  }
});

test.each<[string, RequestInit]>([
  ["from any origin", { headers: { origin: "https://mail.example.net" } }],
  ["from a page without an origin", { headers: { origin: "null" } }],
  ["as parts of a form", { body: multipart() }],
  ["without a body", { body: null }],
])("it is done %s", async (_way, init) => {
  expect((await press(link, init)).status).toBe(200);
  expect(await news()).toBe(false);
});

function multipart(): FormData {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  return form;
}

test("opening the link changes nothing, however often and by whom", async () => {
  for (const method of ["GET", "HEAD", "GET"]) {
    const answer = await fetch(link, { method });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  expect(await news()).toBe(true);
});

test("the page has one button, no script, and speaks the reader's language", async () => {
  const answer = await fetch(link, { headers: { "accept-language": "ar" } });
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).not.toMatch(/script-src|unsafe/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const page = await answer.text();
  expect(page).toContain('dir="rtl"');
  expect(page.match(/<button/g)).toHaveLength(1);
  expect(page).not.toContain("<script");
  // The other languages keep the token.
  const inGerman = /href="(\?[^"]*lang=de)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(new URLSearchParams(inGerman).get("token")).toBe(link.searchParams.get("token"));
});

test("a link that was changed counts for nothing and says so", async () => {
  const token = link.searchParams.get("token") ?? "";
  const [secretId, userId, category, mac = ""] = token.split(".");
  const others = [
    `${secretId}.${userId}.r.${mac}`,
    `${secretId}.${"0".repeat(8)}${userId?.slice(8)}.${category}.${mac}`,
    `2.${userId}.${category}.${mac}`,
    // Not the last character, of which base64url leaves some bits unused.
    `${secretId}.${userId}.${category}.${mac.startsWith("A") ? "B" : "A"}${mac.slice(1)}`,
    "",
    "x".repeat(150),
  ];
  for (const other of others) {
    const address = new URL(link);
    address.searchParams.set("token", other);
    const answer = await press(address);
    expect({ other, status: answer.status }).toEqual({ other, status: 400 });
    expect(((await answer.json()) as { code: string }).code).toBe("token-invalid");
    const page = await fetch(address);
    expect(page.status).toBe(400);
    expect(await page.text()).not.toContain("<button");
  }
  expect((await fetch(new URL(link.pathname, link))).status).toBe(400);
  expect(await news()).toBe(true);
});

test("news that wait are not sent to whoever ends them meanwhile, letters about safety are", async () => {
  await desk.announce({ subject: "Another chapter", text: "Later." }, true);
  const { db } = server.database;
  await press(link);
  await desk.announce({ subject: "Another chapter", text: "Later." }, false);
  await server.browser().post("/auth/register", alice);
  await server.letter(alice.email, "already-registered");
  await waitUntil("the news are written", timeoutMs, async () => {
    const open = await db.selectFrom("announcement").select("id").where("finishedAt", "is", null).execute();
    return open.length === 0 || undefined;
  });
  const letters = await server.letters(alice.email);
  expect(letters.filter(({ subject }) => subject === "Another chapter")).toEqual([]);
});

test("with the secret that made it a link ends, and not before", async () => {
  const one = "the first secret of two which is long enough";
  const two = "the second secret of two which is long enough";
  const first = await startTestServer({ BOOKPLATE_SECRET: `1:${one}` });
  const reader = await registerAndVerify(first, alice, { delivery: "body" });
  await first
    .browser()
    .send("PATCH", "/me/preferences", { accessToken: reader.accessToken, body: wantsNews });
  const newsDesk = createMailDesk({
    database: first.database.db,
    clock: first.clock,
    changed: first.sendLetters,
  });
  await newsDesk.announce({ subject: "News", text: "Text." }, false);
  const { headers } = await first.letter(alice.email, "announcement");
  const made = new URL(/<(.*)>/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? "");
  for (const [list, status] of [
    [`2:${two},1:${one}`, 200],
    [`2:${two}`, 400],
  ] as const) {
    const fresh = await startTestServer({ BOOKPLATE_SECRET: list });
    const { status: answered } = await press(new URL(made.pathname + made.search, fresh.url));
    expect(answered).toBe(status);
    await fresh.close();
  }
  await first.close();
});
