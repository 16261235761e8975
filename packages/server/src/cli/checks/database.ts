import { terminal } from "@bookplate/messages/terminal";
import type { Config } from "../../config/config.ts";
import { DirectoryLockedError } from "../../database/lock-file.ts";
import { reachDatabase } from "../operations.ts";
import { explainStartFailure } from "../start-failure.ts";
import { type Finding, fail, ok, warn } from "./check.ts";

const { checks } = terminal;

/** Whether the database can be reached, is new enough and has its schema, and who has it open. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  const embedded = config.database.kind === "pglite";
  try {
    const reached = await reachDatabase(config);
    try {
      if (embedded) findings.push(ok("lock", reached.byServer ? checks.running : checks.notRunning));
      const { description, postgres } = await reached.operations.describe();
      findings.push(ok("database", checks.database(description, postgres)));
      const states = await reached.operations.migrations();
      const pending = states.filter(({ appliedAt }) => appliedAt === undefined).length;
      findings.push(
        pending === 0
          ? ok("database", checks.migrationsFine(states.length))
          : warn(
              "database",
              checks.migrationsPending(pending),
              checks.migrationsPendingWhy,
              "bookplate migrate up",
            ),
      );
    } finally {
      await reached.close();
    }
  } catch (error) {
    const locked = error instanceof DirectoryLockedError;
    const write = embedded
      ? "BOOKPLATE_DATA_DIR=/a/directory/of/yours"
      : "DATABASE_URL=postgres://user:password@host:5432/bookplate";
    findings.push(fail(locked ? "lock" : "database", explainStartFailure(error), checks.databaseWhy, write));
  }
  return findings;
}
