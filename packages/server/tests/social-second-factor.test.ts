import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { type ServerWithProvider, signInWithProvider, startServerWithProvider } from "./support/providers.ts";
import { type Challenged, codeOf, turnOnTotp } from "./support/second-factor.ts";

let running: ServerWithProvider;
beforeAll(async () => {
  running = await startServerWithProvider({
    carol: { sub: "carol-1", email: "carol@example.org", email_verified: true, name: "Carol" },
  });
});
afterAll(() => running.close());

test("a provider's word is one factor: the second is asked for, and only then do a guest's conversations wait", async () => {
  const { server } = running;
  const first = await signInWithProvider<SessionAnswer>(server.browser(), "carol");
  const { secret } = await turnOnTotp(server, first.body.accessToken);

  const browser = server.browser();
  const guest = await browser.post<SessionAnswer>("/auth/guest");
  const { accessToken } = guest.body;
  await browser.post("/conversations", {}, { accessToken });
  const asked = await signInWithProvider<Challenged>(browser, "carol", { accessToken });
  expect(asked).toMatchObject({ status: 200, body: { status: "second-factor-required" } });
  expect(asked.body).not.toHaveProperty("accessToken");
  expect(browser.cookies.has("bookplate")).toBe(false);
  expect((await browser.get("/me", { accessToken })).status).toBe(200);

  const { challenge } = asked.body;
  const code = codeOf(secret, server.clock);
  const done = await browser.post<SessionAnswer>("/auth/second-factor", { challenge, method: "totp", code });
  expect(done).toMatchObject({ status: 200, body: { account: { id: first.body.account.id } } });
  expect(done.body.claimable).toEqual({ conversations: 1 });
  expect(done.body).not.toHaveProperty("merged");
});
