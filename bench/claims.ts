// Many more interleavings of guests and accounts than the tests have time for, and a death at every statement.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { installedNode, repositoryRoot } from "../scripts/repository-paths.mjs";

/** @param given - how many interleavings; `pglite` or `postgres`; a seed, to see one run again */
export async function measure([runs = "500", database = "postgres", seed]: readonly string[]): Promise<void> {
  const files = ["claim-property", "claim-crash"].map((name) => `packages/server/tests/${name}.test.ts`);
  const child = spawn(
    installedNode,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      `integration-${database}`,
      "--testTimeout=0",
      ...files,
    ],
    {
      cwd: repositoryRoot,
      env: { ...process.env, RUNS: runs, EVERY_STATEMENT: "1", ...(seed !== undefined && { SEED: seed }) },
      stdio: "inherit",
    },
  );
  const [code] = await once(child, "exit");
  process.exitCode = Number(code ?? 1);
}
