import { officialClients } from "@bookplate/better-auth-clients";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createAuthenticator } from "../support/authenticator.ts";
import { giveCredentials, takeCredentials } from "../support/browser-credentials.ts";
import { createApp, createOfficialApp, releases } from "../support/official-app.ts";
import { alice, bob, registerAndVerify } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

const { email, password } = alice;

describe.each(releases)("the official client %s", (release) => {
  const newApp = () => createOfficialApp(release, server.url);

  test("reads the published keys, and gets no token for a token", async () => {
    const { client } = newApp();
    await client.signIn.email({ email, password });
    const published = await server.browser().get<{ keys: object[] }>("/.well-known/jwks.json");
    expect((await client.jwks()).data).toEqual(published.body);
    expect((await client.$fetch("/token")).error).toMatchObject({ status: 404 });
  });

  test("administers nobody: what acts on others knows ranks, and stands under our own routes", async () => {
    const { account } = await registerAndVerify(server, { ...bob, email: `bob-${release}@example.org` });
    await server.database.db.updateTable("user").set({ role: "admin" }).where("email", "=", email).execute();
    const { client } = newApp();
    await client.signIn.email({ email, password });
    const userId = account.id;
    const refused = await Promise.all([
      client.admin.listUsers({ query: { limit: 1 } }),
      client.admin.setRole({ userId, role: "admin" }),
      client.admin.banUser({ userId }),
      client.admin.setUserPassword({ userId, newPassword: password }),
      client.admin.impersonateUser({ userId }),
      client.admin.removeUser({ userId }),
    ]);
    for (const { data, error } of refused) {
      expect(data).toBeNull();
      expect(error).toMatchObject({ status: 404 });
    }
    const after = await server
      .browser()
      .post("/auth/login", { email: account.email, password: bob.password });
    expect(after).toMatchObject({ status: 200, body: { account: { id: userId, role: "user" } } });
  });
});

describe("the official client for passkeys", () => {
  afterEach(takeCredentials);
  const newApp = () => createApp(officialClients["1.7.7"], server.url);

  test("adds a passkey, names it anew, signs in with it in another app, and deletes it", async () => {
    giveCredentials(createAuthenticator(), server.url);
    const { client } = newApp();
    await client.signIn.email({ email, password });
    const added = await client.passkey.addPasskey({ name: "Phone" });
    expect(added.error).toBeNull();
    const id = added.data?.id ?? "";
    expect((await client.passkey.updatePasskey({ id, name: "Old phone" })).error).toBeNull();

    const later = newApp();
    const signedIn = await later.client.signIn.passkey();
    expect(signedIn.data?.user.email).toBe(email);
    expect(later.tokens.refresh).toMatch(/^bpr_/);
    const own = await later.client.$fetch("/passkey/list-user-passkeys");
    expect(own.data).toMatchObject([{ id, name: "Old phone" }]);

    expect((await later.client.passkey.deletePasskey({ id })).error).toBeNull();
    const deleted = await newApp().client.signIn.passkey();
    expect(deleted.error).toMatchObject({ status: 401 });
  });
});
