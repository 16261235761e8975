import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import {
  actAtProvider,
  beginSignIn,
  comeBack,
  type ServerWithProvider,
  signInWithProvider,
  startServerWithProvider,
} from "./support/providers.ts";

const carol = { sub: "carol-1", email: "Carol@Example.org", email_verified: true, name: "Carol \u202eC" };
const dora = { sub: "dora-1", email: "dora@example.org", email_verified: true, name: "Dora" };
const emil = { sub: "emil-1", email: "emil@example.org", email_verified: true, name: "Emil" };
const frida = { sub: "frida-1", email: "frida@example.org", email_verified: true, name: "Frida" };

let running: ServerWithProvider;
beforeAll(async () => {
  running = await startServerWithProvider({
    carol,
    dora,
    emil,
    frida,
    alice: { sub: "alice-1", email: alice.email, email_verified: true, name: "Alice" },
    "without an address": { sub: "none-1", name: "Nobody" },
    "says no": { sub: "no-1", email: "said-no@example.org", email_verified: false },
    "says no as text": { sub: "no-2", email: "said-text@example.org", email_verified: "false" },
    "says yes as text": { sub: "yes-2", email: "said-yes@example.org", email_verified: "true" },
    "says nothing": { sub: "no-3", email: "said-nothing@example.org" },
    "stranger with alice's address": { sub: "stranger-1", email: alice.email, email_verified: false },
  });
});
afterAll(() => running.close());

test("the form for signing in learns which providers there are", async () => {
  const { status, body } = await running.server.browser().get("/auth/methods");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    providers: [{ id: "oidc", name: "Library card" }],
    passkeys: true,
    signUp: "open",
  });
});

test("a new address that the provider vouches for gets an account, and the same person signs in to it again", async () => {
  const { server } = running;
  const browser = server.browser();
  const first = await signInWithProvider<SessionAnswer>(browser, "carol", { body: { language: "de" } });
  expect(first.status).toBe(200);
  expect(first.body.account).toMatchObject({
    email: "carol@example.org",
    emailVerified: true,
    name: "Carol C",
    preferences: { language: "de" },
  });
  expect(first.body).not.toHaveProperty("refreshToken");
  expect(browser.cookies.has("bookplate")).toBe(true);
  expect((await browser.post("/auth/refresh")).status).toBe(200);

  const again = await signInWithProvider<SessionAnswer>(server.browser(), "carol");
  expect(again.body.account.id).toBe(first.body.account.id);
  const activity = await server
    .browser()
    .get<{ items: { kind: string }[] }>("/me/activity", { accessToken: again.body.accessToken });
  expect(activity.body.items.map(({ kind }) => kind)).toContain("provider-linked");
});

test("nothing of the session stands in an address, and nothing of the provider's tokens in the database", async () => {
  const { server } = running;
  const browser = server.browser();
  const { url } = await beginSignIn(browser);
  const { page, values, answer } = await comeBack(browser, await actAtProvider(url, "carol"));
  expect(page).toBe(`${server.url}/login`);
  expect(Object.keys(values).sort()).toEqual(["code", "provider"]);
  expect(answer.status).toBe(303);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect((await browser.post("/auth/social", { code: values.code })).status).toBe(200);
  const stored = await server.database.db
    .selectFrom("account")
    .selectAll()
    .where("accountId", "=", "carol-1")
    .execute();
  expect(stored).toMatchObject([{ accessToken: null, refreshToken: null, idToken: null, scope: null }]);
  expect(await server.database.db.selectFrom("providerFlow").selectAll().execute()).toEqual([]);
});

test("an app gets the pair in the body, for the proof that it was given", async () => {
  const { server } = running;
  const { url, proof } = await beginSignIn(server.browser(), {
    delivery: "body",
    returnTo: `${server.url}/app`,
  });
  // The browser that goes to the provider is the system's, and holds nothing of the app's.
  const { page, values } = await comeBack(server.browser(), await actAtProvider(url, "dora"));
  expect(page).toBe(`${server.url}/app`);
  const app = server.browser();
  const without = await app.post("/auth/social", { code: values.code });
  expect(without).toMatchObject({ status: 400, body: { code: "flow-invalid" } });
  const foreign = await app.post("/auth/social", { code: values.code, proof: "x".repeat(43) });
  expect(foreign).toMatchObject({ status: 400, body: { code: "flow-invalid" } });
  const { status, body } = await app.post<SessionAnswer>("/auth/social", { code: values.code, proof });
  expect(status).toBe(200);
  expect(body.refreshToken).toMatch(/^bpr_/);
  expect(app.cookies.size).toBe(0);
});

test.each(["without an address", "says no", "says no as text", "says yes as text", "says nothing"])(
  "a provider that %s makes no account",
  async (person) => {
    const { status, body } = await signInWithProvider(running.server.browser(), person);
    expect(status).toBe(403);
    expect(body.code).toBe("provider-address-unverified");
  },
);

test("an address with an account is not linked by itself, and without the provider's word nothing is said about it", async () => {
  const { server } = running;
  const session = await registerAndVerify(server, alice);
  const vouched = await signInWithProvider(server.browser(), "alice");
  expect(vouched).toMatchObject({ status: 409, body: { code: "provider-not-linked" } });
  const known = await signInWithProvider(server.browser(), "stranger with alice's address");
  const unknown = await signInWithProvider(server.browser(), "says no");
  const withoutId = ({ body }: typeof known) => ({ ...body, requestId: "" });
  expect(withoutId(known)).toEqual(withoutId(unknown));
  expect((await server.browser().get("/me", { accessToken: session.accessToken })).status).toBe(200);
  const links = server.database.db
    .selectFrom("account")
    .select("id")
    .where("userId", "=", session.account.id);
  expect(await links.execute()).toHaveLength(1);
});

test("a registration that a stranger left waiting is gone once the owner came by a provider", async () => {
  const { server } = running;
  const stranger = server.browser();
  await stranger.post("/auth/register", { ...alice, email: "emil@example.org", name: "Stranger" });
  const letter = await server.letter("emil@example.org", "verify-registration");
  const owner = await signInWithProvider<SessionAnswer>(server.browser(), "emil");
  expect(owner.body.account).toMatchObject({ email: "emil@example.org", name: "Emil" });
  const late = await stranger.post("/auth/verify-email", {
    token: new URLSearchParams(
      new URL(letter.links.find((link) => link.includes("#token=")) ?? "").hash.slice(1),
    ).get("token"),
  });
  expect(late).toMatchObject({ status: 400, body: { code: "token-invalid" } });
  const login = await stranger.post("/auth/login", { email: "emil@example.org", password: alice.password });
  expect(login).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
});

test("another address at the provider changes nothing here, and is not believed", async () => {
  const { server, provider } = running;
  const before = await signInWithProvider<SessionAnswer>(server.browser(), "frida");
  provider.people.set("frida", { ...frida, email: alice.email });
  const after = await signInWithProvider<SessionAnswer>(server.browser(), "frida");
  expect(after.body.account).toMatchObject({ id: before.body.account.id, email: "frida@example.org" });
});

test("a guest's conversations wait for a yes, and are never added by themselves", async () => {
  const { server } = running;
  const browser = server.browser();
  const guest = await browser.post<SessionAnswer>("/auth/guest");
  const { accessToken } = guest.body;
  await browser.post("/conversations", { title: "As a guest" }, { accessToken });
  const { body } = await signInWithProvider<SessionAnswer>(browser, "carol", { accessToken });
  expect(body.claimable).toEqual({ conversations: 1 });
  expect(body).not.toHaveProperty("merged");
  const chats = await browser.get<{ items: unknown[] }>("/conversations", { accessToken: body.accessToken });
  expect(chats.body.items).toEqual([]);
});

test("twenty windows that come with one code are signed in once", async () => {
  const { server } = running;
  const browser = server.browser();
  const { url } = await beginSignIn(browser);
  const { values } = await comeBack(browser, await actAtProvider(url, "carol"));
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => browser.post("/auth/social", { code: values.code })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(400)]);
});

test("one person who comes new in five windows at once gets one account", async () => {
  const { server, provider } = running;
  provider.people.set("gustav", { sub: "gustav-1", email: "gustav@example.org", email_verified: true });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => signInWithProvider<SessionAnswer>(server.browser(), "gustav")),
  );
  expect(new Set(answers.map(({ body }) => body.account.id)).size).toBe(1);
});

test("a banned account is not signed in", async () => {
  const { server } = running;
  const { body } = await signInWithProvider<SessionAnswer>(server.browser(), "dora");
  const { db } = server.database;
  await db
    .updateTable("user")
    .set({ banned: true, banReason: "Advertising" })
    .where("id", "=", body.account.id)
    .execute();
  const refused = await signInWithProvider(server.browser(), "dora");
  expect(refused).toMatchObject({ status: 403, body: { code: "account-banned", reason: "Advertising" } });
});
