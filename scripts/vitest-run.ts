import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";
import { runUntilExit } from "./run-until-exit.mjs";
import { countVitest, type TestCounts, type VitestReport } from "./test-counts.ts";

const reports = join(repositoryRoot, ".cache", "test-reports");

/**
 * Runs the tests of one project of vitest.config.ts and shows them as they pass.
 *
 * @returns what vitest itself counted, from its JSON report
 */
export async function runVitest(project: string): Promise<TestCounts> {
  const reportFile = join(reports, `${project}.json`);
  mkdirSync(reports, { recursive: true });
  // A report of an earlier run must not speak for this one.
  rmSync(reportFile, { force: true });
  const vitest = join(repositoryRoot, "node_modules", "vitest", "vitest.mjs");
  const how = [
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reportFile}`,
  ];
  const exitCode = await runUntilExit(installedNode, [vitest, "run", ...how]);
  const report: VitestReport | undefined = existsSync(reportFile)
    ? JSON.parse(readFileSync(reportFile, "utf8"))
    : undefined;
  return countVitest(exitCode, report);
}
