import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { listTablesOfUsers } from "./support/database-state.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Copy {
  readonly code?: string;
  readonly account: { readonly email: string | null };
  readonly conversations: readonly { readonly messages: readonly { role: string; content: string }[] }[];
  readonly [part: string]: unknown;
}

const take = (accessToken: string) => server.browser().get<Copy>("/me/export", { accessToken });

async function ask(accessToken: string, content: string): Promise<void> {
  const browser = server.browser();
  const { body } = await browser.post<{ id: string }>("/conversations", {}, { accessToken });
  await browser.post(`/conversations/${body.id}/messages`, { content }, { accessToken });
}

test("a copy holds everything about its reader, and nothing about anybody else", async () => {
  const session = await registerAndVerify(server, alice, { delivery: "body" });
  const stranger = await registerAndVerify(server, bob, { delivery: "body" });
  await ask(session.accessToken, "Which cookies are set?");
  await ask(stranger.accessToken, "What is a guest?");

  const { status, headers, body } = await take(session.accessToken);
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("content-disposition")).toMatch(
    /^attachment; filename="bookplate-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(body.account.email).toBe(alice.email);
  expect(body.conversations).toMatchObject([
    { messages: [{ role: "user", content: "Which cookies are set?" }, { role: "assistant" }] },
  ]);
  expect(body).toMatchObject({
    waysToSignIn: [{ kind: "password" }],
    sessions: [{ userAgent: expect.any(String) }],
    activity: expect.arrayContaining([expect.objectContaining({ kind: "signed-in" })]),
    letters: [{ kind: "verify-registration", state: "sent" }],
  });
  expect(JSON.stringify(body)).not.toContain("What is a guest?");
  expect(JSON.stringify(body)).not.toContain(bob.email);
});

test("a copy says nothing that could be used to sign in", async () => {
  const session = await registerAndVerify(
    server,
    { ...alice, email: "secrets@example.org" },
    { delivery: "body" },
  );
  const { body } = await take(session.accessToken);
  const text = JSON.stringify(body);
  for (const secret of ["$2b$", "bpr_", "eyJ"]) expect(text).not.toContain(secret);
});

/** Where the copy has the rows of each table that names a reader, or why it has not. */
const parts: Readonly<Record<string, string>> = {
  account: "waysToSignIn",
  active_day: "visits",
  bookmark: "bookmarks",
  conversation: "conversations",
  invitation: "invitations",
  known_device: "knownDevices",
  letter_request: "none: a letter that is about to be written, for seconds",
  letter_token: "none: what letters carried, as hashes, for hours",
  passkey: "passkeys",
  pending_registration: "none: names the guest that asked, of whoever registers",
  preference: "account",
  report: "reports",
  provider_flow: "none: a sign-in that is under way, for minutes",
  quota_override: "usage",
  quota_reservation: "none: an answer that is being written, for minutes",
  quota_use: "usage",
  security_event: "activity",
  session: "sessions",
  sign_in_challenge: "none: a sign-in that is under way, for minutes",
  totp_secret: "secondFactor",
  trusted_device: "trustedDevices",
  user: "account",
};

test("the copy has every table that names a reader, or it is said why not", async () => {
  expect(Object.keys(parts).sort()).toEqual(
    (await listTablesOfUsers(server.database.db)).map((name) => name.replaceAll('"', "")).sort(),
  );
  const session = await registerAndVerify(
    server,
    { ...alice, email: "parts@example.org" },
    { delivery: "body" },
  );
  const { body } = await take(session.accessToken);
  for (const part of Object.values(parts))
    if (!part.startsWith("none: ")) expect(Object.keys(body)).toContain(part);
});

test("a copy wants a fresh proof from an account, and none from a guest", async () => {
  const session = await registerAndVerify(
    server,
    { ...alice, email: "fresh@example.org" },
    { delivery: "body" },
  );
  const guest = await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
  await ask(guest.body.accessToken, "What is a guest?");
  server.clock.advance(11 * minute);
  expect(await take(session.accessToken)).toMatchObject({ status: 403, body: { code: "step-up-required" } });
  expect(await take(guest.body.accessToken)).toMatchObject({
    status: 200,
    body: { account: { email: null }, conversations: [{}] },
  });
});
