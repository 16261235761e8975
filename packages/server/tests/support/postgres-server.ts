import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findFreePort } from "../../../../scripts/free-port.ts";
import { type SupervisedProcess, startSupervised } from "../../../../scripts/supervised-process.ts";
import { waitUntil } from "../../../../scripts/wait-until.ts";

const debianFolder = "/usr/lib/postgresql";
const startTimeoutMs = 60_000;

/** A Postgres of its own for one run of tests. */
export interface PostgresServer {
  /** Connects as a superuser to the database `postgres`. */
  url: string;
  /** Ends the server and removes its directory; later calls do nothing more. */
  stop: () => Promise<void>;
}

/** Without safety against a power cut: nobody keeps what tests write. */
const settings: readonly string[] = [
  "listen_addresses = '127.0.0.1'",
  "fsync = off",
  "synchronous_commit = off",
  "full_page_writes = off",
  "max_connections = 200",
  "shared_buffers = 64MB",
];

function findBinaries(): string {
  const versions = readdirSync(debianFolder)
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => b - a);
  const newest = versions[0];
  if (newest === undefined)
    throw new Error(`No Postgres in ${debianFolder}: install the package postgresql.`);
  return join(debianFolder, String(newest), "bin");
}

/** Postgres refuses to run as root: there it runs as the user that its Debian package makes. */
function findUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

const connects = (url: string, server: SupervisedProcess) => async () => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (server.hasEnded()) throw new Error(`Postgres did not start.\n${server.output()}`, { cause: error });
    return undefined;
  }
};

/**
 * Starts the newest Postgres that Debian has installed, in a temporary directory, on a free port of the loopback.
 *
 * @throws {Error} when the package `postgresql` is missing or the server does not come up in 60 s
 */
export function startPostgresServer(): Promise<PostgresServer> {
  const password = randomBytes(16).toString("hex");
  return startOn(password, ({ binaries, user, directory, data }) => {
    const passwordFile = join(directory, "password");
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid);
    const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const kind = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"];
    const command = join(binaries, "initdb");
    execFileSync(command, [`--pgdata=${data}`, ...access, ...kind], { ...user, cwd: directory });
    writeFileSync(join(data, "postgresql.conf"), settings.join("\n"), { flag: "a" });
  });
}

/** A replica that has received everything up to now, nothing more from now on, and takes over. */
export function startReplicaOf(primary: PostgresServer): Promise<PostgresServer> {
  const { password } = new URL(primary.url);
  return startOn(password, ({ binaries, user, directory, data }) => {
    const from = ["--dbname", primary.url, "--pgdata", data];
    const how = ["--checkpoint=fast", "--wal-method=fetch", "--no-sync"];
    execFileSync(join(binaries, "pg_basebackup"), [...from, ...how], { ...user, cwd: directory });
  });
}

interface Place {
  readonly binaries: string;
  readonly user: ReturnType<typeof findUser>;
  readonly directory: string;
  readonly data: string;
}

async function startOn(password: string, fill: (place: Place) => void): Promise<PostgresServer> {
  const binaries = findBinaries();
  const user = findUser();
  const directory = mkdtempSync(join(tmpdir(), "bookplate-postgres-"));
  const data = join(directory, "data");
  if (user.uid !== undefined && user.gid !== undefined) chownSync(directory, user.uid, user.gid);
  fill({ binaries, user, directory, data });
  const port = await findFreePort();
  const command = [join(binaries, "postgres"), "-D", data, "-p", String(port), "-k", directory];
  const server = startSupervised(command, { directory, stopSignal: "INT", user });
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  try {
    await waitUntil("Postgres accepts connections", startTimeoutMs, connects(url, server));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, stop: server.stop };
}
