// Runs on the system's Node 20 before anything is installed: built-ins only.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The absolute path of the repository's root folder. */
export const repositoryRoot = fileURLToPath(new URL("..", import.meta.url));

/** Node 24 from the npm package `node`; it exists only after an installation. */
export const installedNode = join(repositoryRoot, "node_modules", ".bin", "node");
