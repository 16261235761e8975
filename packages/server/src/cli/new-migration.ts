import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { OperatorRefusal } from "../operator-refusal.ts";
import type { Output } from "./output.ts";

export const migrationsFolder = join(import.meta.dirname, "../database/migrations");

const template = `import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`select 1\`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql\`select 1\`.execute(db);
}
`;

/** Writes the next migration's file and enters it in the list. */
export function writeMigration(output: Output, name: string, folder = migrationsFolder): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new OperatorRefusal(({ commands }) => commands.badMigrationName({ name }));
  if (!existsSync(folder) || folder.includes(`${sep}node_modules${sep}`))
    throw new OperatorRefusal(({ commands }) => commands.noSources);
  const numbers = readdirSync(folder).map((file) => Number.parseInt(file, 10) || 0);
  const number = String(Math.max(0, ...numbers) + 1).padStart(4, "0");
  const fullName = `${number}-${name}`;
  const file = join(folder, `${fullName}.ts`);
  const index = join(folder, "index.ts");
  // With its number: an earlier migration may have the same name, and a name may be a word of the language.
  const constant = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) + number;
  const listed = readFileSync(index, "utf8")
    .replace(/(?<=\n)(?=\n\/\*\*)/, `import * as ${constant} from "./${fullName}.ts";\n`)
    .replace(/(?=\n\};\s*$)/, `\n  "${fullName}": ${constant},`);
  writeFileSync(file, template, { flag: "wx" });
  writeFileSync(index, listed);
  output.answer({ file }, [output.words.commands.written({ file })]);
}
