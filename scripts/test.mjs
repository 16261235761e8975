// `npm test`: installs what is missing and runs the steps of test-run.ts on the Node that npm installed.
import { join } from "node:path";
import { installIfNeeded } from "./install.mjs";
import { requireSupportedNode } from "./node-version.mjs";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";
import { runUntilExit } from "./run-until-exit.mjs";

requireSupportedNode();
installIfNeeded();
const steps = join(repositoryRoot, "scripts", "test-run.ts");
process.exitCode = await runUntilExit(installedNode, [steps, ...process.argv.slice(2)]);
