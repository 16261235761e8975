import type { Terminal } from "@bookplate/messages/terminal";
import type { Config } from "../../config/config.ts";
import { DirectoryLockedError } from "../../database/lock-file.ts";
import { reachDatabase } from "../operations.ts";
import { explainStartFailure } from "../start-failure.ts";
import { checkAdministrators } from "./administrators.ts";
import { type Finding, fail, ok, warn } from "./check.ts";

/** Whether the database can be reached, is new enough and has its schema, who has it open, and who administers. */
export async function checkDatabase(config: Config, words: Terminal): Promise<Finding[]> {
  const { doctor } = words;
  const findings: Finding[] = [];
  const embedded = config.database.kind === "pglite";
  try {
    const reached = await reachDatabase(config, words);
    try {
      if (embedded) findings.push(ok("lock", reached.byServer ? doctor.running : doctor.notRunning));
      const { description, postgres, vectors } = await reached.operations.describe();
      const version = `PostgreSQL ${postgres}`;
      findings.push(
        ok("database", description.includes(version) ? description : `${description} (${version})`),
      );
      if (config.embeddings && !vectors) {
        findings.push(
          warn(
            "database",
            doctor.noVectors,
            doctor.noVectorsWhy,
            `apt-get install postgresql-${postgres}-pgvector`,
          ),
        );
      }
      const states = await reached.operations.migrations();
      const pending = states.filter(({ appliedAt }) => appliedAt === undefined).length;
      findings.push(
        pending === 0
          ? ok("database", doctor.migrationsFine({ count: states.length }))
          : warn(
              "database",
              doctor.migrationsPending({ count: pending }),
              doctor.migrationsPendingWhy,
              "bookplate migrate up",
            ),
      );
      if (pending === 0) findings.push(await checkAdministrators(reached.operations, words));
    } finally {
      await reached.close();
    }
  } catch (error) {
    const locked = error instanceof DirectoryLockedError;
    const write = embedded
      ? "BOOKPLATE_DATA_DIR=/a/directory/of/yours"
      : "DATABASE_URL=postgres://user:password@host:5432/bookplate";
    findings.push(
      fail(locked ? "lock" : "database", explainStartFailure(error, words), doctor.databaseWhy, write),
    );
  }
  return findings;
}
