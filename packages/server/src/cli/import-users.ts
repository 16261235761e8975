import { accessSync, constants, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type FirebaseParametersText, readFirebaseParameters } from "../accounts/import/imported-user.ts";
import { type ImportReport, importFormats } from "../accounts/import/report.ts";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { reachDatabase } from "./operations.ts";
import type { Output } from "./output.ts";

/** As many refused lines as a terminal shows; `--json` has a thousand. */
const maxShown = 20;

export interface ImportUsersOptions {
  readonly format: string;
  readonly dryRun: boolean;
  readonly firebaseParameters: string | undefined;
}

/** Takes over the accounts of a file. The exit code is 1 where a record was refused. */
export async function importUsers(output: Output, given: string, options: ImportUsersOptions): Promise<void> {
  const format = importFormats.find((known) => known === options.format);
  if (format === undefined) {
    const known = importFormats.join(", ");
    throw new OperatorRefusal(({ users }) => users.noSuchFormat({ format: options.format, known }));
  }
  const file = resolve(given);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new OperatorRefusal(({ users }) => users.unreadableFile({ file }));
  }
  const firebase = readParameters(options.firebaseParameters);
  const { dryRun } = options;
  const reached = await reachDatabase(loadConfig(readEnvironment()), output.words);
  try {
    const migrations = await reached.operations.migrations();
    if (migrations.some(({ appliedAt }) => appliedAt === undefined))
      throw new OperatorRefusal(({ keys }) => keys.schemaOld);
    const report = await reached.operations.importUsers({ file, format, dryRun, firebase });
    output.answer({ dryRun, ...report }, describe(output, report, dryRun));
    if (report.refused > 0) process.exitCode = 1;
  } finally {
    await reached.close();
  }
}

function readParameters(given: string | undefined): FirebaseParametersText | undefined {
  if (given === undefined) return undefined;
  const file = resolve(given);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new OperatorRefusal(({ users }) => users.unreadableFile({ file }));
  }
  const parameters = readFirebaseParameters(text);
  if (!parameters) throw new OperatorRefusal(({ users }) => users.badFirebaseParameters({ file }));
  return parameters;
}

function describe({ words: { users } }: Output, report: ImportReport, dryRun: boolean): string[] {
  const { refused, withoutPassword, unverified, refusals } = report;
  const shown = refusals.slice(0, maxShown);
  return [
    dryRun ? users.wouldBeCounted(report) : users.counted(report),
    ...(withoutPassword > 0 ? [users.withoutPassword({ count: withoutPassword })] : []),
    ...(unverified > 0 ? [users.unverified({ count: unverified })] : []),
    ...shown.map(({ line, reason }) => users.refusedLine({ line, reason: users.reasons[reason] })),
    ...(refused > shown.length ? [users.moreRefused({ count: refused - shown.length })] : []),
  ];
}
