import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// A test fails because of what it finds, not because the machine has other things to do: these end what hangs.
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } };

const integration = (database: "pglite" | "postgres") => ({
  test: {
    name: `integration-${database}`,
    include: ["packages/server/tests/**/*.test.ts"],
    // Files that say something about one database only are named for it.
    exclude: [`**/*.${database === "pglite" ? "postgres" : "pglite"}.test.ts`],
    env: { BOOKPLATE_TEST_DATABASE: database },
    globalSetup: [`packages/server/tests/support/${database}-setup.ts`],
    ...patience,
    // The server's modules are loaded once per worker: they keep nothing, so files cannot meet in them.
    isolate: false,
  },
});

const journeys = (name: string, files: { include: string[]; exclude?: string[] }) => ({
  test: { name, ...files, ...patience, testTimeout: 300_000, hookTimeout: 300_000 },
});

const bookPages = "e2e/book-*.test.ts";

export default defineConfig({
  test: {
    // For a part of their time tests wait: for a process to start, a database, a browser.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Of the tests of one file that may run beside each other.
    maxConcurrency: 2,
    projects: [
      { test: { name: "repository", ...patience, include: ["{scripts,simulate}/**/*.test.ts"] } },
      { test: { name: "unit", ...patience, include: ["packages/*/src/**/*.test.{ts,tsx}"] } },
      integration("pglite"),
      integration("postgres"),
      journeys("journeys", { include: ["e2e/**/*.test.ts"], exclude: [bookPages] }),
      journeys("book-commands", { include: [bookPages] }),
    ],
  },
});
