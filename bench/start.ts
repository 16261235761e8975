// From `npm start` on an installed and built tree to an answer of /readyz, and the memory after it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../scripts/free-port.ts";
import { repositoryRoot } from "../scripts/repository-paths.mjs";
import { waitUntil } from "../scripts/wait-until.ts";
import { describeMachine, median, writeRow } from "./medians.ts";

const runs = 5;
const readyTimeoutMs = 120_000;
/** Memory is read when what a start leaves to do afterwards (the book's watcher, jobs) is done. */
const settleMs = 2_000;

/** Stored keys are read with it, and the Postgres outlives the data directory. */
const secret = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";

interface Start {
  readyMs: number;
  /** Of the server's process, resident, in MiB. */
  residentMib: number;
}

/** @param given - the address of a Postgres for the third row: an empty database, or this measurement's own */
export async function measure([postgresUrl]: readonly string[]): Promise<void> {
  process.stdout.write(`${describeMachine()}; medians of ${runs}\n\n`);
  writeRow(["start", "to /readyz", "slowest", "resident after"]);
  writeRow(["---", "---", "---", "---"]);
  const data = mkdtempSync(join(tmpdir(), "bookplate-bench-"));
  try {
    await row("fresh data, embedded", data, {}, () => rmSync(data, { recursive: true, force: true }));
    await row("existing data, embedded", data, {}, () => {});
    if (postgresUrl !== undefined)
      await row(
        "existing data, Postgres",
        data,
        { DATABASE_URL: postgresUrl, BOOKPLATE_SECRET: secret },
        () => {},
      );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function row(
  name: string,
  data: string,
  settings: Record<string, string>,
  prepare: () => void,
): Promise<void> {
  const starts: Start[] = [];
  // The first one is not counted: it fills caches of the disk and of compiled code.
  for (let run = 0; run <= runs; run += 1) {
    prepare();
    const start = await startOnce(data, settings);
    if (run > 0) starts.push(start);
  }
  const ready = starts.map(({ readyMs }) => readyMs);
  writeRow([
    name,
    `${(median(ready) / 1000).toFixed(2)} s`,
    `${(Math.max(...ready) / 1000).toFixed(2)} s`,
    `${Math.round(median(starts.map(({ residentMib }) => residentMib)))} MiB`,
  ]);
}

async function startOnce(data: string, settings: Record<string, string>): Promise<Start> {
  const port = await findFreePort();
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: repositoryRoot,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      BOOKPLATE_DATA_DIR: data,
      PORT: String(port),
      LOG_LEVEL: "fatal",
      ...settings,
    },
    stdio: "ignore",
    detached: true,
  });
  const ended = once(child, "exit");
  await waitUntil("the server is ready", readyTimeoutMs, async () => {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}.`);
    return (await fetch(`http://localhost:${port}/readyz`).catch(() => undefined))?.ok || undefined;
  });
  const readyMs = performance.now() - startedAt;
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const server = findServer(child.pid ?? 0);
  // The server alone is asked to stop; npm ends after it.
  process.kill(server.pid, "SIGTERM");
  await ended;
  return { readyMs, residentMib: server.residentMib };
}

/** The server is the large member of npm's process group (read from /proc, so on Linux only). */
function findServer(group: number): { pid: number; residentMib: number } {
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // The command, in parentheses, may hold spaces; the group is the third field after it.
      if (Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]) !== group) continue;
      if (!readFileSync(`/proc/${name}/cmdline`, "utf8").includes("server/src/main.ts")) continue;
      const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? [];
      return { pid: Number(name), residentMib: Number(kib) / 1024 };
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error("The server's process is not to be found.");
}
