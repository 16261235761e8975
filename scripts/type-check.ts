import { globSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository-paths.mjs";
import { runUntilExit } from "./run-until-exit.mjs";

const projects = ["*/tsconfig.json", "packages/*/tsconfig.json", "examples/*/tsconfig.json"];

/** Checks the types of every member of the workspace; shows all the errors before it says whether there were any. */
export async function checkTypes(): Promise<boolean> {
  const compiler = join(repositoryRoot, "node_modules", ".bin", "tsc");
  let clean = true;
  for (const project of globSync(projects, { cwd: repositoryRoot }).sort()) {
    const code = await runUntilExit(compiler, ["--project", join(repositoryRoot, project)]);
    if (code !== 0) clean = false;
  }
  return clean;
}
