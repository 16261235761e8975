import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findFreePort } from "../../../../scripts/free-port.ts";
import { startSupervised } from "../../../../scripts/supervised-process.ts";
import { waitUntil } from "../../../../scripts/wait-until.ts";

const startTimeoutMs = 60_000;

/** A PgBouncer of its own for one file of tests, which lends connections by transaction. */
export interface Pooler {
  /** The same database through the pooler. */
  readonly url: string;
  stop(): Promise<void>;
}

/** It refuses to run as root: there it runs as the user of the Postgres package. */
function findUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/**
 * Starts the PgBouncer that Debian has installed. It knows no prepared statements, and has fewer connections than its
 * clients, so that hardly anybody gets the same one twice.
 *
 * @param databaseUrl - of the database itself
 * @throws {Error} when the package `pgbouncer` is missing or it does not come up in 10 s
 */
export async function startPgBouncer(databaseUrl: string): Promise<Pooler> {
  const { hostname, port, pathname, username, password } = new URL(databaseUrl);
  const directory = mkdtempSync(join(tmpdir(), "bookplate-pgbouncer-"));
  const listenPort = await findFreePort();
  const settings = join(directory, "pgbouncer.ini");
  const users = join(directory, "users.txt");
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 4
`,
    { mode: 0o600 },
  );
  writeFileSync(users, `"${username}" "${password}"\n`, { mode: 0o600 });
  const user = findUser();
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [directory, settings, users]) chownSync(path, user.uid, user.gid);
  }
  const pooler = startSupervised(["/usr/sbin/pgbouncer", settings], { directory, stopSignal: "INT", user });
  const url = new URL(databaseUrl);
  url.port = String(listenPort);
  url.pathname = pathname;
  try {
    await waitUntil("PgBouncer accepts connections", startTimeoutMs, async () => {
      if (pooler.hasEnded()) throw new Error(`PgBouncer did not start.\n${pooler.output()}`);
      const client = new pg.Client({ connectionString: url.href });
      return client.connect().then(
        () => client.end().then(() => true),
        () => undefined,
      );
    });
  } catch (error) {
    await pooler.stop();
    throw error;
  }
  return { url: url.href, stop: pooler.stop };
}
