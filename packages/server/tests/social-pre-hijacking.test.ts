import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice } from "./support/people.ts";
import {
  actAtProvider,
  comeBack,
  type ServerWithProvider,
  signInWithProvider,
  startServerWithProvider,
} from "./support/providers.ts";

// Where addresses are not verified, a stranger can have an account under an address before its owner comes.
let running: ServerWithProvider;
beforeAll(async () => {
  running = await startServerWithProvider(
    {
      "the owner": { sub: "owner-1", email: "victim@example.org", email_verified: true, name: "Victim" },
      "the stranger": { sub: "stranger-1", email: "stranger@example.org", email_verified: true },
    },
    { settings: { EMAIL_VERIFICATION: "off" } },
  );
});
afterAll(() => running.close());

test("whoever registered an address without proving it keeps no way in once its owner comes by a provider", async () => {
  const { server } = running;
  const stranger = server.browser();
  const credentials = { email: "victim@example.org", password: alice.password };
  const registered = await stranger.post<SessionAnswer>("/auth/register", {
    ...credentials,
    name: "Stranger",
  });
  expect(registered.status).toBe(201);
  const { accessToken } = registered.body;
  // A trojan: the stranger links a provider of their own.
  const begun = await stranger.post<{ url: string }>("/me/providers/oidc", {}, { accessToken });
  const { values } = await comeBack(stranger, await actAtProvider(begun.body.url, "the stranger"));
  expect((await stranger.post("/me/providers", { code: values.code }, { accessToken })).status).toBe(201);

  const owner = await signInWithProvider<SessionAnswer>(server.browser(), "the owner");
  expect(owner.body.account).toMatchObject({ email: "victim@example.org", emailVerified: true });

  const ended = await stranger.get("/me", { accessToken });
  expect(ended).toMatchObject({ status: 401, body: { code: "session-ended" } });
  expect((await stranger.post("/auth/refresh")).status).toBe(401);
  expect((await stranger.post("/auth/login", credentials)).status).toBe(401);
  const elsewhere = await signInWithProvider<SessionAnswer>(server.browser(), "the stranger");
  expect(elsewhere.body.account.id).not.toBe(owner.body.account.id);
});
