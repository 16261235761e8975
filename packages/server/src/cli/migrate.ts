import type { Terminal } from "@bookplate/messages/terminal";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { openDatabase } from "../database/database.ts";
import { migrateTo } from "../database/migrate.ts";
import { migrations } from "../database/migrations/index.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { reachDatabase } from "./operations.ts";
import type { Output } from "./output.ts";

export async function showMigrations(output: Output): Promise<void> {
  const sentences = output.words.commands;
  const reached = await reachDatabase(loadConfig(readEnvironment()), output.words);
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
  const names = await change(output.words, async (applied) => {
    if (to !== undefined && last && applied.includes(last) && applied.at(-1) !== last)
      throw new OperatorRefusal(({ commands }) => commands.appliedAlready({ name: last }));
    return applied.length < Object.keys(migrations).length ? { last } : undefined;
  });
  const { applied, upToDate } = output.words.commands;
  output.answer({ applied: names }, names.length > 0 ? marked(applied, names) : [upToDate]);
}

/** @param to - the migration that stays the last one; without it, one is taken back; `0` takes back all */
export async function migrateDown(
  output: Output,
  to: string | undefined,
  options: { readonly yes: boolean },
): Promise<void> {
  const wanted = to === undefined || to === "0" ? undefined : findMigration(to);
  const { environment } = loadConfig(readEnvironment());
  if (environment === "production" && !options.yes)
    throw new OperatorRefusal(({ commands }) => commands.downInProduction);
  const names = await change(output.words, async (applied) => {
    if (applied.length === 0) return undefined;
    if (wanted !== undefined && !applied.includes(wanted))
      throw new OperatorRefusal(({ commands }) => commands.notApplied({ name: wanted }));
    return { last: to === undefined ? applied.at(-2) : wanted };
  });
  const { takenBack, nothingToTakeBack } = output.words.commands;
  output.answer({ takenBack: names }, names.length > 0 ? marked(takenBack, names) : [nothingToTakeBack]);
}

const marked = (mark: string, names: readonly string[]) => names.map((name) => `${mark}  ${name}`);

/** Changes the schema, with nobody else on an embedded database. */
async function change(
  words: Terminal,
  decide: (applied: string[]) => Promise<{ last: string | undefined } | undefined>,
): Promise<string[]> {
  const config = loadConfig(readEnvironment());
  const reached = await reachDatabase(config, words);
  const states = await reached.operations.migrations().finally(() => reached.close());
  const decision = await decide(
    states.flatMap(({ name, appliedAt }) => (appliedAt === undefined ? [] : [name])),
  );
  if (!decision) return [];
  if (reached.byServer) throw new OperatorRefusal(({ commands }) => commands.serverHasDatabase);
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
    throw new OperatorRefusal(({ commands }) =>
      commands.unknownMigration({ wanted, known: known.join(", ") }),
    );
  return name;
}
