import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { runUntilExit } from "./run-until-exit.mjs";

/** What only the tests need from the system, and the path that shows that it is there. */
const provenBy = {
  chromium: "/usr/bin/chromium",
  pgbouncer: "/usr/sbin/pgbouncer",
  postgresql: "/usr/lib/postgresql",
  "redis-server": "/usr/bin/redis-server",
  curl: "/usr/bin/curl",
  jq: "/usr/bin/jq",
  "python3-argon2": "/usr/lib/python3/dist-packages/argon2",
  "python3-bcrypt": "/usr/lib/python3/dist-packages/bcrypt",
  "python3-cryptography": "/usr/lib/python3/dist-packages/cryptography",
  "python3-fastapi": "/usr/lib/python3/dist-packages/fastapi",
  "python3-jose": "/usr/lib/python3/dist-packages/jose",
  "python3-passlib": "/usr/lib/python3/dist-packages/passlib",
  "python3-uvicorn": "/usr/lib/python3/dist-packages/uvicorn",
} as const;

export type DebianPackage = keyof typeof provenBy;

/** A mirror may be away for a moment, and another program may be at the packages: on a new machine its first update. */
const attempts = 3;
const patience = ["-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=120"];

/** @returns whether it has succeeded, at the third attempt at the latest */
async function aptGet(...how: string[]): Promise<boolean> {
  // Run level 1 keeps the package from starting a database server of its own.
  const command = ["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", ...patience, ...how];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const code = await runUntilExit("env", command);
    if (code === 0) return true;
    // Whoever has interrupted it wants no other attempt.
    if (code > 128) return false;
    if (attempt < attempts) await setTimeout(attempt * 5_000);
  }
  return false;
}

/**
 * Installs Debian packages that are not there, as root on Debian.
 *
 * @returns one sentence for the developer where that is not possible, otherwise nothing
 */
export async function installMissingDebianPackages(needed: DebianPackage[]): Promise<string | undefined> {
  const missing = [...new Set(needed)].filter((name) => !existsSync(provenBy[name]));
  if (missing.length === 0) return undefined;
  const command = `apt-get install -y ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return `The tests need ${missing.join(" and ")}: on Debian run \`sudo ${command}\` and start again.`;
  }
  process.stdout.write(`Installing ${missing.join(" and ")} …\n`);
  return (await aptGet("update")) && (await aptGet("install", "-y", ...missing))
    ? undefined
    : `\`apt-get update && ${command}\` did not finish; its own message above says why.`;
}
