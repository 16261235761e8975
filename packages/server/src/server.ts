import type { Logger } from "pino";
import type { OperatorActs } from "./administrators/operator-acts.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import { createContext } from "./context.ts";
import { type OpenDatabase, openDatabase } from "./database/database.ts";
import { migrateToLatest } from "./database/migrate.ts";
import { migrations } from "./database/migrations/index.ts";
import { requirePostgresVersion } from "./database/postgres-version.ts";
import { whenNamesAreForgotten } from "./database/prepared.ts";
import { createFront } from "./front.ts";
import { listen } from "./http/listen.ts";
import { openTransport } from "./mail/open-transport.ts";

export interface RunningServer {
  readonly port: number;
  readonly database: string;
  readonly migrationsApplied: number;
  /** Nothing was in the database before. */
  readonly isNew: boolean;
  /** How many passages of the book can be found; more later, where the book takes long to read. */
  readonly passages: number;
  /** Because a command of this process has changed them. */
  reloadSigningKeys(): Promise<void>;
  /** Because a command of this process has changed the outbox. */
  sendLetters(): Promise<void>;
  /** What commands do through this process. */
  readonly operatorActs: OperatorActs;
  /** Finishes what was begun, then closes everything. */
  close(): Promise<void>;
}

/**
 * From settings to a server that listens.
 *
 * @throws {DirectoryLockedError} {PostgresTooOldError} {SchemaTooNewError} or a system error such as
 *   EADDRINUSE; nothing is left open
 */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  return serveOn(await openDatabase(config.database), config, log);
}

/** The same with a database that is open already; it is closed together with the server. */
export async function serveOn(
  database: OpenDatabase,
  config: Config,
  log: Logger,
  clock: Clock = systemClock,
): Promise<RunningServer> {
  const closers: (() => Promise<void> | void)[] = [() => database.close()];
  const close = async () => {
    for (const act of closers.splice(0).reverse()) await act();
  };
  whenNamesAreForgotten(database.db, () =>
    log.warn(
      "a pooler stands before the database that knows no prepared statements: the hot path is slower without names",
    ),
  );
  try {
    const postgres = await requirePostgresVersion(database.db);
    const migrationsApplied = await migrateToLatest(database.db);
    const { transport, mailbox } = await openTransport(config.mail, {
      directory: config.dataDirectory,
      clock,
    });
    const context = createContext(config, { database, transport, mailbox }, log, clock);
    closers.push(() => context.stop());
    await context.start();
    const { passages, close: closeBook } = await context.book.open();
    closers.push(closeBook);
    const server = await listen(createFront(context), config.http);
    // Together: who reads an answer is a request that runs until the answer ends.
    closers.push(async () => {
      await Promise.all([server.drain(), context.chats.close()]);
    });
    return {
      port: server.port,
      database: `${database.description} (PostgreSQL ${postgres})`,
      migrationsApplied,
      isNew: database.isNew || migrationsApplied === Object.keys(migrations).length,
      passages,
      reloadSigningKeys: context.sessions.signingKeys.reload,
      sendLetters: context.mail.look,
      operatorActs: context.operatorActs,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
