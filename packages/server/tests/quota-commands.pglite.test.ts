import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { ask } from "./support/asking.ts";
import { createBrowser } from "./support/browser.ts";
import { commandIn, spawnCommand } from "./support/command.ts";
import { alice } from "./support/people.ts";

const timeout = 300_000;
const settings = { LIMITS: "off", BCRYPT_COST: "10", EMAIL_VERIFICATION: "off", QUOTA_SERVER: "100/d" };

let directory: string;
let url: string;
let server: ReturnType<typeof spawnCommand>;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-quota-"));
  const port = await findFreePort();
  url = `http://localhost:${port}`;
  server = spawnCommand(["serve"], directory, { ...settings, PORT: String(port) });
  await waitUntil("the server answers", timeout, () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    ),
  );
}, timeout);
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.result;
  rmSync(directory, { recursive: true, force: true });
});

test("bookplate quota shows what was asked and gives a reader limits, beside a running server", {
  timeout,
}, async () => {
  const run = commandIn(directory, settings);
  const browser = () => createBrowser(url);
  const account = await browser().post<SessionAnswer>("/auth/register", { ...alice, delivery: "body" });
  const { accessToken } = account.body;
  expect((await ask({ browser }, accessToken)).status).toBe(200);

  expect((await run("quota", "set", "Alice@example.org", "--messages", "1")).stdout).toContain(
    "questions: 1 of 1  (set for this reader)",
  );
  expect(await ask({ browser }, accessToken)).toMatchObject({ status: 429, body: { limit: 1 } });
  const shown = await run("quota", "show", account.body.account.id, "--json");
  expect(JSON.parse(shown.stdout)).toMatchObject({
    quotas: [
      { quota: "messages", used: 1, limit: 1, own: true },
      { quota: "tokens", used: 0, limit: null, own: false },
    ],
  });
  expect((await run("quota", "show")).stdout).toContain("questions: 1 of 100");

  const unknown = await run("quota", "show", "bob@example.org");
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("bob@example.org") });
  for (const given of [["--messages", "many"], ["--tokens", "-1"], []])
    expect((await run("quota", "set", alice.email, ...given)).code).toBe(1);
});
