import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";

const main = join(import.meta.dirname, "../src/main.ts");
/** By hand: npm run bench -- kill */
const kills = Number(process.env.KILLS ?? 6);
const writers = 4;
const leastWrites = 20;
const readyTimeoutMs = 120_000;

const directory = mkdtempSync(join(tmpdir(), "bookplate-kill-"));
let running: ChildProcess | undefined;
afterAll(() => {
  running?.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

async function startServer(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      BOOKPLATE_DATA_DIR: directory,
      PORT: String(port),
      LIMITS: "off",
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

/** Everything that a reader's conversations list holds, page by page. */
async function listTitles(url: string, accessToken: string): Promise<Set<string>> {
  const titles = new Set<string>();
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: { items: { title: string }[]; nextCursor: string | null } = (
      await createBrowser(url).get<{ items: { title: string }[]; nextCursor: string | null }>(
        `/conversations?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        { accessToken },
      )
    ).body;
    for (const { title } of page.items) titles.add(title);
    cursor = page.nextCursor;
  }
  return titles;
}

test(`${kills} kills in the middle of writing lose nothing that was acknowledged`, {
  timeout: kills * readyTimeoutMs,
}, async () => {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  let server = await startServer(port);
  const guest = (await createBrowser(url).post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  const acknowledged: string[] = [];

  for (let round = 1; round <= kills; round += 1) {
    const before = acknowledged.length;
    let killed = false;
    const write = async (writer: number) => {
      for (let turn = 0; !killed; turn += 1) {
        const title = `round ${round} writer ${writer} turn ${turn}`;
        try {
          const { status } = await createBrowser(url).post(
            "/conversations",
            { title },
            { accessToken: guest.accessToken },
          );
          if (status === 201) acknowledged.push(title);
        } catch {
          // The connection broke with the process; what it carried was not acknowledged.
          return;
        }
      }
    };
    const work = Array.from({ length: writers }, (_, writer) => write(writer));
    await expect.poll(() => acknowledged.length - before).toBeGreaterThan(leastWrites);
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
    killed = true;
    await Promise.all(work);
    server = await startServer(port);
    const kept = await listTitles(url, guest.accessToken);
    expect(acknowledged.filter((title) => !kept.has(title))).toEqual([]);
  }
  // The figure that bench/README.md records.
  process.stdout.write(`${kills} kills: ${acknowledged.length} rows acknowledged, 0 lost\n`);
  // The session that was opened before the first kill goes on as well.
  expect((await createBrowser(url).post("/auth/refresh", { refreshToken: guest.refreshToken })).status).toBe(
    200,
  );
});
