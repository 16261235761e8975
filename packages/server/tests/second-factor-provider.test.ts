import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { type ServerWithProvider, signInWithProvider, startServerWithProvider } from "./support/providers.ts";
import { codeOf, secondStep, turnOnTotp } from "./support/second-factor.ts";

let running: ServerWithProvider;
beforeAll(async () => {
  running = await startServerWithProvider({
    alice: { sub: "alice-1", email: "alice@example.org", email_verified: true, name: "Alice" },
  });
});
afterAll(() => running.close());

test("a provider's word is a first factor: the second one is asked for", async () => {
  const { server } = running;
  const first = await signInWithProvider<SessionAnswer>(server.browser(), "alice");
  expect(first.status).toBe(200);
  const { secret } = await turnOnTotp(server, first.body.accessToken);

  const browser = server.browser();
  const again = await signInWithProvider<{ challenge: string }>(browser, "alice");
  expect(again).toMatchObject({ status: 200, body: { status: "second-factor-required" } });
  expect(again.body).not.toHaveProperty("accessToken");
  expect(browser.cookies.has("bookplate")).toBe(false);
  const step = { challenge: again.body.challenge, code: codeOf(secret, server.clock) };
  expect((await secondStep(browser, step)).status).toBe(200);
});
