import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findFreePort } from "../../scripts/free-port.ts";
import { installedNode, repositoryRoot } from "../../scripts/repository-paths.mjs";
import { type SupervisedProcess, startSupervised } from "../../scripts/supervised-process.ts";
import { waitUntil } from "../../scripts/wait-until.ts";
import { startServer } from "./running-server.ts";

const startTimeoutMs = 120_000;
const example = join(repositoryRoot, "examples", "vite-react");
const vite = join(repositoryRoot, "node_modules", "vite", "bin", "vite.js");
const built = join(repositoryRoot, ".cache", "vite-example");

/** The Vite example as it is built for production, with its notes and a Bookplate server behind one origin. */
export interface RunningExample {
  /** Without a slash at the end. */
  url: string;
  stop: () => Promise<void>;
}

/** @throws {Error} when it cannot be built, or with what a part of it said that does not get ready */
export async function startExample(): Promise<RunningExample> {
  const build = [vite, "build", example, "--outDir", built, "--emptyOutDir", "--logLevel", "warn"];
  const { PATH, HOME, TMPDIR } = process.env;
  // Vitest says "test" here, with which React would be built for development.
  await promisify(execFile)(installedNode, build, { env: { PATH, HOME, TMPDIR, NODE_ENV: "production" } });
  const [port, notesPort] = [await findFreePort(), await findFreePort()];
  const url = `http://localhost:${port}`;
  const server = await startServer({ BOOK_URL: url });
  const environment = { PATH, HOME, TMPDIR, BOOKPLATE_URL: server.url };

  const notes = start([join(example, "notes-api", "main.ts")], { ...environment, PORT: String(notesPort) });
  const preview = [vite, "preview", example, "--outDir", built, "--port", String(port)];
  const page = start(preview, { ...environment, NOTES_URL: `http://localhost:${notesPort}` });
  const stop = async () => {
    await Promise.all([page.stop(), notes.stop(), server.stop()]);
  };
  try {
    await waitUntilAnswers(page, url);
    await waitUntilAnswers(notes, `http://localhost:${notesPort}/notes`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function start(command: string[], environment: NodeJS.ProcessEnv): SupervisedProcess {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-example-"));
  return startSupervised([installedNode, ...command], { directory, stopSignal: "TERM", environment });
}

async function waitUntilAnswers(process: SupervisedProcess, address: string): Promise<void> {
  await waitUntil(`${address} answers`, startTimeoutMs, async () => {
    if (process.hasEnded()) throw new Error(`It ended.\n${process.output()}`);
    return fetch(address).catch(() => undefined);
  });
}
