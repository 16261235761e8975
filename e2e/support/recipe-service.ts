import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCodeBlocks, readPages } from "../../scripts/documentation/code-blocks.ts";
import { findFreePort } from "../../scripts/free-port.ts";
import { installedNode, repositoryRoot } from "../../scripts/repository-paths.mjs";
import { startSupervised } from "../../scripts/supervised-process.ts";
import { waitUntil } from "../../scripts/wait-until.ts";

/** Below the repository, so that Node finds what is installed there. */
const workFolder = join(repositoryRoot, ".cache", "book-recipes");
const startTimeoutMs = 120_000;

/** A service that a page of the book tells its reader to save and start. */
export interface Recipe {
  readonly page: string;
  readonly command: readonly string[];
  /** Starts the page's own files with a clock that stands in the file `ahead`, in seconds before the real one. */
  readonly starter: { readonly name: string; readonly text: string };
}

export const nodeRecipe: Recipe = {
  page: "verify-tokens",
  command: [installedNode, "start.mjs"],
  starter: {
    name: "start.mjs",
    text: `
import { readFileSync } from "node:fs";
const now = Date.now;
Date.now = () => now() + 1000 * Number(readFileSync("ahead", "utf8"));
await import("./service.mjs");
`,
  },
};

/** With the packages of Debian. */
export const pythonRecipe: Recipe = {
  page: "python-back-end",
  command: ["/usr/bin/python3", "start.py"],
  starter: {
    name: "start.py",
    text: `
import time, uvicorn, bookplate
bookplate.monotonic = lambda: time.monotonic() + float(open("ahead").read())
uvicorn.run("live_service:app", port=8001, log_level="warning")
`,
  },
};

export interface RecipeService {
  /** Asks as whoever sends this header. */
  ask(authorization?: string, method?: string, path?: string): Promise<Response>;
  moveClock(seconds: number): void;
  output(): string;
  stop(): Promise<void>;
}

/**
 * @param issuer - whose tokens the service accepts
 * @throws {Error} with what the service said, when it does not answer
 */
export async function startRecipe(
  { page, command, starter }: Recipe,
  issuer: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<RecipeService> {
  mkdirSync(workFolder, { recursive: true });
  const directory = mkdtempSync(join(workFolder, `${page}-`));
  const port = String(await findFreePort());
  const save = (name: string, text: string) =>
    writeFileSync(
      join(directory, name),
      text.replaceAll("http://localhost:7860", issuer).replaceAll("8001", port),
    );
  const { markdown = "" } = readPages().find((found) => found.page === page) ?? {};
  for (const { title, text } of readCodeBlocks(page, markdown)) if (title !== undefined) save(title, text);
  save(starter.name, starter.text);
  let ahead = 0;
  save("ahead", "0");

  const { PATH, HOME } = process.env;
  const service = startSupervised([...command], {
    directory,
    stopSignal: "TERM",
    environment: { PATH, HOME, ...environment },
  });
  const ask: RecipeService["ask"] = (authorization, method = "GET", path = "/whoami") =>
    fetch(`http://localhost:${port}${path}`, {
      method,
      headers: authorization === undefined ? {} : { authorization },
    });
  try {
    await waitUntil(`the service of the page ${page}`, startTimeoutMs, async () => {
      if (service.hasEnded()) throw new Error(`The service ended.\n${service.output()}`);
      // Nobody listens at first.
      return await ask().catch(() => undefined);
    });
  } catch (error) {
    await service.stop();
    throw error;
  }
  return {
    ask,
    moveClock(seconds) {
      ahead += seconds;
      save("ahead", String(ahead));
    },
    output: service.output,
    stop: service.stop,
  };
}
