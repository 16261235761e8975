import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { claim, guestWithChats } from "./support/guests.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: SessionAnswer;
let others: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  mine = await registerAndVerify(server, alice);
  others = await registerAndVerify(server, bob);
});
afterAll(() => server.close());

/** A guest with conversations, and a sign-in that leaves them waiting. */
async function guestThatWaits(
  count: number,
): Promise<{ browser: TestBrowser; guest: string; session: SessionAnswer }> {
  const browser = server.browser();
  const titles = Array.from({ length: count }, (_, number) => `Conversation ${number}`);
  const { accessToken: guest } = await guestWithChats(browser, titles);
  const { email, password } = alice;
  const { body } = await browser.post<SessionAnswer>(
    "/auth/login",
    { email, password, keepGuestChats: false },
    { accessToken: guest },
  );
  expect(body.claimable).toEqual({ conversations: count });
  return { browser, guest, session: body };
}

test("what waits is added with a yes, once, and a repeat is answered alike", async () => {
  const { browser, session } = await guestThatWaits(2);
  const answers = await Promise.all(Array.from({ length: 5 }, () => claim(browser, session.accessToken)));
  answers.push(await claim(browser, session.accessToken));
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(body).toEqual({ merged: { conversations: 2 } });
  }
  expect((await browser.post<SessionAnswer>("/auth/refresh")).body).not.toHaveProperty("claimable");
});

test("a no is remembered, and the guest keeps what it has", async () => {
  const { browser, guest, session } = await guestThatWaits(1);
  for (let times = 0; times < 2; times++) {
    const { status } = await browser.send("DELETE", "/guests/claim", { accessToken: session.accessToken });
    expect(status).toBe(204);
  }
  expect(await claim(browser, session.accessToken)).toMatchObject({
    status: 404,
    body: { code: "not-found" },
  });
  const kept = await browser.get<{ items: unknown[] }>("/conversations", { accessToken: guest });
  expect(kept.body.items).toHaveLength(1);
});

test("of two accounts that claim one guest by its token, one gets it", async () => {
  const browser = server.browser();
  const guestToken = (await browser.post<SessionAnswer>("/auth/guest")).body.accessToken;
  await browser.post("/conversations", {}, { accessToken: guestToken });
  const answers = await Promise.all(
    [mine, others].map(({ accessToken }) => claim(server.browser(), accessToken, guestToken)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe("guest-already-claimed");
});

test("a guest that has become an account is nobody's to claim", async () => {
  const browser = server.browser();
  const guestToken = (await browser.post<SessionAnswer>("/auth/guest")).body.accessToken;
  const carol = { ...alice, email: "carol@example.org" };
  await registerAndVerify(server, carol, { browser, accessToken: guestToken });
  const refused = await claim(server.browser(), mine.accessToken, guestToken);
  expect(refused).toMatchObject({ status: 409, body: { code: "guest-already-claimed" } });
});

test("nothing is claimed with a token that is no guest's, with none, or by a guest", async () => {
  const browser = server.browser();
  const guestToken = (await browser.post<SessionAnswer>("/auth/guest")).body.accessToken;
  expect((await claim(browser, mine.accessToken, others.accessToken)).status).toBe(401);
  expect((await claim(browser, mine.accessToken, "made.up.token")).status).toBe(401);
  expect((await claim(browser, mine.accessToken)).status).toBe(404);
  expect((await claim(browser, guestToken, guestToken)).status).toBe(401);
  server.clock.advance(16 * 60_000);
  const { body } = await browser.post<SessionAnswer>("/auth/login", {
    email: bob.email,
    password: bob.password,
  });
  const late = await claim(browser, body.accessToken, guestToken);
  expect(late).toMatchObject({ status: 401, body: { code: "token-expired" } });
});
