import { randomBytes } from "node:crypto";
import { buildBookIfNeeded } from "../../scripts/book-build.mjs";
import { type RunningServer, startServer } from "./running-server.ts";

/** A book with its server. */
export type RunningBook = RunningServer;

/**
 * Builds the book if needed and serves it on a free port with an empty database.
 *
 * @param book - directory of another book, which has been built
 * @param settings - besides those of every journey
 * @throws {Error} with what the server said, when it does not get ready
 */
export async function startBook(book?: string, settings: NodeJS.ProcessEnv = {}): Promise<RunningBook> {
  if (book === undefined && !(await buildBookIfNeeded())) throw new Error("The book could not be built.");
  return startServer({
    BOOK_DIR: book,
    INTROSPECTION_TOKEN: randomBytes(32).toString("hex"),
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    ...settings,
  });
}
