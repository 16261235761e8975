import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseAst } from "vitest/node";
import type { CodeBlock } from "../../scripts/documentation/code-blocks.ts";
import { findFreePort } from "../../scripts/free-port.ts";
import { repositoryRoot } from "../../scripts/repository-paths.mjs";

/** Below the repository, so that Node and npx find what is installed there. */
const workFolder = join(repositoryRoot, ".cache", "book-commands");

/** What a page calls the server, and a service of the reader's own. */
const serverInPages = "http://localhost:7860";
const servicePortInPages = "8001";

/** Stands before the first block: a request that is refused ends the page, unless the page asks for the status itself. */
const prelude = `
set -euo pipefail
trap 'for job in $(jobs -p); do kill $job 2>/dev/null || true; done' EXIT
curl() {
  case " $* " in
    *'%{http_code}'*) command curl "$@" ;;
    *) command curl --fail-with-body "$@" ;;
  esac
}
# What npx would look for stands in the path, and is found there in less time.
npx() { command "$@"; }
`;

const lineMark = "@@block";

/** Runs the blocks of one page as a reader would: in one terminal, one after the other. */
export async function runPage(
  blocks: readonly CodeBlock[],
  server: { url: string; environment: NodeJS.ProcessEnv },
): Promise<void> {
  mkdirSync(workFolder, { recursive: true });
  const directory = mkdtempSync(join(workFolder, `${blocks[0]?.page}-`));
  const servicePort = String(await findFreePort());
  const asOnThisMachine = (text: string) =>
    text.replaceAll(serverInPages, server.url).replaceAll(servicePortInPages, servicePort);
  try {
    for (const { title, text } of blocks) {
      if (title !== undefined) writeFileSync(join(directory, title), asOnThisMachine(text));
    }
    const running = blocks.filter(({ run }) => run !== undefined);
    const script = running.map(
      (block) => `echo '${lineMark} ${block.line}'\n${asOnThisMachine(asShell(block))}`,
    );
    const output = await runShell(`${prelude}${script.join("\n")}`, directory, server.environment);
    for (const block of running) expectLastLine(block, output);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function asShell({ language, text }: CodeBlock): string {
  if (language === "bash") return text;
  const command = language === "js" ? "node --input-type=module" : "python3";
  return `${command} - <<'END_OF_BLOCK'\n${text}END_OF_BLOCK\n`;
}

function runShell(script: string, directory: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const shell = spawn("bash", ["-c", script], {
    cwd: directory,
    env: {
      ...environment,
      // What is not installed here is not fetched from anywhere.
      npm_config_yes: "false",
      // Debian's own Python has the packages that the pages use; Node is the project's.
      PATH: [join(repositoryRoot, "node_modules", ".bin"), "/usr/bin", process.env.PATH].join(delimiter),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    shell.on("error", reject);
    shell.on("close", (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`The commands of the page ended with ${code}:\n${output}`));
    });
  });
}

function expectLastLine({ page, line, run }: CodeBlock, output: string): void {
  if (run?.lastLine === undefined) return;
  const own = output.split(`${lineMark} ${line}\n`)[1]?.split(lineMark)[0]?.trimEnd() ?? "";
  const last = own.split("\n").at(-1);
  if (last !== run.lastLine) {
    throw new Error(`book/docs/${page}.md:${line} prints "${last}" last, not "${run.lastLine}":\n${own}`);
  }
}

const syntaxOf: Readonly<Record<string, "js" | "jsx" | "ts" | "tsx">> = {
  js: "js",
  jsx: "jsx",
  ts: "ts",
  tsx: "tsx",
};

/** @throws {Error} where the block's syntax is wrong */
export async function checkSyntax({ page, line, language, text }: CodeBlock): Promise<void> {
  if (language === "bash" || language === "python") {
    const parse =
      language === "bash" ? "bash -n" : `python3 -c 'import ast, sys; ast.parse(sys.stdin.read())'`;
    await runShell(`${parse} <<'END_OF_BLOCK'\n${text}END_OF_BLOCK\n`, repositoryRoot, {});
    return;
  }
  try {
    parseAst(text, { lang: syntaxOf[language] ?? "js" });
  } catch (error) {
    throw new Error(`book/docs/${page}.md:${line}`, { cause: error });
  }
}
