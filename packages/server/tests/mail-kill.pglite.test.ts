import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { createBrowser } from "./support/browser.ts";
import { type MailServer, startMailServer } from "./support/mail-server.ts";
import { alice } from "./support/people.ts";

const main = join(import.meta.dirname, "../src/main.ts");
const readyTimeoutMs = 120_000;

let directory: string;
let mailServer: MailServer;
let running: ChildProcess | undefined;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-mail-kill-"));
  mailServer = await startMailServer();
});
afterEach(async () => {
  running?.kill("SIGKILL");
  await mailServer.close();
  rmSync(directory, { recursive: true, force: true });
});

async function start(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      BOOKPLATE_DATA_DIR: directory,
      PORT: String(port),
      SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
      MAIL_FROM: "book@example.org",
      LOG_LEVEL: "fatal",
    },
    stdio: "ignore",
  });
  running = child;
  await waitUntil("the server is ready", readyTimeoutMs, async () => {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    return (await fetch(`http://localhost:${port}/readyz`).catch(() => undefined))?.ok || undefined;
  });
  return child;
}

test("a process that is killed between the commit and the letter sends it after its restart, once", {
  timeout: 3 * readyTimeoutMs,
}, async () => {
  const port = await findFreePort();
  const server = await start(port);
  // The mail server listens and says nothing: the letter stays on its way.
  mailServer.hold = new Promise(() => {});
  const { status } = await createBrowser(`http://localhost:${port}`).post("/auth/register", alice);
  expect(status).toBe(202);
  await waitUntil("the letter is on its way", readyTimeoutMs, async () =>
    mailServer.connections.count > 0 ? true : undefined,
  );
  const ended = once(server, "exit");
  server.kill("SIGKILL");
  await ended;
  await mailServer.goAway();
  mailServer.hold = undefined;
  await mailServer.listen();
  expect(mailServer.received).toEqual([]);

  await start(port);
  await waitUntil("the letter is there", readyTimeoutMs, async () => mailServer.received[0]);
  expect(mailServer.received).toMatchObject([{ to: [alice.email] }]);
});
