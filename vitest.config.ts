import { defineConfig } from "vitest/config";

const integration = (database: "pglite" | "postgres") => ({
  test: {
    name: `integration-${database}`,
    include: ["packages/server/tests/**/*.test.ts"],
    // Files that say something about one database only are named for it.
    exclude: [`**/*.${database === "pglite" ? "postgres" : "pglite"}.test.ts`],
    env: { BOOKPLATE_TEST_DATABASE: database },
    globalSetup: [`packages/server/tests/support/${database}-setup.ts`],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      { test: { name: "repository", include: ["scripts/**/*.test.ts"] } },
      { test: { name: "unit", include: ["packages/*/src/**/*.test.{ts,tsx}"] } },
      integration("pglite"),
      integration("postgres"),
      {
        test: {
          name: "journeys",
          include: ["e2e/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
