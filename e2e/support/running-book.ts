import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildBookIfNeeded } from "../../scripts/book-build.mjs";
import { findFreePort } from "../../scripts/free-port.ts";
import { installedNode, repositoryRoot } from "../../scripts/repository-paths.mjs";
import { startSupervised } from "../../scripts/supervised-process.ts";
import { waitUntil } from "../../scripts/wait-until.ts";

const startTimeoutMs = 60_000;

/** A book with its server, as `npm start` runs it, with a fresh database. */
export interface RunningBook {
  /** Without a slash at the end. */
  url: string;
  /** What the server was started with, for commands that join it. */
  environment: NodeJS.ProcessEnv;
  /** Everything the server has written so far, for a failing journey. */
  output: () => string;
  stop: () => Promise<void>;
}

/** The settings of the developer's own book stay out, above all the database. */
function environmentFor(port: number, directory: string, book: string | undefined): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    LANG,
    NO_COLOR: "1",
    PORT: String(port),
    BOOKPLATE_DATA_DIR: join(directory, "data"),
    // The least that is taken: what a hash costs is not what a journey is about.
    BCRYPT_COST: "10",
    INTROSPECTION_TOKEN: randomBytes(32).toString("hex"),
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    ...(book !== undefined && { BOOK_DIR: book }),
  };
}

/**
 * Builds the book if needed and serves it on a free port with an empty database.
 *
 * @param book - directory of another book, which has been built
 * @param settings - besides those of every journey
 * @throws {Error} with what the server said, when it does not get ready
 */
export async function startBook(book?: string, settings: NodeJS.ProcessEnv = {}): Promise<RunningBook> {
  if (book === undefined && !(await buildBookIfNeeded())) throw new Error("The book could not be built.");
  const port = Number(settings.PORT ?? (await findFreePort()));
  const directory = mkdtempSync(join(tmpdir(), "bookplate-journey-"));
  const main = join(repositoryRoot, "packages", "server", "src", "main.ts");
  const environment = { ...environmentFor(port, directory, book), ...settings };
  const server = startSupervised([installedNode, main], { directory, stopSignal: "TERM", environment });
  const url = `http://localhost:${port}`;
  const isReady = async () => {
    if (server.hasEnded()) throw new Error(`The server ended.\n${server.output()}`);
    // Nobody listens at first.
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
