import { existsSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { type Config, defaultPort } from "../config/config.ts";
import { loadConfig, readEnvironment, readMisspelt } from "../config/load.ts";
import { describeInOneLine } from "../config/problems.ts";
import { type OpenDatabase, openDatabase } from "../database/database.ts";
import { createLog } from "../log.ts";
import type { RunningServer } from "../server.ts";
import { findClaimNotice } from "./claim-notice.ts";
import { findFreePort, requireFreePort } from "./free-port.ts";
import { explainStartFailure } from "./start-failure.ts";
import { loadWords } from "./terminal-words.ts";

/** Serves until a signal asks it to stop. Everything that can go wrong before is one clear sentence and exit code 1. */
export async function serve({ json }: { readonly json: boolean }): Promise<void> {
  const words = await loadWords(json);
  try {
    for (const misspelt of readMisspelt())
      process.stderr.write(`${describeInOneLine(misspelt, words.settings)}\n`);
    const settings = readEnvironment();
    const mayMove = settings.PORT === undefined && settings.BOOKPLATE_ENV !== "production";
    const port = mayMove ? await findFreePort(defaultPort, settings.HOST ?? "127.0.0.1") : defaultPort;
    const secretExisted = existsSync(join(settings.BOOKPLATE_DATA_DIR ?? "data", "secret"));
    const config = loadConfig(settings, { port });
    const log = createLog(config.logLevel);
    await requireFreePort(config.http.port, config.http.host);
    // The embedded database is a large program of its own; it comes up while ours is loaded.
    const opening = openDatabase(config.database);
    opening.catch(() => {});
    const [{ serveOn }, { startScreen }] = await Promise.all([
      import("../server.ts"),
      import("./start-screen.ts"),
    ]);
    const database = await opening;
    const server = await serveOn(database, config, log);
    const closeSocket = await openSocket(database, config, server);
    const started = {
      config,
      server,
      // Programs are told no secret that they did not ask for.
      claim: json ? undefined : await findClaimNotice(database, config, server),
      portMoved: mayMove && port !== defaultPort,
      secretGenerated: settings.BOOKPLATE_SECRET === undefined && !secretExisted,
      // Since the process began.
      startedInMs: performance.now(),
    };
    let closing = false;
    const shutDown = async () => {
      // A second Ctrl+C does not wait.
      if (closing) process.exit(1);
      closing = true;
      await closeSocket();
      await server.close();
      process.exit(0);
    };
    process.on("SIGINT", shutDown);
    process.on("SIGTERM", shutDown);
    // Not before somebody listens to signals: whoever reads "Ready" may send one.
    process.stdout.write(
      json
        ? `${JSON.stringify(asObject(started))}\n`
        : startScreen({ ...started, words, stream: process.stdout }),
    );
    // Now rather than at the end: a server may be killed.
    flushCompileCache();
  } catch (error) {
    process.stderr.write(`${explainStartFailure(error, words)}\n`);
    process.exit(1);
  }
}

async function openSocket(
  database: OpenDatabase,
  config: Config,
  server: RunningServer,
): Promise<() => Promise<void>> {
  if (database.kind !== "pglite") return async () => {};
  const { openControlSocket } = await import("./control-socket.ts");
  const { databaseOperations } = await import("./operations.ts");
  const operations = databaseOperations(database, config, {
    keysChanged: server.reloadSigningKeys,
    lettersChanged: server.sendLetters,
    operatorActs: server.operatorActs,
  });
  return openControlSocket(operations, config.dataDirectory);
}

function asObject(started: {
  config: ReturnType<typeof loadConfig>;
  server: { database: string; migrationsApplied: number; passages: number };
  startedInMs: number;
}) {
  const { config, server, startedInMs } = started;
  return {
    environment: config.environment,
    book: `${config.http.bookUrl}/`,
    api: `${config.http.publicUrl}/api/v1`,
    mailbox: config.mail.kind === "mailbox" ? `${config.http.publicUrl}/dev/mail` : null,
    database: server.database,
    migrationsApplied: server.migrationsApplied,
    passages: server.passages,
    startedInMs: Math.round(startedInMs),
  };
}
