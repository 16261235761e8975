import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { findFreePort } from "../../../../scripts/free-port.ts";
import { waitUntil } from "../../../../scripts/wait-until.ts";
import type { MailboxLetter } from "../../src/mail/mailbox-letter.ts";
import { createBrowser, type TestBrowser } from "./browser.ts";
import { databaseKind } from "./database.ts";
import { createTestDatabase } from "./test-database.ts";

const main = join(import.meta.dirname, "../../src/main.ts");
const dieAt = join(import.meta.dirname, "die-at.ts");
const readyTimeoutMs = 120_000;

/** Where the process dies: before a statement that is sent within a transaction. */
export interface Death {
  /** The n-th from now on, or the next that has this text in it; `committed` stands for the moment after a commit. */
  readonly at: number | string;
  readonly file: string;
}

/** A server in a process of its own, whose data outlive it. */
export interface MortalServer {
  browser(): TestBrowser;
  letter(to: string): Promise<MailboxLetter>;
  /** The process will be killed there with SIGKILL; at the 0th it never will. */
  dieAt(at: Death["at"]): Promise<void>;
  /** Starts it again on the same data. @returns the statement before which it died */
  revive(): Promise<string>;
  stop(): Promise<void>;
}

export async function startMortalServer(): Promise<MortalServer> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-mortal-"));
  const file = join(directory, "died-at");
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const database = databaseKind === "postgres" ? await createTestDatabase(inject("postgresUrl")) : undefined;
  let child = await start();

  async function start(): Promise<ChildProcess> {
    const server = spawn(process.execPath, ["--import", dieAt, main], {
      cwd: directory,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        BOOK_DIR: join(import.meta.dirname, "../book"),
        BOOKPLATE_DATA_DIR: directory,
        ...(database && {
          DATABASE_URL: database.url,
          BOOKPLATE_SECRET: "Zq8vK2mXw7RtYb4NcJp9LsDfGh3AeUiO6k1",
        }),
        BCRYPT_COST: "10",
        LIMITS: "off",
        // Out of reach; without them nothing is said about what was asked.
        QUOTA_GUEST: "1000000/d",
        QUOTA_USER: "1000000/d",
        QUOTA_NETWORK: "none",
        LOG_LEVEL: "fatal",
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await waitUntil("the server is ready", readyTimeoutMs, async () => {
      if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
      return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok || undefined;
    });
    return server;
  }

  return {
    browser: () => createBrowser(url),
    letter: (to) =>
      waitUntil(`a letter to ${to}`, readyTimeoutMs, async () => {
        const all = (await (await fetch(`${url}/dev/mail.json`)).json()) as MailboxLetter[];
        return all.find((letter) => letter.to === to);
      }),
    dieAt: async (at) => {
      const armed = once(child, "message");
      child.send({ at, file } satisfies Death);
      await armed;
    },
    revive: async () => {
      if (child.signalCode === null) await once(child, "exit");
      child = await start();
      return readFileSync(file, "utf8");
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "exit");
        child.kill("SIGKILL");
        await ended;
      }
      rmSync(directory, { recursive: true, force: true });
      await database?.drop();
    },
  };
}
