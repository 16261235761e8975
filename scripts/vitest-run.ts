import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";
import { runUntilExit } from "./run-until-exit.mjs";
import {
  countSecondTry,
  countVitest,
  findFailedFiles,
  type TestCounts,
  type VitestReport,
} from "./test-counts.ts";

const reports = join(repositoryRoot, ".cache", "test-reports");
/** What breaks more files than this is no race. */
const mostFilesAgain = 2;

/**
 * Runs the tests of one project of vitest.config.ts and shows them as they pass.
 *
 * @param options.raced - its tests race real processes with each other: a file that fails is run once more, alone. What
 *   passes then is counted and named at the end of the run, to be mended: it has met a race that nobody knows yet.
 * @returns what vitest itself counted, from its JSON report
 */
export async function runVitest(project: string, { raced = false } = {}): Promise<TestCounts> {
  const first = await runFiles(project, project, []);
  const failedFiles = first.report ? findFailedFiles(first.report) : [];
  const again = raced && failedFiles.length > 0 && failedFiles.length <= mostFilesAgain;
  if (!first.report || !again) return countVitest(first.exitCode, first.report);
  process.stdout.write(`\nOnce more, alone: ${failedFiles.join(", ")}\n`);
  const second = await runFiles(project, `${project}-again`, failedFiles);
  if (second.exitCode !== 0 || !second.report) return countVitest(first.exitCode, first.report);
  return countSecondTry(first.report, second.report);
}

interface Run {
  readonly exitCode: number;
  readonly report: VitestReport | undefined;
}

async function runFiles(project: string, reportName: string, files: readonly string[]): Promise<Run> {
  const reportFile = join(reports, `${reportName}.json`);
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
  const exitCode = await runUntilExit(installedNode, [vitest, "run", ...how, ...files]);
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, "utf8")) : undefined;
  return { exitCode, report };
}
