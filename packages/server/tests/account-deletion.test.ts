import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { findInDatabase } from "./support/database-state.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const quarterOfAnHour = 15 * 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const person = (name: string) => ({ ...alice, email: `${name}@example.org` });

const register = (name: string) => registerAndVerify(server, person(name), { delivery: "body" });

/** The letter of the first registration is in the mailbox still. */
async function registerAgain(name: string): Promise<SessionAnswer> {
  const { email } = person(name);
  const browser = server.browser();
  await browser.post("/auth/register", person(name));
  const letter = await waitUntil("a second letter", 60_000, async () => {
    const letters = await server.letters(email);
    const verifying = letters.filter(({ kind }) => kind === "verify-registration");
    return verifying.length > 1 ? verifying[0] : undefined;
  });
  const { body } = await browser.post<{ session: SessionAnswer }>("/auth/verify-email", {
    token: tokenOf(letter),
  });
  return body.session;
}

const remove = ({ accessToken }: Pick<SessionAnswer, "accessToken">, body?: object) =>
  server.browser().send<{ code?: string }>("DELETE", "/me", { accessToken, body });

/** @returns the question, which stands nowhere else */
async function ask({ accessToken, account }: SessionAnswer): Promise<string> {
  const content = `Which cookies are set for ${account.id}?`;
  const browser = server.browser();
  const { body } = await browser.post<{ id: string }>("/conversations", {}, { accessToken });
  await browser.post(`/conversations/${body.id}/messages`, { content }, { accessToken });
  return content;
}

async function makeAdmin({ account }: SessionAnswer): Promise<void> {
  await server.database.db.updateTable("user").set({ role: "admin" }).where("id", "=", account.id).execute();
}

describe("an account that is deleted", () => {
  test("is gone with its chats, its events and everything else that names it", async () => {
    const session = await register("leaves");
    const question = await ask(session);
    expect(await findInDatabase(server.database.db, question)).not.toEqual([]);
    expect((await remove(session)).status).toBe(204);
    expect(await findInDatabase(server.database.db, question)).toEqual([]);
    // Nodes refuse its tokens for as long as these could live.
    expect(await findInDatabase(server.database.db, session.account.id)).toEqual([]);
    expect(await findInDatabase(server.database.db, person("leaves").email)).toEqual(["letter.recipient"]);
  });

  test("is told so by a last letter", async () => {
    await remove(await register("farewell"));
    const letter = await server.letter(person("farewell").email, "account-deleted");
    expect(letter.links).toEqual([]);
  });

  test("has no tokens any more, on any device", async () => {
    const session = await register("devices");
    const { email, password } = person("devices");
    const elsewhere = server.browser();
    const other = await elsewhere.post<SessionAnswer>("/auth/login", { email, password });
    await remove(session);
    for (const { accessToken } of [session, other.body])
      expect(await server.browser().get("/auth/session", { accessToken })).toMatchObject({
        status: 401,
        body: { code: "session-ended" },
      });
    expect((await elsewhere.post("/auth/refresh")).status).toBe(401);
    expect((await elsewhere.post("/auth/login", { email, password })).status).toBe(401);
  });

  test("leaves its address free, and nothing comes back with it", async () => {
    const first = await register("returns");
    await ask(first);
    await remove(first);
    const again = await registerAgain("returns");
    const { body } = await server.browser().get<{ items: unknown[] }>("/conversations", again);
    expect(body.items).toEqual([]);
  });

  test("takes the cookies of its browser along", async () => {
    const browser = server.browser();
    const { accessToken } = await registerAndVerify(server, person("cookies"), { browser });
    await browser.send("DELETE", "/me", { accessToken });
    expect([...browser.cookies.keys()].filter((name) => !name.includes("device"))).toEqual([]);
  });

  test("does not touch anybody else", async () => {
    const other = await registerAndVerify(server, bob, { delivery: "body" });
    await ask(other);
    await remove(await register("alone"));
    const { body } = await server.browser().get<{ items: unknown[] }>("/conversations", other);
    expect(body.items).toHaveLength(1);
  });
});

describe("deleting an account", () => {
  test("wants a fresh proof, or the password with it", async () => {
    const session = await register("proof");
    server.clock.advance(quarterOfAnHour - 60_000);
    expect(await remove(session)).toMatchObject({ status: 403, body: { code: "step-up-required" } });
    expect(await remove(session, { password: "not the password at all" })).toMatchObject({ status: 401 });
    expect((await remove(session, { password: alice.password })).status).toBe(204);
  });

  test("is done once by twenty requests at the same moment", async () => {
    const session = await register("parallel");
    const answers = await Promise.all(Array.from({ length: 20 }, () => remove(session)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const { status } of answers) expect([204, 401, 404]).toContain(status);
    expect(await server.letters(person("parallel").email)).toSatisfy(
      (letters: { kind: string }[]) => letters.filter(({ kind }) => kind === "account-deleted").length <= 1,
    );
  });

  test("is refused to the last administrator, also when two leave at once", async () => {
    const admins = [await register("carol"), await register("dora")];
    for (const admin of admins) await makeAdmin(admin);
    const answers = await Promise.all(admins.map((admin) => remove(admin)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe("last-admin");
  });

  test("removes a guest, who has nothing to prove", async () => {
    const guest = await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
    const question = await ask(guest.body);
    server.clock.advance(quarterOfAnHour - 60_000);
    expect((await remove(guest.body)).status).toBe(204);
    expect(await findInDatabase(server.database.db, question)).toEqual([]);
  });
});
