import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alice, bob, person, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe("signing in", () => {
  beforeAll(async () => {
    await registerAndVerify(server, alice);
  });

  test("gives a session, under any spelling of the address", async () => {
    const { status, body } = await server
      .browser()
      .post("/auth/login", { email: " ALICE@Example.org", password: alice.password });
    expect(status).toBe(200);
    expect(body).toMatchObject({ account: { email: alice.email }, tokenType: "Bearer", expiresIn: 900 });
  });

  test("says the same for an unknown address, a wrong password and a pending registration", async () => {
    await server.browser().post("/auth/register", person("Tina"));
    const answers = [];
    for (const credentials of [
      { email: "unknown@example.org", password: alice.password },
      { email: alice.email, password: bob.password },
      { email: person("Tina").email, password: person("Tina").password },
    ]) {
      const { status, body } = await server.browser().post("/auth/login", credentials);
      answers.push({ status, ...body, requestId: "" });
    }
    expect(answers[0]).toMatchObject({ status: 401, code: "invalid-credentials" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test("tells the browser that registered that the letter is still unopened, and only after the right password", async () => {
    const uwe = person("Uwe");
    const browser = server.browser();
    await browser.post("/auth/register", uwe);
    const right = await browser.post("/auth/login", { email: uwe.email, password: uwe.password });
    const wrong = await browser.post("/auth/login", { email: uwe.email, password: bob.password });
    expect(right).toMatchObject({ status: 403, body: { code: "email-not-verified" } });
    expect(wrong).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
  });

  test("is refused to a banned account, with the reason, only after the right password", async () => {
    await registerAndVerify(server, person("Vera"));
    await sql`update "user" set banned = true, ban_reason = 'spam' where email = ${person("Vera").email}`.execute(
      server.database.db,
    );
    const right = await server
      .browser()
      .post("/auth/login", { email: person("Vera").email, password: alice.password });
    const wrong = await server
      .browser()
      .post("/auth/login", { email: person("Vera").email, password: bob.password });
    expect(right).toMatchObject({ status: 403, body: { code: "account-banned", reason: "spam" } });
    expect(wrong).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
  });

  test("renews a hash of another cost", async () => {
    const wanda = await registerAndVerify(server, person("Wanda"));
    const outdated = "$2b$04$";
    const { hash } = await import("@node-rs/bcrypt");
    const cheap = await hash(alice.password, { cost: 4 });
    expect(cheap.startsWith(outdated)).toBe(true);
    await sql`update account set password = ${cheap} where user_id = ${wanda.account.id}::uuid`.execute(
      server.database.db,
    );
    expect(
      (await server.browser().post("/auth/login", { email: person("Wanda").email, password: alice.password }))
        .status,
    ).toBe(200);
    const { rows } = await sql<{
      password: string;
    }>`select password from account where user_id = ${wanda.account.id}::uuid`.execute(server.database.db);
    expect(rows[0]?.password).toMatch(/^\$2b\$05\$/);
  });
});

describe("the account", () => {
  test("shows and changes what the reader may change, and nothing else", async () => {
    const { accessToken } = await registerAndVerify(server, person("Xenia"));
    const browser = server.browser();
    const changed = await browser.send("PATCH", "/me", {
      accessToken,
      body: { name: "Xenia Q.", image: "https://example.org/x.png" },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: "Xenia Q.", image: "https://example.org/x.png" },
    });
    expect((await browser.get("/me", { accessToken })).body).toEqual(changed.body);
    for (const body of [
      { role: "admin" },
      { emailVerified: false },
      { image: "javascript:alert(1)" },
      { name: 7 },
      { id: "x" },
    ]) {
      expect((await browser.send("PATCH", "/me", { accessToken, body })).status).toBe(422);
    }
    expect((await browser.get("/me", { accessToken })).body).toEqual(changed.body);
  });

  test("keeps preferences that were not named", async () => {
    const { accessToken } = await registerAndVerify(server, person("Yves"));
    const browser = server.browser();
    expect((await browser.get("/me/preferences", { accessToken })).body).toEqual({
      theme: "system",
      language: "en",
      notifications: { security: true, product: false, replies: true },
    });
    await browser.send("PATCH", "/me/preferences", { accessToken, body: { theme: "dark" } });
    const { body } = await browser.send("PATCH", "/me/preferences", {
      accessToken,
      body: { notifications: { product: true } },
    });
    expect(body).toMatchObject({
      theme: "dark",
      notifications: { security: true, product: true, replies: true },
    });
    for (const wrong of [{ theme: "blue" }, { notifications: { security: false } }, { colour: "red" }]) {
      expect((await browser.send("PATCH", "/me/preferences", { accessToken, body: wrong })).status).toBe(422);
    }
  });
});

test("nothing that was handed out stands in the database in clear", async () => {
  const zoe = person("Zoe");
  const browser = server.browser();
  const { body } = await browser.post("/auth/register", { ...zoe, delivery: "body" });
  const letter = await server.letter(zoe.email, "verify-registration");
  const dump = async () => {
    const { rows: tables } = await sql<{
      name: string;
    }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
      server.database.db,
    );
    const texts = await Promise.all(
      tables.map(({ name }) =>
        sql<{ text: string }>`select t::text as text from ${sql.table(name)} as t`.execute(
          server.database.db,
        ),
      ),
    );
    return texts.flatMap(({ rows }) => rows.map((row) => row.text)).join("\n");
  };
  const whilePending = await dump();
  for (const secret of [zoe.password, tokenOf(letter), letter.code ?? "", String(body.registrationProof)]) {
    expect(secret.length).toBeGreaterThan(7);
    expect(whilePending).not.toContain(secret);
  }
  const session = await registerAndVerify(server, person("Zack"), { delivery: "body" });
  const afterwards = await dump();
  expect(afterwards).toContain(person("Zack").email);
  expect(afterwards).not.toContain(session.accessToken);
  expect(afterwards).not.toContain(session.refreshToken);
});
