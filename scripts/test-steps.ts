import { join } from "node:path";
import { buildBookIfNeeded } from "./book-build.mjs";
import type { DebianPackage } from "./debian-packages.ts";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";
import { runUntilExit } from "./run-until-exit.mjs";
import { countOne, type TestCounts } from "./test-counts.ts";
import { checkTypes } from "./type-check.ts";
import { runVitest } from "./vitest-run.ts";

/** One thing that `npm test` proves; `npm test -- <name>` runs it alone. */
export interface TestStep {
  name: string;
  title: string;
  debianPackages?: DebianPackage[];
  /** Starts servers on new embedded databases: with a prepared one to copy, each is there in a third of the time. */
  startsServers?: true;
  run: () => Promise<TestCounts>;
}

const openApiTypes = join(repositoryRoot, "scripts", "openapi-types.ts");
const bookBudgets = join(repositoryRoot, "scripts", "budgets.ts");
const simulation = join(repositoryRoot, "simulate", "simulate.ts");
const biome = join(repositoryRoot, "node_modules", ".bin", "biome");

/** They make the hashes that accounts of other systems are imported with. */
const hashingPackages: DebianPackage[] = ["python3-argon2", "python3-bcrypt", "python3-passlib"];

/** In the order of waiting: what fails within seconds comes first. */
export const testSteps: TestStep[] = [
  { name: "types", title: "Types", run: async () => countOne(await checkTypes()) },
  {
    name: "lint",
    title: "Format and lint",
    run: async () =>
      countOne(
        (await runUntilExit(biome, ["ci", ".", `--colors=${process.stdout.isTTY ? "force" : "off"}`])) === 0,
      ),
  },
  {
    name: "openapi",
    title: "The client's types fit the server's OpenAPI document",
    startsServers: true,
    run: async () => countOne((await runUntilExit(installedNode, [openApiTypes, "--check"])) === 0),
  },
  { name: "repository", title: "Rules of the repository", run: () => runVitest("repository") },
  { name: "unit", title: "Units", run: () => runVitest("unit") },
  { name: "book", title: "The book builds", run: async () => countOne(await buildBookIfNeeded()) },
  {
    name: "budgets",
    title: "What the book weighs",
    run: async () => countOne((await runUntilExit(installedNode, [bookBudgets])) === 0),
  },
  {
    name: "integration-pglite",
    title: "The server on the embedded database",
    startsServers: true,
    debianPackages: hashingPackages,
    run: () => runVitest("integration-pglite", { raced: true }),
  },
  {
    name: "integration-postgres",
    title: "The server on Postgres",
    debianPackages: ["postgresql", "pgbouncer", "redis-server", ...hashingPackages],
    run: () => runVitest("integration-postgres", { raced: true }),
  },
  {
    name: "simulate",
    title: "Nobody is signed out and no thief stays in a simulation",
    startsServers: true,
    debianPackages: ["postgresql"],
    run: async () => countOne((await runUntilExit(installedNode, [simulation, "--quick"])) === 0),
  },
  {
    name: "book-commands",
    title: "The commands in the book work",
    startsServers: true,
    debianPackages: [
      "curl",
      "jq",
      "python3-cryptography",
      "python3-fastapi",
      "python3-jose",
      "python3-uvicorn",
    ],
    run: () => runVitest("book-commands", { raced: true }),
  },
  {
    name: "journeys",
    title: "Journeys in a browser",
    startsServers: true,
    debianPackages: ["chromium"],
    run: () => runVitest("journeys", { raced: true }),
  },
];

/**
 * Finds the steps by the beginnings of their names: `integration` means both databases.
 *
 * @param names - none means every step
 */
export function selectSteps(names: string[]): { steps: TestStep[] } | { unknown: string } {
  if (names.length === 0) return { steps: testSteps };
  const unknown = names.find((name) => !testSteps.some((step) => step.name.startsWith(name)));
  if (unknown !== undefined) return { unknown };
  return { steps: testSteps.filter((step) => names.some((name) => step.name.startsWith(name))) };
}
