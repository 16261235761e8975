import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../scripts/free-port.ts";
import { installedNode, repositoryRoot } from "../../scripts/repository-paths.mjs";
import { startSupervised } from "../../scripts/supervised-process.ts";
import { waitUntil } from "../../scripts/wait-until.ts";

const startTimeoutMs = 120_000;

/** A server with a new embedded database, as `npm start` runs it. */
export interface RunningServer {
  /** Without a slash at the end. */
  url: string;
  /** What the server was started with, for commands that join it. */
  environment: NodeJS.ProcessEnv;
  /** Everything the server has written so far, for a failing journey. */
  output: () => string;
  stop: () => Promise<void>;
}

/**
 * Starts the server, for journeys that need no book as it is. The settings of the developer's own one stay out.
 *
 * @param settings - besides its port and its directory
 * @throws {Error} with what the server said, when it does not get ready
 */
export async function startServer(settings: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
  const port = Number(settings.PORT ?? (await findFreePort()));
  const directory = mkdtempSync(join(tmpdir(), "bookplate-server-"));
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  const own = {
    PORT: String(port),
    BOOKPLATE_DATA_DIR: join(directory, "data"),
    BOOK_DIR: directory,
    // The least that is taken: what a hash costs is not what a journey is about.
    BCRYPT_COST: "10",
  };
  const environment = { PATH, HOME, TMPDIR, LANG, NO_COLOR: "1", ...own, ...settings };
  const main = join(repositoryRoot, "packages", "server", "src", "main.ts");
  const server = startSupervised([installedNode, main], { directory, stopSignal: "TERM", environment });
  const url = `http://localhost:${port}`;
  const isReady = async () => {
    if (server.hasEnded()) throw new Error(`The server ended.\n${server.output()}`);
    // Its screen comes last: before, there is neither the link on it nor the socket of the commands.
    if (!server.output().includes(`${url}/api/docs`)) return undefined;
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    return answer?.ok ? true : undefined;
  };
  try {
    await waitUntil("The server is ready", startTimeoutMs, isReady);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, environment, output: server.output, stop: server.stop };
}
