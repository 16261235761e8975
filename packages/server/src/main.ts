// The process's entry. Without a command it serves, and loads no command line for that.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Every start compiles the same files; a directory that cannot be written only means that it does so again.
enableCompileCache(join(import.meta.dirname, "../../../.cache/compiled"));

const [command, ...rest] = process.argv.slice(2);
const plainServe = command === undefined || (command === "serve" && rest.length === 0);
if (plainServe) {
  const { serve } = await import("./cli/serve.ts");
  await serve({ json: false });
} else {
  const { runCommand } = await import("./cli/program.ts");
  await runCommand(process.argv.slice(2));
}
