// Processes that share a machine with two cores: the server under test has one for itself.
import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../scripts/free-port.ts";
import { type SupervisedProcess, startSupervised } from "../scripts/supervised-process.ts";
import { waitUntil } from "../scripts/wait-until.ts";

/** The core of the server under test; the load and Postgres have the other one. */
export const serverCore = "0";
const otherCore = "1";
const startTimeoutMs = 60_000;

export interface PinnedPostgres {
  readonly port: number;
  readonly binaries: string;
  /** Makes a database, empty or a copy of another one. @returns its address */
  create(name: string, template?: string): string;
  stop(): Promise<void>;
}

/** This process makes the load: it stays off the server's core. */
export function pinLoad(): void {
  execFileSync("taskset", ["-acp", otherCore, String(process.pid)]);
}

/** Starts a server under test on its core; ready when the path answers 200. */
export async function startPinned(
  command: readonly string[],
  options: { port: number; readyPath: string; environment?: NodeJS.ProcessEnv },
): Promise<SupervisedProcess> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-bench-"));
  const server = startSupervised(["taskset", "-c", serverCore, ...command], {
    directory,
    stopSignal: "TERM",
    environment: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.environment },
  });
  await waitUntil(`${command.join(" ")} is ready`, startTimeoutMs, async () => {
    if (server.hasEnded()) throw new Error(`It ended:\n${server.output()}`);
    const answer = await fetch(`http://127.0.0.1:${options.port}${options.readyPath}`).catch(() => undefined);
    return answer?.ok || undefined;
  });
  return server;
}

/** Postgres as it comes, with all its durability: only the address is changed. */
export async function startPinnedPostgres(): Promise<PinnedPostgres> {
  const versions = readdirSync("/usr/lib/postgresql")
    .map(Number)
    .sort((one, other) => other - one);
  const binaries = join("/usr/lib/postgresql", String(versions[0]), "bin");
  const isRoot = process.getuid?.() === 0;
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const user = isRoot ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  const directory = mkdtempSync(join(tmpdir(), "bookplate-bench-postgres-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, "data");
  execFileSync(
    join(binaries, "initdb"),
    [`--pgdata=${data}`, "--auth=trust", "--username=bench", "--encoding=UTF8", "--no-locale"],
    { ...user, cwd: directory, stdio: "ignore" },
  );
  const port = await findFreePort();
  const server = startSupervised(
    ["taskset", "-c", otherCore, join(binaries, "postgres"), "-D", data, "-p", String(port)].concat([
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `unix_socket_directories=${directory}`,
      "-c",
      "max_wal_size=8GB",
    ]),
    { directory, stopSignal: "INT", user },
  );
  const run = (program: string, ...given: string[]) =>
    execFileSync(join(binaries, program), ["-h", "127.0.0.1", "-p", String(port), "-U", "bench", ...given], {
      stdio: "pipe",
      cwd: "/",
    });
  await waitUntil("Postgres accepts connections", startTimeoutMs, async () => {
    try {
      run("pg_isready", "-q");
      return true;
    } catch (error) {
      if (server.hasEnded()) throw new Error(server.output(), { cause: error });
      return undefined;
    }
  });
  return {
    port,
    binaries,
    create: (name, template = "template1") => {
      run("createdb", "--template", template, name);
      return `postgres://bench@127.0.0.1:${port}/${name}`;
    },
    stop: server.stop,
  };
}
