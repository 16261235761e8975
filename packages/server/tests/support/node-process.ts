import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../../../scripts/free-port.ts";
import { startSupervised } from "../../../../scripts/supervised-process.ts";
import { waitUntil } from "../../../../scripts/wait-until.ts";
import { createBrowser, type TestBrowser } from "./browser.ts";

const entry = join(import.meta.dirname, "../../bin/bookplate.mjs");
const startTimeoutMs = 120_000;

/** One of several servers on one database, in a process of its own. */
export interface NodeProcess {
  readonly url: string;
  browser(): TestBrowser;
  /** What `/readyz` answers; `undefined` while it is not 200. */
  readiness(): Promise<Record<string, string> | undefined>;
  stop(): Promise<void>;
}

/** @param settings - on top of those that a test needs; all nodes need one `PUBLIC_URL` and one secret */
export async function startNodeProcess(settings: Record<string, string>): Promise<NodeProcess> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-node-"));
  const port = await findFreePort();
  const server = startSupervised([process.execPath, entry, "serve"], {
    directory,
    stopSignal: "TERM",
    environment: {
      PATH: process.env.PATH,
      PORT: String(port),
      BOOK_DIR: join(import.meta.dirname, "../book"),
      BOOKPLATE_DATA_DIR: join(directory, "data"),
      LIMITS: "off",
      LOG_LEVEL: "fatal",
      ...settings,
    },
  });
  const url = `http://localhost:${port}`;
  const readiness = async () => {
    if (server.hasEnded()) throw new Error(`The node has ended.\n${server.output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as Record<string, string>) : undefined;
  };
  try {
    await waitUntil("the node is ready", startTimeoutMs, readiness);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, browser: () => createBrowser(url), readiness, stop: server.stop };
}
