import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareDataDirectory, removeDataDirectory } from "../src/database/data-directory.ts";
import { openDatabase } from "../src/database/database.ts";
import { describeSchema } from "../src/database/describe-schema.ts";
import { copyImage } from "../src/database/image.ts";
import { makeImage } from "../src/database/make-image.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { migrations } from "../src/database/migrations/index.ts";

/** Initialising takes seconds, and many times that on a busy machine. */
const timeout = 300_000;
const schema = readFileSync(join(import.meta.dirname, "../schema.sql"), "utf8");
const dataDirectoryModule = join(import.meta.dirname, "../src/database/data-directory.ts");
let directory: string;
let image: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-image-"));
  image = join(directory, "image");
  await makeImage(image);
}, timeout);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const open = (name: string, from: string) =>
  openDatabase({ kind: "pglite", directory: join(directory, name) }, from);

/** A copy of the image with some of its facts changed. */
function imageWith(name: string, facts: Record<string, unknown>): string {
  const copy = join(directory, name);
  cpSync(image, copy, { recursive: true });
  const file = join(copy, "image.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...facts }));
  return copy;
}

test("a database from the image has the schema of the migrations, none left to apply, and not one row", {
  timeout,
}, async () => {
  const database = await open("from-image", image);
  expect(database.isNew).toBe(true);
  expect(await migrateToLatest(database.db)).toBe(0);
  expect(await describeSchema(database.db)).toBe(schema);
  const tables = await database.db.introspection.getTables();
  for (const { name, schema: home } of tables.filter(({ schema: home }) => home === "public")) {
    const { rows } = await sql`select 1 from ${sql.table(`${home}.${name}`)} limit 1`.execute(
      database.db.withoutPlugins(),
    );
    expect(rows, name).toEqual([]);
  }
  await database.close();
  const again = await open("from-image", image);
  expect(again.isNew).toBe(false);
  await again.close();
});

test("an image from before some migrations is good: they are applied to its copy", async () => {
  expect(copyImage(imageWith("older", { migrations: [] }), join(directory, "from-older"))).toBe(true);
});

test("an image of other programs, of unknown migrations, damaged or missing is not used", async () => {
  const damaged = imageWith("damaged", {});
  writeFileSync(join(damaged, "pglite", "PG_VERSION"), "17\n");
  const useless = [
    imageWith("other-program", { madeWith: { pglite: "0.0.1" } }),
    imageWith("from-the-future", { migrations: ["9999-from-the-future"] }),
    damaged,
    join(directory, "missing"),
  ];
  for (const [index, from] of useless.entries())
    expect(copyImage(from, join(directory, `useless-${index}`)), from).toBe(false);
});

/** Every file with its size. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .map((path) => `${path} ${statSync(join(folder, path)).size}`)
    .sort();
}

/** How many there are; none, too, in the moment in which the directory is moved away. */
function countEntries(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true }).length;
  } catch {
    return 0;
  }
}

/** Starts preparing in a process of its own, and kills it once so many files are there; then it has not ended. */
async function killWhilePreparing(target: string, from: string, files: number): Promise<void> {
  const work = `import { prepareDataDirectory } from ${JSON.stringify(dataDirectoryModule)};
    await prepareDataDirectory(${JSON.stringify(target)}, ${JSON.stringify(from)});`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", work], { stdio: "ignore" });
  const ended = once(child, "exit");
  const fresh = `${target}.new-${child.pid}`;
  const preparing = () => child.exitCode === null && child.signalCode === null;
  while (preparing() && countEntries(fresh) < files) await nextTurn();
  child.kill("SIGKILL");
  await ended;
}

test("a process that is killed while it prepares a database leaves a whole one or none, and the next start goes on", {
  timeout,
}, async () => {
  const whole = listFiles(join(image, "pglite"));
  const target = join(directory, "killed");
  let interrupted = 0;
  for (const [from, files] of [
    [image, 1],
    [image, Math.round(whole.length / 3)],
    [image, whole.length - 1],
    [join(directory, "missing"), 1],
  ] as const) {
    await killWhilePreparing(target, from, files);
    if (existsSync(target)) {
      if (from === image) expect(listFiles(target)).toEqual(whole);
      expect(await prepareDataDirectory(target, image)).toBe("existing");
    } else {
      interrupted += 1;
      expect(await prepareDataDirectory(target, image)).toBe("image");
      expect(listFiles(target)).toEqual(whole);
    }
    expect(readdirSync(directory).filter((name) => name.startsWith("killed"))).toEqual(["killed"]);
    removeDataDirectory(target);
  }
  expect(interrupted).toBeGreaterThan(0);
});

test("without a usable image the database is initialised, and what killed processes left is cleared away", {
  timeout,
}, async () => {
  for (const left of ["plain.new-1", "plain.old-2"]) {
    mkdirSync(join(directory, left));
    writeFileSync(join(directory, left, "PG_VERSION"), "18\n");
  }
  const database = await open("plain", join(directory, "missing"));
  expect(await migrateToLatest(database.db)).toBe(Object.keys(migrations).length);
  expect(await describeSchema(database.db)).toBe(schema);
  await database.close();
  expect(readdirSync(directory).filter((name) => name.startsWith("plain"))).toEqual(["plain"]);
});
