// A stranger tries passwords; the owner gets in all the same. OWASP ASVS 5.0, 6.1.1.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addressOf, countingServer, from, guess, guessFromEverywhere } from "./support/attacks.ts";
import type { TestBrowser } from "./support/browser.ts";
import { person, registerAndVerify, tokenOf } from "./support/people.ts";
import { letterAfter, newPassword } from "./support/recovery.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let owner = person("Olga");
let people = 0;
/** Where the owner has signed in before. */
let known: TestBrowser;
beforeAll(async () => {
  server = await startTestServer(countingServer);
});
afterAll(() => server.close());

/** Where nobody has asked from yet. */
const elsewhere = () => from(addressOf(60_000 + people));
const signIn = (browser: TestBrowser, password = owner.password, place = elsewhere()) =>
  browser.post("/auth/login", { email: owner.email, password }, place);

beforeEach(async () => {
  people += 1;
  owner = person(`Owner${people}`);
  known = server.browser();
  await registerAndVerify(server, owner, { browser: known });
});

describe("while strangers try a thousand passwords, the owner gets in", () => {
  test("in a browser in which the account has signed in before, and nobody else does in any other", async () => {
    const statuses = await guessFromEverywhere(server, owner.email, 1000);
    expect(statuses).toContain(429);
    expect((await signIn(known)).status).toBe(200);
    expect((await signIn(server.browser())).status).toBe(429);
  });

  beforeEach(async () => {
    if (people > 1) await guessFromEverywhere(server, owner.email, 40);
  });

  test("from the very address that the strangers use", async () => {
    for (let turn = 0; turn < 12; turn += 1) await guess(server, owner.email, "203.0.113.9");
    expect((await guess(server, owner.email, "203.0.113.9")).status).toBe(429);
    expect((await signIn(known, owner.password, from("203.0.113.9"))).status).toBe(200);
  });

  test("by a letter with a link to sign in, and is known there from then on", async () => {
    const browser = server.browser();
    const letter = await letterAfter(server, owner.email, "magic-link", () =>
      browser.post("/auth/magic-link", { email: owner.email }, elsewhere()),
    );
    const link = { token: tokenOf(letter) };
    expect((await browser.post("/auth/magic-link/verify", link, elsewhere())).status).toBe(200);
    expect((await signIn(browser)).status).toBe(200);
  });

  test("by choosing another password by letter, in the browser that has chosen it", async () => {
    const letter = await letterAfter(server, owner.email, "password-reset", () =>
      server.browser().post("/auth/password/forgot", { email: owner.email }, elsewhere()),
    );
    const browser = server.browser();
    const reset = { token: tokenOf(letter), password: newPassword };
    expect((await browser.post("/auth/password/reset", reset, elsewhere())).status).toBe(204);
    expect((await signIn(server.browser(), newPassword)).status).toBe(429);
    expect((await signIn(browser, newPassword)).status).toBe(200);
  });

  test("and whoever is signed in stays so, and proves who they are", async () => {
    const { body } = await known.post<{ accessToken: string }>("/auth/refresh", {}, elsewhere());
    expect((await known.get("/me", body)).status).toBe(200);
    const proof = { password: owner.password };
    expect((await known.post("/auth/step-up", proof, { ...body, ...elsewhere() })).status).toBe(200);
  });
});

describe("the browser's own counter", () => {
  beforeEach(() => guessFromEverywhere(server, owner.email, 40));

  test("takes ten wrong passwords and no more, and gives a right one back", async () => {
    for (let turn = 0; turn < 3; turn += 1) expect((await signIn(known)).status).toBe(200);
    const statuses: number[] = [];
    for (let turn = 0; turn < 11; turn += 1) statuses.push((await signIn(known, "a wrong one")).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const refused = await signIn(known);
    expect(refused).toMatchObject({ status: 429, body: { limit: 10 } });
    server.clock.advance(Number(refused.headers.get("retry-after")) * 1000);
    expect((await signIn(known)).status).toBe(200);
  });

  test("is nobody's who makes a browser up, or brings one of another account", async () => {
    const madeUp = server.browser();
    madeUp.cookies.set("bookplate-device", "A".repeat(43));
    expect((await signIn(madeUp)).status).toBe(429);
    const { email, password } = owner;
    const native = await madeUp.post("/api/auth/sign-in/email", { email, password }, elsewhere());
    expect(native.status).toBe(429);
    const bob = person(`Bob${people}`);
    const his = server.browser();
    await registerAndVerify(server, bob, { browser: his });
    expect((await signIn(his)).status).toBe(429);
  });

  test("tells nobody whether an address has an account", async () => {
    const absent = `absent${people}@example.org`;
    await guessFromEverywhere(server, absent, 40);
    const madeUp = server.browser();
    madeUp.cookies.set("bookplate-device", "B".repeat(43));
    const answers = [];
    for (const email of [owner.email, absent]) {
      const answer = await madeUp.post("/auth/login", { email, password: "a wrong one" }, elsewhere());
      const { requestId: _, resetAt: __, ...said } = answer.body;
      answers.push({ status: answer.status, said, names: [...answer.headers.keys()].sort() });
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});
