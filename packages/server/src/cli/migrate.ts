import { terminal } from "@bookplate/messages/terminal";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { openDatabase } from "../database/database.ts";
import { migrateTo } from "../database/migrate.ts";
import { migrations } from "../database/migrations/index.ts";
import { reachDatabase } from "./operations.ts";
import type { Output } from "./output.ts";
import { CommandRefusal } from "./refusal.ts";

const sentences = terminal.commands;

export async function showMigrations(output: Output): Promise<void> {
  const reached = await reachDatabase(loadConfig(readEnvironment()));
  try {
    const states = await reached.operations.migrations();
    output.answer(
      { migrations: states.map(({ name, appliedAt }) => ({ name, appliedAt: appliedAt ?? null })) },
      states.map(({ name, appliedAt }) =>
        appliedAt === undefined
          ? `${output.paint("yellow", sentences.pending)}  ${name}`
          : `${output.paint("green", sentences.applied)}  ${name}  ${output.paint("dim", appliedAt)}`,
      ),
    );
  } finally {
    await reached.close();
  }
}

/** @param to - the last migration to apply; without it, all */
export async function migrateUp(output: Output, to: string | undefined): Promise<void> {
  const last = to === undefined ? Object.keys(migrations).at(-1) : findMigration(to);
  const names = await change(async (applied) => {
    if (to !== undefined && last && applied.includes(last) && applied.at(-1) !== last)
      throw new CommandRefusal(sentences.appliedAlready(last));
    return applied.length < Object.keys(migrations).length ? { last } : undefined;
  });
  output.answer({ applied: names }, names.length > 0 ? sentences.appliedNow(names) : [sentences.upToDate]);
}

/** @param to - the migration that stays the last one; without it, one is taken back; `0` takes back all */
export async function migrateDown(
  output: Output,
  to: string | undefined,
  options: { readonly yes: boolean },
): Promise<void> {
  const wanted = to === undefined || to === "0" ? undefined : findMigration(to);
  const { environment } = loadConfig(readEnvironment());
  if (environment === "production" && !options.yes) throw new CommandRefusal(sentences.downInProduction);
  const names = await change(async (applied) => {
    if (applied.length === 0) return undefined;
    if (wanted !== undefined && !applied.includes(wanted))
      throw new CommandRefusal(sentences.notApplied(wanted));
    return { last: to === undefined ? applied.at(-2) : wanted };
  });
  output.answer(
    { takenBack: names },
    names.length > 0 ? sentences.takenBack(names) : [sentences.nothingToTakeBack],
  );
}

/** Changes the schema, with nobody else on an embedded database. */
async function change(
  decide: (applied: string[]) => Promise<{ last: string | undefined } | undefined>,
): Promise<string[]> {
  const config = loadConfig(readEnvironment());
  const reached = await reachDatabase(config);
  const states = await reached.operations.migrations().finally(() => reached.close());
  const decision = await decide(
    states.flatMap(({ name, appliedAt }) => (appliedAt === undefined ? [] : [name])),
  );
  if (!decision) return [];
  if (reached.byServer) throw new CommandRefusal(sentences.serverHasDatabase);
  const database = await openDatabase(config.database);
  try {
    return await migrateTo(database.db, decision.last);
  } finally {
    await database.close();
  }
}

/** By its name, or by a beginning that only one has: `0001`. */
function findMigration(wanted: string): string {
  const known = Object.keys(migrations);
  const found = known.includes(wanted) ? [wanted] : known.filter((name) => name.startsWith(wanted));
  const [name] = found;
  if (name === undefined || found.length > 1)
    throw new CommandRefusal(sentences.unknownMigration(wanted, known));
  return name;
}
