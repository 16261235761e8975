import { expect, test } from "vitest";
import { openBrowser } from "./tests/browser.ts";
import { alice, bob, json, type Play, problem } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };
const challenge = { status: "second-factor-required", challenge: "c", methods: ["totp"], expiresAt: "" };

const session = (account = alice) => ({
  accessToken: `token-of-${account.id}`,
  tokenType: "Bearer",
  expiresIn: 900,
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
  refreshExpiresAt: new Date(Date.now() + 604_800_000).toISOString(),
  account,
});
const fresh: Play = (_, response) => {
  const { accessToken: _token, account: _account, refreshExpiresAt: _end, ...facts } = session();
  json(response, 200, { ...facts, accessToken: "fresh" });
};

test("a sign-in that waits for its second factor signs nobody in; the second step does", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  server.next("POST /auth/login", (_, response) => json(response, 200, challenge));
  const outcome = await client.auth.login(credentials);
  expect(outcome).toEqual(challenge);
  expect(client.getSnapshot().status).toBe("guest");

  server.next("POST /auth/second-factor", (_, response) => json(response, 200, session()));
  const signedIn = await client.auth.secondFactor({ challenge: "c", method: "totp", code: "123456" });
  expect(signedIn).toMatchObject({ status: "signed-in", account: { id: "alice" } });
  expect(client.getSnapshot()).toEqual({ status: "user", account: alice });
  const step = server.received.find(({ call }) => call === "POST /auth/second-factor");
  expect(step?.body).toEqual({ challenge: "c", method: "totp", code: "123456", trustDevice: false });
});

test("a wrong code leaves everything as it was", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  server.next("POST /auth/second-factor", (_, response) => problem(response, 401, "invalid-credentials"));
  const step = client.auth.secondFactor({ challenge: "c", method: "totp", code: "000000" });
  await expect(step).rejects.toMatchObject({ problem: { code: "invalid-credentials" } });
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
});

test("an address that a letter proves may ask for the second factor, too", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  server.next("POST /auth/verify-email", (_, response) => json(response, 200, challenge));
  expect(await client.auth.verifyEmail({ token: "t" })).toEqual(challenge);
});

test("after a step-up the fresh token is used, and the session stays", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.next("POST /auth/step-up", fresh);
  await client.auth.stepUp({ method: "totp", code: "123456" });
  await client.account.get();
  expect(server.received.at(-1)).toMatchObject({ call: "GET /me", authorization: "Bearer fresh" });
  expect(client.getSnapshot()).toEqual({ status: "user", account: alice });
});

test("a step-up that comes after another reader has signed in is not theirs", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  let answer = () => {};
  server.next("POST /auth/step-up", (received, response) => {
    answer = () => fresh(received, response);
  });
  const stepping = client.auth.stepUp({ password: "lantern orchard velvet nine" });
  await expect.poll(() => server.count("POST /auth/step-up")).toBe(1);
  server.next("POST /auth/login", (_, response) => json(response, 200, session(bob)));
  await client.auth.login(credentials);
  answer();
  await stepping;
  server.next("GET /me", (_, response) => json(response, 200, bob));
  await client.account.get();
  expect(server.received.at(-1)?.authorization).toBe("Bearer token-of-bob");
});

test("recovery codes are not lost when the account cannot be read afterwards", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  const recoveryCodes = ["7k3mz-p9qtx"];
  server.next("POST /me/second-factor/totp/confirm", (_, response) => json(response, 200, { recoveryCodes }));
  server.next("GET /me", (_, response) => problem(response, 503, "database-unavailable"));
  expect(await client.account.confirmTotp("123456")).toEqual({ recoveryCodes });
});

test("turning it on and off shows in the account", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  const on = { ...alice, twoFactor: true };
  server.next("POST /me/second-factor/totp/confirm", (_, response) =>
    json(response, 200, { recoveryCodes: [] }),
  );
  server.next("GET /me", (_, response) => json(response, 200, on));
  await client.account.confirmTotp("123456");
  expect(client.getSnapshot()).toEqual({ status: "user", account: on });
  server.next("DELETE /me/second-factor", (_, response) => void response.writeHead(204).end());
  await client.account.removeSecondFactor({ code: "123456" });
  expect(client.getSnapshot()).toEqual({ status: "user", account: alice });
  const removal = server.received.find(({ call }) => call === "DELETE /me/second-factor");
  expect(removal?.body).toEqual({ code: "123456" });
});
