// A stranger prepares an account for somebody else's address and waits: the five classes of Sudhodanan and
// Paverd, "Pre-hijacked accounts" (2022), and what else leads there.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import { addPasskey, signInWithPasskey } from "./support/passkeys.ts";
import { bob, person, registerAndVerify, tokenOf } from "./support/people.ts";
import { askForReset, letterAfter, logIn, newPassword, recover } from "./support/recovery.ts";
import { turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const strangers = "the stranger's own password";
const day = 24 * 60 * 60_000;

let server: TestServer;
/** Where an address need not be proven, a stranger gets a session under anybody's. */
let open: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  open = await startTestServer({ EMAIL_VERIFICATION: "off" });
});
afterAll(async () => {
  await server.close();
  await open.close();
});

const ended = { status: 401, body: { code: "session-ended" } };

/** The stranger registers the owner's address and is signed in at once. */
async function occupy(email: string): Promise<SessionAnswer> {
  const answer = await open
    .browser()
    .post<SessionAnswer>("/auth/register", { email, name: "Mallory", password: strangers, delivery: "body" });
  expect(answer.status).toBe(201);
  return answer.body;
}

const countOf = async (table: "pending_registration" | "letter_token", email: string) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where email = ${email}`.execute(
    server.database.db,
  );
  return rows[0]?.count;
};

describe("classic merge: a stranger's registration waits for the owner", () => {
  test("whoever proves the address elsewhere never lends it to the stranger's password", async () => {
    const email = person("Dora").email;
    const stranger = server.browser();
    await stranger.post("/auth/register", { email, name: "Mallory", password: strangers });
    const strangersLetter = await server.letter(email, "verify-registration");
    const owner = server.browser();
    const ownLetter = await letterAfter(server, email, "verify-registration", () =>
      owner.post("/auth/register", person("Dora")),
    );
    const verified = await owner.post<{ session: SessionAnswer }>("/auth/verify-email", {
      token: tokenOf(ownLetter),
    });
    expect(verified.body.session.account.name).toBe("Dora");
    expect((await logIn(server, email, strangers)).status).toBe(401);
    for (const body of [{ token: tokenOf(strangersLetter) }, { code: strangersLetter.code }]) {
      expect(await stranger.post("/auth/verify-email", body)).toMatchObject({
        status: 400,
        body: { code: "token-invalid" },
      });
    }
  });

  test("the stranger's letter, pressed by the owner, proves nothing for the stranger", async () => {
    const email = person("Emil").email;
    await server.browser().post("/auth/register", { email, name: "Mallory", password: strangers });
    const token = tokenOf(await server.letter(email, "verify-registration"));
    const owner = server.browser();
    expect((await owner.post("/auth/verify-email", { token })).body).toMatchObject({
      code: "password-needed",
    });
    const verified = await owner.post<{ session: SessionAnswer }>("/auth/verify-email", {
      token,
      newPassword,
    });
    expect(verified.body.session.account.name).toBeNull();
    expect((await logIn(server, email, strangers)).status).toBe(401);
    expect((await logIn(server, email, newPassword)).status).toBe(200);
  });

  test("registrations that wait keep nobody from the address, and end with it", async () => {
    const email = person("Frida").email;
    for (let turn = 0; turn < 3; turn += 1) {
      await server.browser().post("/auth/register", { email, name: "Mallory", password: strangers });
    }
    const { account } = await registerAndVerify(server, person("Frida"));
    expect(account).toMatchObject({ email, name: "Frida" });
    expect(await countOf("pending_registration", email)).toBe(0);
    expect(await countOf("letter_token", email)).toBe(0);
  });

  test("a reset takes an account over that a stranger has used, with its password", async () => {
    const email = person("Greta").email;
    await occupy(email);
    await recover(open, email, newPassword);
    expect((await logIn(open, email, strangers)).status).toBe(401);
    const { body } = await logIn(open, email, newPassword);
    expect(body.account).toMatchObject({ email, emailVerified: true });
  });
});

describe("unexpired session: a stranger stays signed in", () => {
  test("and is out once the owner recovers the account", async () => {
    const email = person("Hugo").email;
    const { accessToken, refreshToken } = await occupy(email);
    await recover(open, email, newPassword);
    expect(await open.browser().get("/me", { accessToken })).toMatchObject(ended);
    expect(await open.browser().post("/auth/refresh", { refreshToken }, { origin: null })).toMatchObject({
      status: 401,
      body: { code: "refresh-invalid" },
    });
  });

  test("and is out once the owner verifies the address", async () => {
    const email = person("Ida").email;
    const { accessToken } = await occupy(email);
    const letter = await letterAfter(open, email, "verify-user", () =>
      open.browser().post("/auth/verify-email/resend", { email }),
    );
    const owner = open.browser();
    const body = { token: tokenOf(letter), newPassword };
    expect((await owner.post("/auth/verify-email", body)).status).toBe(200);
    expect(await open.browser().get("/me", { accessToken })).toMatchObject(ended);
    expect((await logIn(open, email, strangers)).status).toBe(401);
  });
});

describe("trojan identifier: a stranger adds a way in of their own", () => {
  const linkProvider = (userId: string) =>
    sql`insert into account (id, account_id, provider_id, user_id, created_at, updated_at)
      values (gen_random_uuid(), ${userId}, 'github', ${userId}, now(), now())`.execute(open.database.db);

  const waysOf = async (userId: string) => {
    const { rows } = await sql<{ way: string }>`
      select provider_id as way from account where user_id = ${userId}
      union all select 'passkey' from passkey where user_id = ${userId}`.execute(open.database.db);
    return rows.map(({ way }) => way);
  };

  test("a passkey or a provider from before the recovery is gone after it", async () => {
    const email = person("Jana").email;
    const { accessToken, account } = await occupy(email);
    const authenticator = createAuthenticator();
    const { status } = await addPasskey(open.browser(), open.url, accessToken, authenticator);
    expect(status).toBe(201);
    await linkProvider(account.id);
    await recover(open, email, newPassword);
    expect(await waysOf(account.id)).toEqual(["credential"]);
    expect((await signInWithPasskey(open.browser(), open.url, authenticator)).status).toBe(401);
  });

  test("nor a second factor, which would lock the owner out", async () => {
    const email = person("Kira").email;
    const { accessToken } = await occupy(email);
    await turnOnTotp(open, accessToken);
    await recover(open, email, newPassword);
    expect((await logIn(open, email, newPassword)).body).toMatchObject({
      account: { email, twoFactor: false },
    });
  });

  test("and after a verification with a new password, too", async () => {
    const email = person("Karl").email;
    const { accessToken, account } = await occupy(email);
    expect((await addPasskey(open.browser(), open.url, accessToken)).status).toBe(201);
    await linkProvider(account.id);
    const letter = await letterAfter(open, email, "verify-user", () =>
      open.browser().post("/auth/verify-email/resend", { email }),
    );
    const body = { token: tokenOf(letter), newPassword };
    expect((await open.browser().post("/auth/verify-email", body)).status).toBe(200);
    expect(await waysOf(account.id)).toEqual(["credential"]);
  });

  test("while whoever proved the address keeps what they added", async () => {
    const lena = person("Lena");
    const browser = server.browser();
    const { accessToken } = await registerAndVerify(server, lena, { browser });
    const authenticator = createAuthenticator();
    await addPasskey(browser, server.url, accessToken, authenticator);
    await recover(server, lena.email, newPassword);
    expect((await signInWithPasskey(server.browser(), server.url, authenticator)).status).toBe(200);
  });
});

describe("unexpired change of the address: a stranger has one under way", () => {
  test("and cannot confirm it after the recovery, nor one that no letter was written for yet", async () => {
    const email = person("Maria").email;
    const { accessToken } = await occupy(email);
    const letter = await letterAfter(open, bob.email, "email-change-confirm", () =>
      open.browser().post("/me/email", { newEmail: bob.email }, { accessToken }),
    );
    await recover(open, email, newPassword);
    expect(await open.browser().post("/me/email/confirm", { token: tokenOf(letter) })).toMatchObject({
      status: 400,
      body: { code: "token-invalid" },
    });
    expect((await logIn(open, email, newPassword)).body.account.email).toBe(email);
  });

  test("and cannot use a reset letter that was sent before the address changed", async () => {
    const nils = person("Nils");
    const { accessToken } = await registerAndVerify(server, nils);
    const { token } = await askForReset(server, nils.email);
    const newEmail = "nils@elsewhere.example.org";
    const letter = await letterAfter(server, newEmail, "email-change-confirm", () =>
      server.browser().post("/me/email", { newEmail }, { accessToken }),
    );
    await server.browser().post("/me/email/confirm", { token: tokenOf(letter) });
    expect(await server.browser().post("/auth/password/reset", { token, password: strangers })).toMatchObject(
      {
        status: 400,
      },
    );
  });
});

describe("a guest behind a stranger's registration", () => {
  test("stays a guest, with its chats, when the owner takes the address and when the registration ends", async () => {
    const email = person("Olga").email;
    const browser = server.browser();
    const { body: guest } = await browser.post<SessionAnswer>("/auth/guest", { delivery: "body" });
    const { accessToken } = guest;
    await browser.post("/conversations", { title: "Mine" }, { accessToken });
    await browser.post("/auth/register", { email, name: "Mallory", password: strangers }, { accessToken });
    await registerAndVerify(server, person("Olga"));
    const { body: list } = await browser.get("/conversations", { accessToken });
    expect(list).toMatchObject({ items: [{ title: "Mine" }] });
    const { body: me } = await browser.get("/me", { accessToken });
    expect(me).toMatchObject({ guest: true, email: null });

    const other = person("Paul").email;
    await browser.post("/auth/register", { email: other, name: "M", password: strangers }, { accessToken });
    const letter = await server.letter(other, "verify-registration");
    server.clock.advance(8 * day);
    expect(await browser.post("/auth/verify-email", { token: tokenOf(letter) })).toMatchObject({
      status: 400,
    });
    const { body: refreshed } = await browser.post<SessionAnswer>(
      "/auth/refresh",
      { refreshToken: guest.refreshToken },
      { origin: null },
    );
    expect(refreshed.account.guest).toBe(true);
  });
});
