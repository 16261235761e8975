import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import {
  actAtProvider,
  comeBack,
  type ServerWithProvider,
  signInWithProvider,
  startServerWithProvider,
} from "./support/providers.ts";

let running: ServerWithProvider;
beforeAll(async () => {
  const people = ["alice", "bob", "carol", "dora", "emil"].map((name) => [
    name,
    { sub: `${name}-1`, email: `${name}@at-the-provider.example.org`, email_verified: true, name },
  ]);
  running = await startServerWithProvider(Object.fromEntries(people));
});
afterAll(() => running.close());

interface Link {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
}

const newAccount = (name: string, browser: TestBrowser) =>
  registerAndVerify(running.server, { ...alice, email: `${name}@example.org` }, { browser });

/** Goes to the provider and back. @returns the code that the page gets */
async function goToProvider(browser: TestBrowser, accessToken: string, as: string): Promise<string> {
  const begun = await browser.post<{ url: string }>("/me/providers/oidc", {}, { accessToken });
  expect(begun.status).toBe(200);
  const { page, values } = await comeBack(browser, await actAtProvider(begun.body.url, as));
  expect(page).toBe(`${running.server.url}/account`);
  return values.code ?? "";
}

async function link(browser: TestBrowser, accessToken: string, as: string) {
  const code = await goToProvider(browser, accessToken, as);
  return browser.post<Link & { code?: string }>("/me/providers", { code }, { accessToken });
}

const linksOf = async (browser: TestBrowser, accessToken: string) =>
  (await browser.get<{ providers: Link[] }>("/me/sign-in-methods", { accessToken })).body.providers;

test("a link that its owner makes signs in to the account, whatever address the provider knows, and its owner is told", async () => {
  const { server } = running;
  const browser = server.browser();
  const { accessToken, account } = await newAccount("one", browser);
  const linked = await link(browser, accessToken, "alice");
  expect(linked).toMatchObject({ status: 201, body: { provider: "oidc", name: "Library card" } });
  expect(await linksOf(browser, accessToken)).toEqual([linked.body]);
  const letter = await server.letter("one@example.org", "sign-in-method-changed");
  expect(letter.text).toContain("Library card");

  const signedIn = await signInWithProvider<SessionAnswer>(server.browser(), "alice");
  expect(signedIn.body.account).toMatchObject({ id: account.id, email: "one@example.org" });
  // Once more is no second link.
  const again = await link(browser, accessToken, "alice");
  expect(again).toMatchObject({ status: 201, body: { id: linked.body.id } });
});

test("linking and unlinking need a fresh proof of who asks", async () => {
  const { server } = running;
  const browser = server.browser();
  await newAccount("two", browser);
  server.clock.advance(11 * 60_000);
  const { body } = await browser.post<SessionAnswer>("/auth/refresh");
  const { accessToken } = body;
  for (const [method, path] of [
    ["POST", "/me/providers/oidc"],
    ["DELETE", "/me/providers/01937b1c-a4d6-7f20-8c5d-62a1e3f5b799"],
  ] as const) {
    const refused = await browser.send(method, path, { accessToken });
    expect(refused).toMatchObject({ status: 403, body: { code: "step-up-required" } });
  }
});

test("somebody's account at the provider belongs to one account here", async () => {
  const { server } = running;
  const [first, second] = [server.browser(), server.browser()];
  const mine = await newAccount("three", first);
  const others = await newAccount("four", second);
  expect((await link(first, mine.accessToken, "bob")).status).toBe(201);
  const refused = await link(second, others.accessToken, "bob");
  expect(refused).toMatchObject({ status: 409, body: { code: "provider-linked-elsewhere" } });
  expect(await linksOf(second, others.accessToken)).toEqual([]);
});

test("the code of a link is for the session that asked, and not for signing in", async () => {
  const { server } = running;
  const browser = server.browser();
  const { accessToken } = await newAccount("five", browser);
  const stranger = await newAccount("six", server.browser());
  const code = await goToProvider(browser, accessToken, "carol");
  const asStranger = await browser.post("/me/providers", { code }, { accessToken: stranger.accessToken });
  expect(asStranger).toMatchObject({ status: 400, body: { code: "flow-invalid" } });

  const forSignIn = await goToProvider(browser, accessToken, "carol");
  expect((await browser.post("/auth/social", { code: forSignIn })).body.code).toBe("flow-invalid");
  expect(await linksOf(browser, accessToken)).toEqual([]);
});

test("a link that is under way when its session ends is not made", async () => {
  const { server } = running;
  const browser = server.browser();
  const { accessToken, account } = await newAccount("seven", browser);
  const code = await goToProvider(browser, accessToken, "carol");
  await browser.post("/auth/logout", { everywhere: true }, { accessToken });
  expect((await browser.post("/me/providers", { code }, { accessToken })).status).toBe(401);
  const { body } = await browser.post<SessionAnswer>("/auth/login", {
    ...alice,
    name: undefined,
    email: account.email,
  });
  const late = await browser.post("/me/providers", { code }, { accessToken: body.accessToken });
  expect(late).toMatchObject({ status: 400, body: { code: "flow-invalid" } });
});

test("the last way to sign in stays, also when two are removed at once", async () => {
  const { server } = running;
  const browser = server.browser();
  const { body } = await signInWithProvider<SessionAnswer>(browser, "dora");
  const { accessToken } = body;
  const [only] = await linksOf(browser, accessToken);
  const refused = await browser.send("DELETE", `/me/providers/${only?.id}`, { accessToken });
  expect(refused).toMatchObject({ status: 409, body: { code: "last-sign-in-method" } });

  expect((await link(browser, accessToken, "emil")).status).toBe(201);
  const both = await linksOf(browser, accessToken);
  const answers = await Promise.all(
    both.map(({ id }) => browser.send("DELETE", `/me/providers/${id}`, { accessToken })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await linksOf(browser, accessToken)).toHaveLength(1);
});

test("a link that was removed signs in no more; another's and an unknown one are alike", async () => {
  const { server } = running;
  const browser = server.browser();
  const { accessToken } = await newAccount("eight", browser);
  const { body } = await link(browser, accessToken, "carol");
  const stranger = await registerAndVerify(server, bob);
  for (const [id, token] of [
    [body.id, stranger.accessToken],
    ["01937b1c-a4d6-7f20-8c5d-62a1e3f5b799", accessToken],
  ]) {
    const missed = await browser.send("DELETE", `/me/providers/${id}`, { accessToken: token });
    expect(missed).toMatchObject({ status: 404, body: { code: "not-found" } });
  }
  expect((await browser.send("DELETE", `/me/providers/${body.id}`, { accessToken })).status).toBe(204);
  const signedIn = await signInWithProvider<SessionAnswer>(server.browser(), "carol");
  expect(signedIn.body.account.email).toBe("carol@at-the-provider.example.org");
});

test("a guest links nothing", async () => {
  const browser = running.server.browser();
  const { body } = await browser.post<SessionAnswer>("/auth/guest");
  const refused = await browser.post("/me/providers/oidc", {}, { accessToken: body.accessToken });
  expect(refused.status).toBe(401);
});
