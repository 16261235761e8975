import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { ask, behindProxy, from, readUsage, waitForNoon } from "./support/asking.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const dayMs = 24 * 3600_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ ...behindProxy, QUOTA_GUEST: "2/d", QUOTA_USER: "4/d" });
  waitForNoon(server.clock);
});
afterAll(() => server.close());

async function guest(address: string): Promise<SessionAnswer> {
  const { body } = await server
    .browser()
    .post<SessionAnswer>("/auth/guest", { delivery: "body" }, from(address));
  return body;
}

const askTimes = async (times: number, accessToken: string, address?: string) => {
  const statuses = [];
  for (let turn = 0; turn < times; turn += 1)
    statuses.push((await ask(server, accessToken, { address })).status);
  return statuses;
};

const used = async (accessToken: string, address?: string) =>
  (await readUsage(server, accessToken, address)).map(({ quota, used, limit }) => [quota, used, limit]);

describe("a guest whose questions are used up", () => {
  test("is told what there was, what is left and when the day begins anew, and nothing is stored", async () => {
    const { accessToken } = await guest("203.0.113.10");
    const first = await ask(server, accessToken, { address: "203.0.113.10" });
    expect(first.status).toBe(200);
    expect(first.headers.get("ratelimit-policy")).toBe('"messages";q=2;w=86400');
    expect(first.headers.get("ratelimit")).toMatch(/^"messages";r=1;t=\d{5}$/);
    await ask(server, accessToken, { address: "203.0.113.10" });

    const refused = await ask(server, accessToken, { address: "203.0.113.10" });
    const midnight = new Date(Math.ceil(server.clock.now().getTime() / dayMs) * dayMs);
    expect(refused).toMatchObject({
      status: 429,
      body: {
        code: "quota-exceeded",
        quota: "messages",
        scope: "guest",
        limit: 2,
        remaining: 0,
        resetAt: midnight.toISOString(),
      },
    });
    expect(refused.headers.get("ratelimit")).toMatch(/^"messages";r=0;t=\d{5}$/);
    const waitMs = midnight.getTime() - server.clock.now().getTime();
    expect(Math.abs(Number(refused.headers.get("retry-after")) * 1000 - waitMs)).toBeLessThan(30_000);

    const conversation = `/conversations/${refused.conversationId}`;
    const options = { accessToken, ...from("203.0.113.10") };
    const messages = await server.browser().get<{ items: unknown[] }>(`${conversation}/messages`, options);
    expect(messages.body.items).toEqual([]);
    const read = await server.browser().get<Record<string, unknown>>(conversation, options);
    expect(read.body).toMatchObject({ title: null, updatedAt: read.body.createdAt });
  });

  test("is given no more by becoming another guest at the same address, nor by deleting itself", async () => {
    const first = await guest("203.0.113.11");
    expect(await askTimes(2, first.accessToken, "203.0.113.11")).toEqual([200, 200]);
    const second = await guest("203.0.113.11");
    expect(await used(second.accessToken, "203.0.113.11")).toEqual([["messages", 2, 2]]);
    expect(await askTimes(1, second.accessToken, "203.0.113.11")).toEqual([429]);
    expect((await server.browser().send("DELETE", "/me", first)).status).toBe(204);
    expect(await askTimes(1, second.accessToken, "203.0.113.11")).toEqual([429]);
    const elsewhere = await guest("203.0.113.12");
    expect(await askTimes(1, elsewhere.accessToken, "203.0.113.12")).toEqual([200]);
  });

  test("is given no more by another address of the same /64, or by moving to another network", async () => {
    const { accessToken } = await guest("2001:db8:0:1::1");
    expect(await askTimes(1, accessToken, "2001:db8:0:1::1")).toEqual([200]);
    const other = await guest("2001:db8:0:1:ffff::2");
    expect(await askTimes(2, other.accessToken, "2001:db8:0:1:ffff::2")).toEqual([200, 429]);
    expect(await askTimes(2, accessToken, "2001:db8:0:2::1")).toEqual([200, 429]);
  });

  test("is told what an account has", async () => {
    const { accessToken } = await guest("203.0.113.14");
    const [messages] = await readUsage(server, accessToken, "203.0.113.14");
    expect(messages).toMatchObject({ quota: "messages", limit: 2, limitOfAccounts: 4 });
  });

  test("has new ones the next day", async () => {
    const browser = server.browser();
    const { body } = await browser.post<SessionAnswer>("/auth/guest", {}, from("203.0.113.13"));
    expect(await askTimes(3, body.accessToken, "203.0.113.13")).toEqual([200, 200, 429]);
    server.clock.advance(dayMs);
    const refreshed = await browser.post<SessionAnswer>("/auth/refresh");
    expect(await used(refreshed.body.accessToken, "203.0.113.13")).toEqual([["messages", 0, 2]]);
    expect(await askTimes(1, refreshed.body.accessToken, "203.0.113.13")).toEqual([200]);
  });
});

describe("an account", () => {
  test("has more than a guest, wherever it asks, and guests at its address lose nothing by it", async () => {
    const { accessToken } = await registerAndVerify(server, alice, { delivery: "body" });
    expect(await askTimes(4, accessToken, "203.0.113.20")).toEqual([200, 200, 200, 200]);
    const refused = await ask(server, accessToken, { address: "203.0.113.21" });
    expect(refused).toMatchObject({ status: 429, body: { code: "quota-exceeded", scope: "user", limit: 4 } });
    const { accessToken: asGuest } = await guest("203.0.113.20");
    expect(await askTimes(1, asGuest, "203.0.113.20")).toEqual([200]);
  });

  test("that a guest became has what the guest left of the larger quota", async () => {
    const browser = server.browser();
    const dora = { ...alice, email: "dora@example.org", name: "Dora" };
    const { accessToken } = await guest("203.0.113.22");
    expect(await askTimes(2, accessToken, "203.0.113.22")).toEqual([200, 200]);
    const session = await registerAndVerify(server, dora, { browser, accessToken, delivery: "body" });
    expect(await used(session.accessToken)).toEqual([["messages", 2, 4]]);
    expect(await askTimes(3, session.accessToken)).toEqual([200, 200, 429]);
  });

  test("that a guest signs in to takes over what the guest has asked, once", async () => {
    const emil = { ...bob, email: "emil@example.org", name: "Emil" };
    const { accessToken } = await registerAndVerify(server, emil, { delivery: "body" });
    expect(await askTimes(1, accessToken)).toEqual([200]);
    const asGuest = await guest("203.0.113.23");
    expect(await askTimes(2, asGuest.accessToken, "203.0.113.23")).toEqual([200, 200]);
    const login = () =>
      server
        .browser()
        .post<SessionAnswer>(
          "/auth/login",
          { email: emil.email, password: emil.password },
          { accessToken: asGuest.accessToken },
        );
    const answers = await Promise.all([login(), login()]);
    const merged = answers.filter(({ body }) => body.merged);
    expect(merged).toHaveLength(1);
    const session = merged[0]?.body.accessToken ?? "";
    expect(await used(session)).toEqual([["messages", 3, 4]]);
    expect(await askTimes(2, session)).toEqual([200, 429]);

    const next = await guest("203.0.113.23");
    expect(await askTimes(1, next.accessToken, "203.0.113.23")).toEqual([429]);
  });

  test("sees in its copy how much it asked, and leaves no count of its own behind", async () => {
    const fritz = { ...bob, email: "fritz@example.org", name: "Fritz" };
    const { accessToken, account } = await registerAndVerify(server, fritz, { delivery: "body" });
    await askTimes(2, accessToken);
    const copy = await server.browser().get<{ usage: unknown }>("/me/export", { accessToken });
    const day = server.clock.now().toISOString().slice(0, 10);
    expect(copy.body.usage).toEqual({ days: [{ day, messages: 2, tokens: 0 }], ownLimits: null });
    const count = async () =>
      server.database.db.selectFrom("quotaUse").select("day").where("subject", "=", account.id).execute();
    expect(await count()).toHaveLength(1);
    const { password } = fritz;
    expect((await server.browser().send("DELETE", "/me", { accessToken, body: { password } })).status).toBe(
      204,
    );
    expect(await count()).toEqual([]);
  });
});

test("without an access token nobody learns what is used", async () => {
  expect((await server.browser().get("/me/usage")).status).toBe(401);
});

test("a letter that is opened elsewhere does not give the guest's questions back", async () => {
  const gina = { ...alice, email: "gina@example.org", name: "Gina" };
  const asGuest = await guest("203.0.113.24");
  expect(await askTimes(2, asGuest.accessToken, "203.0.113.24")).toEqual([200, 200]);
  await server.browser().post("/auth/register", gina, { accessToken: asGuest.accessToken });
  const letter = await server.letter(gina.email, "verify-registration");
  const { body } = await server.browser().post<{ session: SessionAnswer }>("/auth/verify-email", {
    token: tokenOf(letter),
    password: gina.password,
  });
  expect(await used(body.session.accessToken)).toEqual([["messages", 2, 4]]);
});
