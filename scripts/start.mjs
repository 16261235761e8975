// `npm start`: installs what is missing, builds the book where it changed, and runs the server.
// It begins on whatever Node the machine has; the server runs on the Node that npm installed.
import { join } from "node:path";
import { buildBookIfNeeded } from "./book-build.mjs";
import { makeDatabaseImageIfNeeded } from "./database-image.mjs";
import { installIfNeeded } from "./install.mjs";
import { requireSupportedNode } from "./node-version.mjs";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";
import { runUntilExit } from "./run-until-exit.mjs";

requireSupportedNode();
installIfNeeded();
// Beside the book's build, which takes longer.
const imageMade = makeDatabaseImageIfNeeded();
if (!(await buildBookIfNeeded())) process.exit(1);
await imageMade;
const server = join(repositoryRoot, "packages", "server", "src", "main.ts");
process.exitCode = await runUntilExit(installedNode, [server, ...process.argv.slice(2)]);
