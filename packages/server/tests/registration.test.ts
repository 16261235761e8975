import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, person, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function countRows(table: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${sql.table(table)}`.execute(server.database.db);
  return rows[0]?.count ?? -1;
}

describe("registering", () => {
  test("makes no user before the address is proven, and one after", async () => {
    const dora = person("Dora");
    const browser = server.browser();
    const usersBefore = await countRows("user");
    const registered = await browser.post("/auth/register", dora);
    expect(registered).toMatchObject({ status: 202, body: { status: "verification-required" } });
    expect(browser.cookies.has("bookplate-registration")).toBe(true);
    expect(await countRows("user")).toBe(usersBefore);

    const letter = await server.letter(dora.email, "verify-registration");
    const verified = await browser.post<{ status: string; session: SessionAnswer }>("/auth/verify-email", {
      token: tokenOf(letter),
    });
    expect(verified.status).toBe(200);
    expect(verified.body).toMatchObject({
      status: "verified",
      session: {
        tokenType: "Bearer",
        account: { email: dora.email, name: "Dora", role: "user", guest: false, emailVerified: true },
      },
    });
    expect(verified.body.session.refreshToken).toBeUndefined();
    expect(browser.cookies.has("bookplate")).toBe(true);
    expect(browser.cookies.has("bookplate-registration")).toBe(false);
    expect(await countRows("user")).toBe(usersBefore + 1);
  });

  test("answers alike for a known and an unknown address", async () => {
    await registerAndVerify(server, person("Emil"));
    const known = await server.browser().post("/auth/register", { ...person("Emil"), name: "Mallory" });
    const unknown = await server.browser().post("/auth/register", person("Fritz"));
    expect(known.status).toBe(unknown.status);
    expect(known.body).toEqual(unknown.body);
    const names = (headers: Headers) => [...headers.keys()].filter((name) => name !== "date").sort();
    expect(names(known.headers)).toEqual(names(unknown.headers));
    expect(known.headers.get("set-cookie")?.length).toBe(unknown.headers.get("set-cookie")?.length);
    await expect(server.letter(person("Emil").email, "already-registered")).resolves.toBeDefined();
  });

  test("with delivery in the body gives the proof in the answer and sets no cookie", async () => {
    const browser = server.browser();
    const { body } = await browser.post("/auth/register", { ...person("Greta"), delivery: "body" });
    expect(body.registrationProof).toEqual(expect.any(String));
    expect(browser.cookies.size).toBe(0);
    const token = tokenOf(await server.letter(person("Greta").email, "verify-registration"));
    const verified = await browser.post<{ session: SessionAnswer }>("/auth/verify-email", {
      token,
      registrationProof: body.registrationProof,
      delivery: "body",
    });
    expect(verified.body.session.refreshToken).toMatch(/^bpr_/);
    expect(verified.headers.getSetCookie().filter((line) => /^bookplate=./.test(line))).toEqual([]);
  });

  test.each([
    [{ email: "nobody", name: "N", password: alice.password }, "email", "email-invalid"],
    [{ email: "n@example.org", name: " ", password: alice.password }, "name", "name-required"],
    [{ email: "n@example.org", name: "N".repeat(81), password: alice.password }, "name", "name-too-long"],
    [{ email: "n@example.org", name: "N", password: "short" }, "password", "password-too-short"],
    [{ email: "n@example.org", name: "N", password: "p".repeat(257) }, "password", "password-too-long"],
    [{ email: "n@example.org", name: "N", password: "password12" }, "password", "password-breached"],
    [{ email: "nora@example.org", name: "N", password: "nora@example.org" }, "password", "password-too-weak"],
    [
      { email: "n@example.org", name: "Nora Nett", password: "NoraNett2026" },
      "password",
      "password-too-weak",
    ],
    [{ email: "n@example.org", name: "N", password: "bookplate123" }, "password", "password-too-weak"],
    [{ email: "n@example.org", name: "N" }, "password", "field-required"],
    [{ email: "n@example.org", name: "N", password: alice.password, role: "admin" }, "role", "field-unknown"],
    [{ email: ["n@example.org"], name: "N", password: alice.password }, "email", "value-invalid"],
  ])("%o is refused at the field %s with %s and leaves no row", async (body, field, code) => {
    const before = await countRows("pending_registration");
    const { status, body: problem } = await server.browser().post("/auth/register", body);
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: "validation-failed", errors: [{ field, code }] });
    expect(await countRows("pending_registration")).toBe(before);
  });

  test("accepts passwords of 64, 128 and 256 characters of any kind, and tells them apart to the last", async () => {
    for (const length of [64, 128, 256]) {
      const animals = Array.from({ length }, (_, index) =>
        String.fromCodePoint(0x1f400 + ((index * 37) % 64)),
      );
      const password = animals.join("");
      const reader = { ...person(`Owl${length}`), password };
      await registerAndVerify(server, reader);
      const right = await server.browser().post("/auth/login", { email: reader.email, password });
      const wrong = await server
        .browser()
        .post("/auth/login", { email: reader.email, password: `${animals.slice(0, -1).join("")}🦆` });
      expect([right.status, wrong.status]).toEqual([200, 401]);
    }
  });
});

describe("verifying", () => {
  test("in another browser needs a password, and the token stays good until then", async () => {
    const hanna = person("Hanna");
    await server.browser().post("/auth/register", hanna);
    const token = tokenOf(await server.letter(hanna.email, "verify-registration"));
    const elsewhere = server.browser();
    expect(await elsewhere.post("/auth/verify-email", { token })).toMatchObject({
      status: 409,
      body: { code: "password-needed" },
    });
    const wrong = await elsewhere.post("/auth/verify-email", { token, password: "not the password" });
    expect(wrong).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
    expect(await elsewhere.post("/auth/verify-email", { token, newPassword: "weak" })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "newPassword", code: "password-too-short" }] },
    });
    for (const [newPassword, code] of [
      ["qwertyuiop", "password-breached"],
      ["hanna, example", "password-too-weak"],
    ]) {
      expect(await elsewhere.post("/auth/verify-email", { token, newPassword })).toMatchObject({
        status: 422,
        body: { errors: [{ field: "newPassword", code }] },
      });
    }
    expect(await elsewhere.post("/auth/verify-email", { token, password: hanna.password })).toMatchObject({
      status: 200,
    });
    expect(await elsewhere.post("/auth/verify-email", { token, password: hanna.password })).toMatchObject({
      status: 400,
      body: { code: "token-invalid" },
    });
  });

  test("with a new password alone makes a fresh account: a stranger's name and password are gone", async () => {
    const owner = "ida@example.org";
    await server
      .browser()
      .post("/auth/register", { email: owner, name: "Mallory", password: "the stranger's password" });
    const token = tokenOf(await server.letter(owner, "verify-registration"));
    const verified = await server
      .browser()
      .post<{ session: SessionAnswer }>("/auth/verify-email", { token, newPassword: bob.password });
    expect(verified.body.session.account).toMatchObject({ email: owner, name: null });
    const stranger = await server
      .browser()
      .post("/auth/login", { email: owner, password: "the stranger's password" });
    expect(stranger.status).toBe(401);
    expect(
      (await server.browser().post("/auth/login", { email: owner, password: bob.password })).status,
    ).toBe(200);
  });

  test("after five wrong passwords only a new one helps", async () => {
    const jana = person("Jana");
    await server.browser().post("/auth/register", jana);
    const token = tokenOf(await server.letter(jana.email, "verify-registration"));
    const elsewhere = server.browser();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(
        (await elsewhere.post("/auth/verify-email", { token, password: "not the password" })).status,
      ).toBe(401);
    }
    expect((await elsewhere.post("/auth/verify-email", { token, password: jana.password })).status).toBe(401);
    expect((await elsewhere.post("/auth/verify-email", { token, newPassword: jana.password })).status).toBe(
      200,
    );
  });

  test("several registrations stand side by side; the one that is proven wins and the others die", async () => {
    const email = "karl@example.org";
    const first = server.browser();
    const second = server.browser();
    await first.post("/auth/register", { email, name: "First", password: "first password of karl" });
    const firstToken = tokenOf(await server.letter(email, "verify-registration"));
    await second.post("/auth/register", { email, name: "Second", password: "second password of karl" });
    await expect.poll(async () => (await server.letters(email)).length).toBe(2);
    const secondToken = tokenOf(await server.letter(email, "verify-registration"));
    // The second browser's proof selects its own registration, whichever letter it opens.
    const verified = await second.post<{ session: SessionAnswer }>("/auth/verify-email", {
      token: firstToken,
    });
    expect(verified.body.session.account.name).toBe("Second");
    expect(await first.post("/auth/verify-email", { token: secondToken })).toMatchObject({
      body: { code: "token-invalid" },
    });
    expect((await first.post("/auth/login", { email, password: "first password of karl" })).status).toBe(401);
  });

  test("works once, also for two who press at the same moment", async () => {
    const lena = person("Lena");
    const browser = server.browser();
    await browser.post("/auth/register", lena);
    const token = tokenOf(await server.letter(lena.email, "verify-registration"));
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => browser.post("/auth/verify-email", { token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  test("by code needs the proof, and five wrong guesses burn it while the link stays good", async () => {
    const maria = person("Maria");
    const browser = server.browser();
    await browser.post("/auth/register", maria);
    const letter = await server.letter(maria.email, "verify-registration");
    const { code } = letter;
    expect(code).toMatch(/^\d{8}$/);
    expect((await server.browser().post("/auth/verify-email", { code })).body).toMatchObject({
      code: "token-invalid",
    });
    const wrong = code === "00000000" ? "00000001" : "00000000";
    for (let guess = 0; guess < 5; guess += 1) await browser.post("/auth/verify-email", { code: wrong });
    expect((await browser.post("/auth/verify-email", { code })).body).toMatchObject({
      code: "token-invalid",
    });
    expect((await browser.post("/auth/verify-email", { token: tokenOf(letter) })).status).toBe(200);

    const nils = person("Nils");
    await browser.post("/auth/register", nils);
    const nilsLetter = await server.letter(nils.email, "verify-registration");
    expect((await browser.post("/auth/verify-email", { code: nilsLetter.code })).status).toBe(200);
  });

  test("with an unknown, used, expired or foreign token gives the same answer", async () => {
    const olga = person("Olga");
    const browser = server.browser();
    await browser.post("/auth/register", olga);
    const used = tokenOf(await server.letter(olga.email, "verify-registration"));
    await browser.post("/auth/verify-email", { token: used });
    await browser.post("/auth/register", person("Paul"));
    const expired = tokenOf(await server.letter(person("Paul").email, "verify-registration"));
    await sql`update letter_token set expires_at = now() - interval '1 minute' where email = ${person("Paul").email}`.execute(
      server.database.db,
    );
    const refresh = (await registerAndVerify(server, person("Quinn"), { delivery: "body" })).refreshToken;
    const answers = [];
    for (const token of ["unknown", used, expired, refresh, "x".repeat(200)]) {
      const { status, body } = await browser.post("/auth/verify-email", { token });
      answers.push({ status, ...body, requestId: "" });
    }
    expect(answers[0]).toMatchObject({ status: 400, code: "token-invalid" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test("does nothing on GET", async () => {
    const rosa = person("Rosa");
    await server.browser().post("/auth/register", rosa);
    const letter = await server.letter(rosa.email, "verify-registration");
    for (const link of letter.links) await fetch(link, { redirect: "manual" });
    const again = await server
      .browser()
      .post("/auth/verify-email", { token: tokenOf(letter), password: rosa.password });
    expect(again.status).toBe(200);
  });

  test("can be asked for again, without telling who is known, and five letters are enough", async () => {
    const sven = person("Sven");
    const browser = server.browser();
    await browser.post("/auth/register", sven);
    const answers = [];
    for (const email of [sven.email, "nobody-at-all@example.org", alice.email]) {
      answers.push(await browser.post("/auth/verify-email/resend", { email }));
    }
    for (const answer of answers) expect(answer).toMatchObject({ status: 202, body: answers[0]?.body });
    for (let turn = 0; turn < 8; turn += 1)
      await browser.post("/auth/verify-email/resend", { email: sven.email });
    await expect.poll(async () => (await server.letters(sven.email)).length).toBe(5);
    expect(await server.letters("nobody-at-all@example.org")).toEqual([]);
    const oldest = (await server.letters(sven.email)).at(-1);
    if (!oldest) throw new Error("There is no letter.");
    expect((await browser.post("/auth/verify-email", { token: tokenOf(oldest) })).status).toBe(200);
  });
});
