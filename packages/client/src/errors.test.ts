import { expect, test, vi } from "vitest";
import { ClientError, isProblem, NetworkError, TimeoutError, UnexpectedResponseError } from "./errors.ts";
import { openBrowser } from "./tests/browser.ts";
import { hangUp, json, problem } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "wrong" };

test("a refusal carries its code, its fields and the time to come back", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  const errors = [{ field: "password", code: "password-too-weak", message: "weak" }];
  server.next("POST /auth/login", (_, response) => problem(response, 422, "validation-failed", { errors }));
  const refusal = await client.auth.login(credentials).catch((error) => error);
  expect(refusal).toMatchObject({ code: "validation-failed", fields: errors, retryAt: null });
  expect(isProblem(refusal)).toBe(true);
  expect(isProblem(refusal, "invalid-credentials")).toBe(false);

  const resetAt = "2026-11-21T14:05:00.000Z";
  server.next("POST /auth/login", (_, response) => problem(response, 429, "too-many-requests", { resetAt }));
  await expect(client.auth.login(credentials)).rejects.toMatchObject({ retryAt: new Date(resetAt) });
});

test("a Retry-After header counts where the refusal names no time", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  const before = Date.now();
  server.next("POST /auth/login", (_, response) => {
    response.setHeader("retry-after", "120");
    problem(response, 503, "server-busy");
  });
  const refusal = await client.auth.login(credentials).catch((error) => error);
  expect(refusal.retryAt.getTime() - before).toBeGreaterThanOrEqual(120_000);
});

test("a lost connection and a proxy without its server are network errors", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  server.next("POST /auth/login", hangUp);
  await expect(client.auth.login(credentials)).rejects.toThrow(NetworkError);
  server.next("POST /auth/login", (_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>"));
  await expect(client.auth.login(credentials)).rejects.toThrow(NetworkError);
});

test("an answer that takes too long is given up", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  const clock = new AbortController();
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(clock.signal);
  server.next("POST /auth/login", () => clock.abort(new DOMException("late", "TimeoutError")));
  await expect(client.auth.login(credentials)).rejects.toThrow(TimeoutError);
  vi.restoreAllMocks();
});

test("an answer outside the contract is no ordinary failure", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  server.next("POST /auth/login", (_, response) => response.writeHead(200).end("<h1>Welcome</h1>"));
  const error = await client.auth.login(credentials).catch((reason) => reason);
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(error).not.toBeInstanceOf(ClientError);

  server.next("POST /auth/login", (_, response) => json(response, 404, { nothing: "known" }));
  await expect(client.auth.login(credentials)).rejects.toThrow(UnexpectedResponseError);
});
