// What Postgres itself can do with our refresh: pgbench sends the very statement, without any server of ours.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sessionIdSql } from "./bookplate-sessions.ts";
import type { PinnedPostgres } from "./pinned.ts";
import { captureStatements, type Slot } from "./statements.ts";

const connections = 16;
const seconds = 3;
const serverCore = "0";

/** Every row fits: what is measured is the update, not the refusals. Whole days: in a time pgbench would take ":00" for a variable. */
const expressions: Record<Slot, string> = {
  sessionId: sessionIdSql(":i::int"),
  counter: `"session"."refresh_counter"`,
  mintedBefore: "'2100-01-01'::timestamptz",
  now: "'2020-01-01'::timestamptz",
  idleUntil: "'2100-01-01'::timestamptz",
};

async function refreshScript(sessions: number): Promise<string> {
  const { text, slots } = (await captureStatements()).refresh;
  const statement = text.replace(/\$(\d+)/g, (_, place: string) => {
    const slot = slots[Number(place) - 1];
    return typeof slot === "string" ? expressions[slot] : String(slot?.constant);
  });
  return `\\set i random(0, ${sessions - 1})\n${statement};\n`;
}

/** @returns transactions per second, with 16 connections and prepared statements */
export async function measureRefreshLimit(
  { port, binaries }: PinnedPostgres,
  databaseUrl: string,
  sessions: number,
): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-pgbench-"));
  try {
    const script = join(directory, "refresh.sql");
    writeFileSync(script, await refreshScript(sessions));
    const given = [
      "-n",
      "-M",
      "prepared",
      "-c",
      String(connections),
      "-j",
      "1",
      "-T",
      String(seconds),
      "-f",
      script,
    ];
    const address = [
      "-h",
      "127.0.0.1",
      "-p",
      String(port),
      "-U",
      "bench",
      new URL(databaseUrl).pathname.slice(1),
    ];
    const command = ["-c", serverCore, join(binaries, "pgbench"), ...given, ...address];
    const output = execFileSync("taskset", command, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return Number(/tps = ([\d.]+)/.exec(output)?.[1]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
