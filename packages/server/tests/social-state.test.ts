import { afterAll, beforeAll, expect, test } from "vitest";
import {
  actAtProvider,
  beginSignIn,
  comeBack,
  type ServerWithProvider,
  startServerWithProvider,
} from "./support/providers.ts";

const carol = { sub: "carol-1", email: "carol@example.org", email_verified: true };

let running: ServerWithProvider;
beforeAll(async () => {
  running = await startServerWithProvider({ carol }, { claimsInIdToken: true });
});
afterAll(() => running.close());

const callback = (query: Record<string, string>) =>
  `${running.server.url}/api/auth/callback/oidc?${new URLSearchParams(query)}`;

const lost = { provider: "oidc", problem: "flow-invalid" };

test("a callback without a state, or with one that nobody gave, leads to a page that says so", async () => {
  const { server } = running;
  for (const query of [{}, { code: "a-code" }, { code: "a-code", state: "made-up" }, { state: "" }]) {
    const { page, values } = await comeBack(server.browser(), callback(query));
    expect(page).toBe(`${server.url}/login`);
    expect(values).toEqual(lost);
  }
});

test("a state counts once, and its code is not asked for again", async () => {
  const browser = running.server.browser();
  const back = await actAtProvider((await beginSignIn(browser)).url, "carol");
  const answers = await Promise.all(Array.from({ length: 5 }, () => comeBack(browser, back)));
  const codes = answers.flatMap(({ values }) => values.code ?? []);
  expect(codes).toHaveLength(1);
  expect((await browser.post("/auth/social", { code: codes[0] })).status).toBe(200);
  expect((await browser.post("/auth/social", { code: codes[0] })).body.code).toBe("flow-invalid");
  expect((await comeBack(browser, back)).values).toEqual(lost);
});

test("a state from another browser is not taken, and still counts in its own", async () => {
  const { server } = running;
  const [mine, other] = [server.browser(), server.browser()];
  const back = await actAtProvider((await beginSignIn(mine)).url, "carol");
  await beginSignIn(other);
  expect((await comeBack(other, back)).values).toEqual(lost);
  expect((await comeBack(server.browser(), back)).values).toEqual(lost);
  expect((await comeBack(mine, back)).values).toHaveProperty("code");
});

test("the code of a page is nothing to another browser, also to one with a sign-in of its own under way", async () => {
  const { server } = running;
  const [mine, other] = [server.browser(), server.browser()];
  const back = await actAtProvider((await beginSignIn(mine)).url, "carol");
  const { values } = await comeBack(mine, back);
  await beginSignIn(other);
  for (const browser of [other, server.browser()]) {
    const { status, body } = await browser.post("/auth/social", { code: values.code });
    expect([status, body.code]).toEqual([400, "flow-invalid"]);
    expect(browser.cookies.has("bookplate")).toBe(false);
  }
  expect((await mine.post("/auth/social", { code: values.code })).status).toBe(200);
});

test("two tabs of one browser may sign in at the same time", async () => {
  const browser = running.server.browser();
  const [one, other] = [await beginSignIn(browser), await beginSignIn(browser)];
  for (const { url } of [one, other]) {
    const { values } = await comeBack(browser, await actAtProvider(url, "carol"));
    expect((await browser.post("/auth/social", { code: values.code })).status).toBe(200);
  }
});

test("a sign-in takes ten minutes at the most, and its last step five", async () => {
  const { server } = running;
  const minute = 60_000;
  const browser = server.browser();
  const slow = await actAtProvider((await beginSignIn(browser)).url, "carol");
  server.clock.advance(10 * minute + 1);
  expect((await comeBack(browser, slow)).values).toEqual(lost);
  expect((await browser.post("/auth/social", { code: "anything" })).body.code).toBe("flow-invalid");
});

test("whoever says no at the provider comes back to the form, and nothing has happened", async () => {
  const { server } = running;
  const browser = server.browser();
  const { url } = await beginSignIn(browser, { returnTo: "/reading/on" });
  const { page, values } = await comeBack(browser, await actAtProvider(url, "Cancel"));
  expect(page).toBe(`${server.url}/reading/on`);
  expect(values).toEqual({ provider: "oidc", problem: "provider-refused" });
  expect(
    await server.database.db
      .selectFrom("providerFlow")
      .select("id")
      .where("returnTo", "like", "%reading%")
      .execute(),
  ).toEqual([]);
});

test("an answer without a code, with two, or with an endless one is a refusal", async () => {
  const browser = running.server.browser();
  for (const odd of [
    "",
    "&code=one&code=two",
    `&code=${"x".repeat(5000)}`,
    "&error=server_error&code=a-code",
  ]) {
    const state = new URL((await beginSignIn(browser)).url).searchParams.get("state");
    const { values } = await comeBack(
      browser,
      `${running.server.url}/api/auth/callback/oidc?state=${state}${odd}`,
    );
    expect(values).toEqual({ provider: "oidc", problem: "provider-refused" });
  }
});

test("a state is for its own provider", async () => {
  const browser = running.server.browser();
  const back = new URL(await actAtProvider((await beginSignIn(browser)).url, "carol"));
  const elsewhere = await comeBack(browser, back.href.replace("/callback/oidc", "/callback/google"));
  expect(elsewhere.values).toMatchObject({ problem: "flow-invalid" });
});

test("a form that a provider sends goes around once more as an address, and does nothing by itself", async () => {
  const browser = running.server.browser();
  const back = new URL(await actAtProvider((await beginSignIn(browser)).url, "carol"));
  const posted = await browser.send("POST", "/api/auth/callback/oidc", {
    body: back.searchParams.toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
    origin: "https://appleid.apple.com",
    redirect: "manual",
  });
  expect(posted.status).toBe(303);
  const location = new URL(posted.headers.get("location") ?? "", running.server.url);
  expect(location.origin + location.pathname).toBe(`${running.server.url}/api/auth/callback/oidc`);
  expect((await comeBack(browser, location.href)).values).toHaveProperty("code");
  const json = await browser.send("POST", "/api/auth/callback/oidc", { body: {}, origin: null });
  expect(json.status).toBe(415);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https:evil.example",
  "https://evil.example/login",
  "https://user@localhost/login",
  "javascript:alert(1)",
  "data:text/html,hi",
  "/login\r\nSet-Cookie: a=b",
  "/log\tin",
  " /login",
  "/api/auth/callback/oidc?code=1",
  "/api/v1/auth/logout",
  "ftp://localhost/login",
  "",
  "x".repeat(3000),
])("the page to come back to cannot be %j", async (returnTo) => {
  const { status, body } = await running.server.browser().post("/auth/social/oidc", { returnTo });
  expect(status).toBe(422);
  expect(body.code).toBe("validation-failed");
});

test.each<[string, unknown]>([
  ["a list", ["/login"]],
  ["an object", { href: "/login" }],
  ["a number", 7],
])("the page to come back to cannot be %s", async (_name, returnTo) => {
  expect((await running.server.browser().post("/auth/social/oidc", { returnTo })).status).toBe(422);
});

test.each([
  ["/login", "/login"],
  ["/docs/intro?q=1#part", "/docs/intro?q=1"],
])("the page to come back to can be %s", async (returnTo, page) => {
  const browser = running.server.browser();
  const { url } = await beginSignIn(browser, { returnTo });
  const returned = await comeBack(browser, await actAtProvider(url, "carol"));
  expect(returned.page).toBe(running.server.url + page);
});

test("a provider that is not switched on is not there", async () => {
  const { status, body } = await running.server.browser().post("/auth/social/google");
  expect([status, body.code]).toEqual([404, "not-found"]);
});
