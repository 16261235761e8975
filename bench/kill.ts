// Kills under write load: how many rows were acknowledged, and how many of them were gone afterwards.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { installedNode, repositoryRoot } from "../scripts/repository-paths.mjs";

const file = "packages/server/tests/kill.pglite.test.ts";

/** @param given - the number of kills */
export async function measure([kills = "50"]: readonly string[]): Promise<void> {
  const child = spawn(
    installedNode,
    ["node_modules/vitest/vitest.mjs", "run", "--project", "integration-pglite", file],
    { cwd: repositoryRoot, env: { ...process.env, KILLS: kills }, stdio: "inherit" },
  );
  const [code] = await once(child, "exit");
  process.exitCode = Number(code ?? 1);
}
