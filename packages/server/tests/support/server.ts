import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { findFreePort } from "../../../../scripts/free-port.ts";
import { waitUntil } from "../../../../scripts/wait-until.ts";
import type { ImportReport } from "../../src/accounts/import/report.ts";
import { type KeyOperations, keyOperations } from "../../src/cli/key-operations.ts";
import { databaseOperations, type Operations } from "../../src/cli/operations.ts";
import { importUsersInto } from "../../src/cli/user-operations.ts";
import type { UserImportRequest } from "../../src/cli/user-requests.ts";
import type { Config } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { RawSettings } from "../../src/config/settings.ts";
import type { OpenDatabase } from "../../src/database/database.ts";
import { createLog } from "../../src/log.ts";
import type { MailboxLetter } from "../../src/mail/mailbox-letter.ts";
import { serveOn } from "../../src/server.ts";
import { createBrowser, type TestBrowser } from "./browser.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { openPreparedDatabase } from "./database.ts";

export interface TestServer {
  readonly url: string;
  readonly database: OpenDatabase;
  readonly clock: TestClock;
  /** What `bookplate import-users` does. */
  importUsers(request: UserImportRequest): Promise<ImportReport>;
  /** What `bookplate keys` does. */
  readonly keys: KeyOperations;
  /** What commands do beside this server, through its socket. */
  readonly operations: Operations;
  /** What a command does that has changed the outbox. */
  sendLetters(): Promise<void>;
  /** A browser of its own, on the book's pages. */
  browser(): TestBrowser;
  /** Letters to an address, newest first. */
  letters(to: string): Promise<MailboxLetter[]>;
  /** The newest letter of a kind, as soon as it is there. */
  letter(to: string, kind: string): Promise<MailboxLetter>;
  close(): Promise<void>;
}

/** Below what the settings take: what a hash costs is tested where a test names a cost. */
function loadQuickConfig(settings: RawSettings): Config {
  const config = loadConfig(settings);
  if (settings.BCRYPT_COST !== undefined || settings.PASSWORD_HASH !== undefined) return config;
  return { ...config, accounts: { ...config.accounts, passwordHash: { name: "bcrypt", cost: 5 } } };
}

const bookOfTests = join(import.meta.dirname, "../book");
const letterTimeoutMs = 60_000;

/**
 * The real application on a database of its own, behind a real socket.
 *
 * @param on - what outlives this server, for one that is started again; it stays open when the server is closed
 */
export async function startTestServer(
  settings: RawSettings = {},
  on?: { readonly database: OpenDatabase; readonly clock: TestClock },
  log?: Logger,
): Promise<TestServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "bookplate-test-"));
  const port = Number(settings.PORT ?? (await findFreePort()));
  const clock = on?.clock ?? createTestClock();
  const database = on ? { ...on.database, close: async () => {} } : await openPreparedDatabase();
  const config = loadQuickConfig({
    PORT: String(port),
    BOOKPLATE_DATA_DIR: dataDirectory,
    BOOK_DIR: bookOfTests,
    LIMITS: "off",
    LOG_LEVEL: "fatal",
    ...settings,
  });
  const server = await serveOn(database, config, log ?? createLog(config.logLevel), clock);
  const url = `http://localhost:${port}`;

  async function letters(to: string): Promise<MailboxLetter[]> {
    const answer = await fetch(`${url}/dev/mail.json`);
    const all = (await answer.json()) as MailboxLetter[];
    return all.filter((letter) => letter.to === to);
  }

  return {
    url,
    database,
    clock,
    importUsers: (request) => importUsersInto(database.db, config, request),
    keys: keyOperations({ database, keyring: config.keyring, changed: server.reloadSigningKeys, clock }),
    operations: databaseOperations(
      database,
      config,
      {
        keysChanged: server.reloadSigningKeys,
        lettersChanged: server.sendLetters,
        operatorActs: server.operatorActs,
      },
      clock,
    ),
    sendLetters: server.sendLetters,
    browser: () => createBrowser(url),
    letters,
    letter: (to, kind) =>
      waitUntil(`a letter "${kind}" to ${to}`, letterTimeoutMs, async () =>
        (await letters(to)).find((letter) => letter.kind === kind),
      ),
    close: async () => {
      await server.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
