// Whoever asks about an address learns nothing about it: not by the status, a header, a byte, nor how many of them.
// That it takes equally long is measured in bench/. OWASP ASVS 5.0, 6.3.8.
import { hash } from "@node-rs/bcrypt";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashToken } from "../src/accounts/secrets.ts";
import { bob, person, registerAndVerify } from "./support/people.ts";
import { removeUser } from "./support/remove-user.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;

/** What an address may be. */
const kinds = ["known", "unknown", "unverified", "pending", "banned", "passwordless", "imported"] as const;
type Kind = (typeof kinds)[number];

let strangers = 100;
/** Whatever is asked about an unknown address may leave it waiting for its letter, so each is asked about once. */
const emailOf = (kind: Kind) => person(kind === "unknown" ? `absent${strangers++}` : kind).email;

/** Has an account in this state made. */
const makers: Record<Kind, (userId: string) => Promise<unknown>> = {
  known: async () => {},
  unknown: async () => {},
  unverified: async (id) =>
    sql`update "user" set email_verified = false where id = ${id}`.execute(server.database.db),
  pending: async (id) => {
    await removeUser(server.database.db, id);
    await server.browser().post("/auth/register", person("pending"));
  },
  banned: async (id) =>
    sql`update "user" set banned = true, ban_reason = 'spam' where id = ${id}`.execute(server.database.db),
  passwordless: async (id) => sql`delete from account where user_id = ${id}`.execute(server.database.db),
  imported: async (id) => {
    const foreign = (await hash("a password from elsewhere", { cost: 8 })).replace("$2b$", "$2y$");
    await sql`update account set password = ${foreign} where user_id = ${id}`.execute(server.database.db);
  },
};

beforeAll(async () => {
  server = await startTestServer();
  for (const kind of kinds) {
    const { account } = await registerAndVerify(server, person(kind));
    await makers[kind](account.id);
  }
});
afterAll(() => server.close());

/** Everything that a stranger can ask about an address. */
const questions: Record<string, [path: string, body: (email: string) => object]> = {
  "registering it": ["/auth/register", (email) => ({ ...bob, email })],
  "registering it from an app": ["/auth/register", (email) => ({ ...bob, email, delivery: "body" })],
  "signing in with a wrong password": ["/auth/login", (email) => ({ email, password: "not the password" })],
  "asking for a new password": ["/auth/password/forgot", (email) => ({ email })],
  "asking for its letter again": ["/auth/verify-email/resend", (email) => ({ email })],
  "asking for a link to sign in": ["/auth/magic-link", (email) => ({ email })],
};

/** An answer to the last byte, with what is random or tells the time replaced by as many of one character. */
async function ask(path: string, body: object) {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const random = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w-]{43}/g;
  const fixed = (text: string) => text.replace(random, (found) => "x".repeat(found.length));
  const headers = [...answer.headers]
    .filter(([name]) => name !== "date")
    .map(([name, value]) => [name, fixed(value).replace(/Expires=[^;]+/, "Expires=…")]);
  return { status: answer.status, headers, body: fixed(await answer.text()) };
}

describe.each(Object.entries(questions))("%s", (_, [path, bodyOf]) => {
  test("is answered alike whatever the address is", async () => {
    const expected = await ask(path, bodyOf(emailOf("unknown")));
    expect(expected.status).toBeLessThan(404);
    for (const kind of kinds) {
      expect({ kind, ...(await ask(path, bodyOf(emailOf(kind)))) }).toEqual({ kind, ...expected });
    }
  });
});

test("trying a code for it is answered alike, and leaves the same trace", async () => {
  const tracesOf = async (kind: Kind) => {
    const { body } = await server
      .browser()
      .post<{ requestId: string }>("/auth/password/forgot", { email: emailOf(kind) });
    const rows = async () =>
      (
        await sql<{ wrong: number }>`select wrong_codes as wrong from letter_token
          where request_hash = ${hashToken(body.requestId)}`.execute(server.database.db)
      ).rows;
    await expect.poll(rows).toHaveLength(1);
    const answer = await ask("/auth/password/reset", {
      requestId: body.requestId,
      code: "00000000",
      password: bob.password,
    });
    return { answer, rows: await rows() };
  };
  const unknown = await tracesOf("unknown");
  expect(unknown).toMatchObject({ answer: { status: 400 }, rows: [{ wrong: 1 }] });
  for (const kind of kinds) expect(await tracesOf(kind)).toEqual(unknown);
});
