import { readdirSync, readFileSync } from "node:fs";

/** Memory of the server's process that listens there, in MiB; read from /proc, so on Linux only. */
export function residentMib(port: number): number {
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const [program = "", ...given] = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      if (program !== process.execPath || !given.some((word) => word.endsWith("server/src/main.ts")))
        continue;
      if (!readFileSync(`/proc/${name}/environ`, "utf8").split("\0").includes(`PORT=${port}`)) continue;
      const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? [];
      return Number(kib) / 1024;
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error("The server's process is not to be found.");
}

/**
 * The same for any server, found by a setting that it was started with; the shell that watches it has the setting too,
 * so the largest counts.
 *
 * @param mark - `NAME=value`
 */
export function residentMibOfMarked(mark: string): number {
  let most = 0;
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (!readFileSync(`/proc/${name}/environ`, "utf8").split("\0").includes(mark)) continue;
      const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? [];
      most = Math.max(most, Number(kib) / 1024);
    } catch {
      // It ended while we looked.
    }
  }
  return most;
}
