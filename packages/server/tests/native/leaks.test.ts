import { afterAll, beforeAll, expect, test } from "vitest";
import { handedOver, ownAnswers, switchedOff } from "../../src/better-auth/native/endpoints.ts";
import { createAuthenticator } from "../support/authenticator.ts";
import type { Answer } from "../support/browser.ts";
import { addNativePasskey, signInNatively } from "../support/native-passkeys.ts";
import { alice, registerAndVerify } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Everything that an answer says, headers and body. */
const textOf = ({ headers, body }: Answer<unknown>) =>
  `${[...headers].join("\n")}\n${headers.getSetCookie().join("\n")}\n${JSON.stringify(body)}`;

/** Good bodies, so that the walk goes all the way; these end sessions and come last. */
const bodies: Record<string, object> = {
  "POST /sign-up/email": { name: "Dora", email: "dora@example.org", password: alice.password },
  "POST /sign-in/email": { email: alice.email, password: alice.password },
  "POST /send-verification-email": { email: alice.email },
  "POST /update-user": { name: "Alice Liddell" },
  "POST /revoke-session": { token: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" },
};
const last = ["POST /revoke-other-sessions", "POST /revoke-sessions", "POST /sign-out"];

test("no answer of any endpoint has a session's own token, a password's hash or a cookie of Better Auth's", async () => {
  const session = await registerAndVerify(server, alice, { delivery: "body" });
  const { accessToken } = session;
  const answers: { endpoint: string; text: string }[] = [];
  const note = (endpoint: string, answer: Answer<unknown>) =>
    answers.push({ endpoint, text: textOf(answer) });
  const secrets = new Set<string>();
  /** Sessions come and go during the walk: what there is is asked again and again. */
  async function collectSecrets(): Promise<void> {
    for (const { token } of await server.database.db.selectFrom("session").select("token").execute())
      secrets.add(token);
    for (const { password } of await server.database.db.selectFrom("account").select("password").execute())
      if (password) secrets.add(password);
    for (const { value } of await server.database.db
      .selectFrom("pendingRegistration")
      .select("passwordHash as value")
      .execute())
      secrets.add(value);
  }

  const authenticator = createAuthenticator();
  const browser = server.browser();
  note("added passkey", await addNativePasskey(browser, server.url, accessToken, authenticator));
  note("passkey", await signInNatively(browser, server.url, authenticator, { accessToken }));
  const walk = [...ownAnswers, ...handedOver, ...Object.keys(switchedOff)];
  for (const endpoint of [...walk.filter((one) => !last.includes(one)), ...last]) {
    await collectSecrets();
    const [method = "", path = ""] = endpoint.split(" ");
    const options = { ...(method === "POST" && { body: bodies[endpoint] ?? {} }) };
    note(endpoint, await server.browser().send(method, `/api/auth${path}`, { ...options, accessToken }));
    note(endpoint, await server.browser().send(method, `/api/auth${path}`, options));
  }
  await collectSecrets();

  expect(secrets.size).toBeGreaterThan(4);
  expect(answers.length).toBe(2 * walk.length + 2);
  const leaks = answers.filter(
    ({ text }) =>
      [...secrets].some((secret) => text.includes(secret)) || /session_token|session_data|\$2b\$/.test(text),
  );
  expect(leaks).toEqual([]);
  const cookies = answers.filter(({ text }) => /\nset-cookie,(?!bookplate-passkey=)/.test(text));
  expect(cookies).toEqual([]);
});
