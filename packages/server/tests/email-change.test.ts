import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { person, registerAndVerify, tokenOf } from "./support/people.ts";
import { askForReset, letterAfter, logIn, moveTo, newPassword } from "./support/recovery.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
const hour = 60 * minute;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ask = (accessToken: string, body: object) => server.browser().post("/me/email", body, { accessToken });
const confirm = (token: string) => server.browser().post("/me/email/confirm", { token });
const invalid = { status: 400, body: { code: "token-invalid" } };
const accepted = { status: 202, body: { status: "accepted" } };

describe("asking for another address", () => {
  test("changes nothing before the letter there is confirmed, and everything after", async () => {
    const dora = person("Dora");
    const session = await registerAndVerify(server, dora);
    const { accessToken } = session;
    const newEmail = "dora@elsewhere.example.org";
    const letter = await letterAfter(server, newEmail, "email-change-confirm", async () => {
      expect(await ask(accessToken, { newEmail, password: dora.password })).toMatchObject(accepted);
    });
    expect((await logIn(server, newEmail, dora.password)).status).toBe(401);
    expect((await server.browser().get("/me", { accessToken })).body).toMatchObject({ email: dora.email });
    expect(await confirm(tokenOf(letter))).toMatchObject({ status: 200, body: { email: newEmail } });
    expect((await server.browser().get("/me", { accessToken })).body).toMatchObject({
      email: newEmail,
      emailVerified: true,
    });
    expect((await logIn(server, newEmail, dora.password)).status).toBe(200);
    expect((await logIn(server, dora.email, dora.password)).status).toBe(401);
    expect(await confirm(tokenOf(letter))).toMatchObject(invalid);
    const told = await server.letter(dora.email, "email-changed");
    expect(told.links.some((link) => link.startsWith(`${server.url}/email-undo#token=`))).toBe(true);
  });

  test("needs the password or a step-up", async () => {
    const emil = person("Emil");
    const { accessToken } = await registerAndVerify(server, emil);
    const newEmail = "emil@elsewhere.example.org";
    expect(await ask(accessToken, { newEmail, password: "not the password" })).toMatchObject({
      status: 401,
      body: { code: "invalid-credentials" },
    });
    expect(await ask(accessToken, { newEmail })).toMatchObject(accepted);
    server.clock.advance(11 * minute);
    expect(await ask(accessToken, { newEmail })).toMatchObject({
      status: 403,
      body: { code: "step-up-required" },
    });
    expect(await ask(accessToken, { newEmail, password: emil.password })).toMatchObject(accepted);
    const again = await logIn(server, emil.email, emil.password);
    const { body } = await server
      .browser()
      .get<{ items: { kind: string }[] }>("/me/activity", { accessToken: again.body.accessToken });
    expect(body.items.filter(({ kind }) => kind === "email-change-requested")).toHaveLength(2);
  });

  test("says nothing about who has an account, but to its owner", async () => {
    const [frida, greta] = [person("Frida"), person("Greta")];
    const { accessToken } = await registerAndVerify(server, frida);
    await registerAndVerify(server, greta);
    let taken: unknown;
    await letterAfter(server, greta.email, "already-registered", async () => {
      taken = (await ask(accessToken, { newEmail: greta.email, password: frida.password })).body;
    });
    const free = await ask(accessToken, { newEmail: "nobody@example.org", password: frida.password });
    expect(taken).toEqual(free.body);
    const kinds = (await server.letters(greta.email)).map(({ kind }) => kind);
    expect(kinds).not.toContain("email-change-confirm");
  });

  test("is refused for the address that the account has, for what is none, and for guests", async () => {
    const hugo = person("Hugo");
    const { accessToken } = await registerAndVerify(server, hugo);
    for (const [newEmail, code] of [
      ["HUGO@example.org", "value-invalid"],
      ["hugo", "email-invalid"],
    ]) {
      expect(await ask(accessToken, { newEmail })).toMatchObject({
        status: 422,
        body: { errors: [{ field: "newEmail", code }] },
      });
    }
    const { body: guest } = await server.browser().post<SessionAnswer>("/auth/guest");
    expect(await ask(guest.accessToken, { newEmail: "guest@example.org" })).toMatchObject({ status: 404 });
  });
});

describe("confirming", () => {
  test("ends with its day, and when an address that was asked for later is confirmed first", async () => {
    const ida = person("Ida");
    const { accessToken } = await registerAndVerify(server, ida);
    const [first, second] = ["ida-1@example.org", "ida-2@example.org"];
    const letters = [];
    for (const newEmail of [first, second]) {
      letters.push(
        await letterAfter(server, newEmail, "email-change-confirm", () => ask(accessToken, { newEmail })),
      );
    }
    const [older, newer] = letters.map(tokenOf);
    expect((await confirm(newer ?? "")).body).toEqual({ email: second });
    expect(await confirm(older ?? "")).toMatchObject(invalid);

    const again = await logIn(server, second, ida.password);
    const late = await letterAfter(server, first, "email-change-confirm", () =>
      ask(again.body.accessToken, { newEmail: first }),
    );
    server.clock.advance(25 * hour);
    expect(await confirm(tokenOf(late))).toMatchObject(invalid);
  });

  test("fails where somebody else got the address meanwhile, and ends registrations that wait for it", async () => {
    const jana = person("Jana");
    const { accessToken } = await registerAndVerify(server, jana);
    const [lost, won] = [person("Lost"), person("Won")];
    const toLost = await letterAfter(server, lost.email, "email-change-confirm", () =>
      ask(accessToken, { newEmail: lost.email }),
    );
    await registerAndVerify(server, lost);
    expect(await confirm(tokenOf(toLost))).toMatchObject(invalid);

    const waiting = server.browser();
    await waiting.post("/auth/register", won);
    const registration = tokenOf(await server.letter(won.email, "verify-registration"));
    const toWon = await letterAfter(server, won.email, "email-change-confirm", () =>
      ask(accessToken, { newEmail: won.email }),
    );
    expect((await confirm(tokenOf(toWon))).status).toBe(200);
    expect(await waiting.post("/auth/verify-email", { token: registration })).toMatchObject(invalid);
  });

  test("makes letters worthless that went to the address before", async () => {
    const karl = person("Karl");
    const session = await registerAndVerify(server, karl);
    const { token, requestId, code } = await askForReset(server, karl.email);
    await moveTo(server, session, karl, "karl@elsewhere.example.org");
    const browser = server.browser();
    for (const proof of [{ token }, { requestId, code }]) {
      expect(await browser.post("/auth/password/reset", { ...proof, password: newPassword })).toMatchObject(
        invalid,
      );
    }
  });
});

describe("the address before", () => {
  test("stays reserved for three days, for everybody but its last owner", async () => {
    const lena = person("Lena");
    const session = await registerAndVerify(server, lena);
    await moveTo(server, session, lena, "lena@elsewhere.example.org");

    const stranger = server.browser();
    await letterAfter(server, lena.email, "already-registered", async () => {
      const { status } = await stranger.post("/auth/register", lena);
      expect(status).toBe(202);
    });
    const bob = await registerAndVerify(server, person("Bob"));
    await letterAfter(server, lena.email, "already-registered", () =>
      ask(bob.accessToken, { newEmail: lena.email }),
    );
    await letterAfter(server, lena.email, "email-change-confirm", () =>
      ask(session.accessToken, { newEmail: lena.email }),
    );

    server.clock.advance(73 * hour);
    await letterAfter(server, lena.email, "verify-registration", () => stranger.post("/auth/register", lena));
  });
});
